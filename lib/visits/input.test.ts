import { expect, test } from "vitest";
import hans from "../../messages/zh-CN.json";
import { visitInput } from "./input";

const sound = {
  id: "01935b7a-0000-7000-8000-000000000133",
  areaId: "01935b7a-0000-7000-8000-000000000134",
  ...{ visitedOn: "2026-11-23", due: "5", visited: "3", absent: "1", refused: "1" },
};

test("more households than were to be visited, and visits of another century, are refused in words", () => {
  const saidOf = (given: object) =>
    visitInput.safeParse({ ...sound, ...given }).error?.issues.map(({ message }) => message);
  expect(saidOf({})).toBeUndefined();
  expect(saidOf({ visited: "4" })).toEqual(["visit_counts"]);
  expect(saidOf({ visitedOn: "1999-12-31" })).toEqual(["early"]);
  expect(Object.keys(hans.form)).toEqual(expect.arrayContaining(["visit_counts", "early"]));
});
