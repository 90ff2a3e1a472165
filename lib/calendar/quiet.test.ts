import fc from "fast-check";
import { expect, test } from "vitest";
import { heardUntil } from "./quiet";

const at = (local: string) => new Date(`${local.replace(" ", "T")}+08:00`);
const night = { from: "20:00", to: "08:00" };
const noon = { from: "12:00", to: "13:30" };

test.each([
  ["2026-11-23 19:59:59", night, "2026-11-23 19:59:59", "just before"],
  ["2026-11-23 20:00:00", night, "2026-11-23 20:00:00", "as they begin"],
  ["2026-11-23 23:30:00", night, "2026-11-23 20:00:00", "in the evening"],
  ["2026-11-24 00:00:00", night, "2026-11-23 20:00:00", "at midnight"],
  ["2026-11-24 07:59:59", night, "2026-11-23 20:00:00", "before dawn"],
  ["2026-11-24 08:00:00", night, "2026-11-24 08:00:00", "when they are over"],
  ["2026-11-23 12:45:00", noon, "2026-11-23 12:00:00", "within one day"],
  ["2026-11-23 13:30:00", noon, "2026-11-23 13:30:00", "after those of one day"],
  ["2027-01-01 03:00:00", night, "2026-12-31 20:00:00", "over the year's end"],
])("at %s with %j things are raised until %s: %s", (now, quiet, until) => {
  expect(heardUntil(at(now), quiet)).toEqual(at(until));
});

test("without quiet hours everything is raised at once", () => {
  expect(heardUntil(at("2026-11-24 03:00"), null)).toEqual(at("2026-11-24 03:00"));
});

test("what was raised stays raised: it never goes back, and never runs ahead", () => {
  const instant = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, fc.constantFrom(night, noon), (a, b, quiet) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      expect(heardUntil(first, quiet).getTime()).toBeLessThanOrEqual(heardUntil(second, quiet).getTime());
      expect(heardUntil(second, quiet).getTime()).toBeLessThanOrEqual(second.getTime());
    }),
  );
});
