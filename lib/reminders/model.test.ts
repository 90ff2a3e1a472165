import fc from "fast-check";
import { expect, test } from "vitest";
import { roles } from "../access/model";
import { clockNames } from "../cases/clocks";
import { defaultSettings } from "../settings/model";
import { horizonAt, remindsOf } from "./model";

const at = (local: string) => new Date(`${local.replace(" ", "T")}+08:00`);

test.each([
  ["2026-11-23 10:00", "2026-11-23 15:00", "over the lunch break"],
  ["2026-11-23 16:00", "2026-11-24 12:00", "into the next morning"],
  ["2026-11-27 16:00", "2026-11-30 12:00", "over a weekend"],
  ["2026-02-13 16:00", "2026-02-14 12:00", "into the make-up Saturday before 春节"],
  ["2026-02-14 16:00", "2026-02-24 12:00", "over 春节"],
  ["2026-09-30 16:00", "2026-10-08 12:00", "over 国庆"],
])("at %s what is due by %s is about to be late: %s", (now, soon) => {
  expect(horizonAt(at(now), defaultSettings)).toMatchObject({ late: at(now), soon: at(soon) });
});

test("in quiet hours only the urgent is heard, and that only where the settings say so", () => {
  const [night, evening] = [at("2026-11-24 02:00"), at("2026-11-23 20:00")];
  expect(horizonAt(night, defaultSettings)).toMatchObject({ late: evening, urgentLate: night });
  expect(horizonAt(night, { ...defaultSettings, urgentAlways: false })).toMatchObject({
    late: evening,
    urgentLate: evening,
  });
  expect(horizonAt(night, { ...defaultSettings, quietHours: null })).toMatchObject({ late: night, urgentLate: night });
});

test("no horizon ever goes back", () => {
  const instant = fc.date({ min: new Date("2024-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const [before, after] = a <= b ? [a, b] : [b, a];
      const [first, second] = [horizonAt(before, defaultSettings), horizonAt(after, defaultSettings)];
      for (const key of ["late", "soon", "urgentLate", "urgentSoon"] as const)
        expect(first[key].getTime()).toBeLessThanOrEqual(second[key].getTime());
    }),
    { numRuns: 200 },
  );
});

test("single cases remind those who work on them; above the street only a unit", () => {
  const clocksOf = (role: (typeof roles)[number], areaLevel: string, unitId: string | null = null) =>
    clockNames.filter((clock) => remindsOf({ role, areaLevel, unitId }, clock));
  expect(clocksOf("officer", "grid")).toEqual(["contact"]);
  expect(clocksOf("staff", "community")).toEqual(["contact", "dispatch", "sign", "close", "call-back"]);
  expect(clocksOf("official", "street")).toEqual(["dispatch", "call-back"]);
  expect(clocksOf("handler", "district", "unit")).toEqual(["sign", "close"]);
  for (const role of roles) expect(clocksOf(role, "city")).toEqual([]);
  for (const role of ["leader", "sysadmin", "secadmin", "auditor"] as const)
    expect(clocksOf(role, "street")).toEqual([]);
});
