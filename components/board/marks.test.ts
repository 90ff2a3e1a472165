import { expect, test } from "vitest";
import { marksOf } from "./marks";

const points = Array.from({ length: 21 }, (_, n) => {
  const day = `2026-11-${String(n + 1).padStart(2, "0")}`;
  return { from: day, to: day };
});
const on = (day: number) => ({
  topicId: "t",
  title: "电梯",
  areaName: "甲街道",
  day: `2026-11-${String(day).padStart(2, "0")}`,
  note: `${day} 日`,
});

test("days that lie together share a mark between their lines, days apart have their own", () => {
  const marks = marksOf(points, [on(1), on(2), on(3), on(4), on(21)]);
  expect(marks.map(({ lines }) => lines)).toEqual([[0, 5, 10], [15], [100]]);
  expect(marks.map(({ at }) => at)).toEqual([5, 15, 100]);
  expect(marks[0]?.noted.map(({ note }) => note)).toEqual(["1 日", "2 日", "3 日"]);
});

test("a day outside the course has no mark, and a course of one part has it in the middle", () => {
  expect(marksOf(points, [{ ...on(1), day: "2026-12-01" }])).toEqual([]);
  expect(marksOf([{ from: "2026-11-01", to: "2026-11-30" }], [on(3)])).toMatchObject([{ at: 50, lines: [50] }]);
});
