import { expect, test } from "vitest";
import { groundOf, placeOn, pointOn } from "./ground";

test("a point goes to the drawing and comes back", () => {
  const ground = groundOf({ west: 120.6, east: 120.8, south: 31.2, north: 31.4 });
  const [x, y] = placeOn(ground, [120.7123, 31.2987]);
  const { lon, lat } = pointOn(ground, { x, y });
  expect(lon).toBeCloseTo(120.7123, 3);
  expect(lat).toBeCloseTo(31.2987, 3);
  expect(placeOn(ground, [120.6, 31.4])).toEqual([0, 0]);
});
