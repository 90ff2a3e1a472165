import { expect, test } from "vitest";
import { between, inside } from "./boxes";

test("a box lies between two corners, whichever was first", () => {
  const box = { key: 1, left: 20, top: 30, width: 40, height: 10 };
  expect(between(1, { x: 20, y: 30 }, { x: 60, y: 40 })).toEqual(box);
  expect(between(1, { x: 60, y: 40 }, { x: 20, y: 30 })).toEqual(box);
});

test("what is dragged or typed beyond the picture ends at its edge, and nothing is smaller than a hundredth", () => {
  expect(between(1, { x: -20, y: 50 }, { x: 140, y: 160 })).toEqual({
    key: 1,
    left: 0,
    top: 50,
    width: 100,
    height: 50,
  });
  expect(inside({ key: 1, left: 120, top: Number.NaN, width: 0, height: 7 })).toEqual({
    key: 1,
    left: 99,
    top: 0,
    width: 1,
    height: 7,
  });
});
