import { expect, test } from "vitest";
import { openStationInput } from "./input";

test("a name that is missing, too long or not to be read is refused in its own words", () => {
  const saidOf = (name: string) => {
    const areaId = "01935b7a-0000-7000-8000-000000000133";
    const read = openStationInput.safeParse({ areaId, name, field: "residents", openedOn: "2026-11-23" });
    return read.error?.issues.map(({ message }) => message);
  };
  expect(saidOf("\u{20BB7}".repeat(60))).toBeUndefined();
  expect(saidOf(" \u200B")).toEqual(["required"]);
  expect(saidOf("字".repeat(61))).toEqual(["too_long"]);
  expect(saidOf("a\u202Eb")).toEqual(["characters"]);
});
