import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueAt, elapsedWork, workHoursBefore } from "./clock";
import { type Limit, limitUnits } from "./model";
import { publishedYears } from "./workdays";
import { localDay } from "./zone";

const hour = 3_600_000;
const at = (local: string) => new Date(`${local.replace(" ", "T")}+08:00`);
const due = (start: string, value: number, unit: Limit["unit"]) => dueAt(at(start), { value, unit });
const endOf = (day: string) => at(`${day} 23:59:59.999`);

describe("real hours", () => {
  test("run through nights, holidays and the year's end, and are never provisional", () => {
    expect(due("2026-02-14 17:00:00", 24, "hour")).toEqual({ at: at("2026-02-15 17:00:00"), provisional: false });
    expect(due("2026-12-31 23:30:00", 1, "hour")).toEqual({ at: at("2027-01-01 00:30:00"), provisional: false });
    expect(due("2026-11-23 10:00:00", 0.5, "hour").at).toEqual(at("2026-11-23 10:30:00"));
  });
});

describe("work hours", () => {
  test.each([
    ["2026-11-23 09:00:00", 2, "2026-11-23 11:00:00", "inside the morning"],
    ["2026-11-23 10:00:00", 2, "2026-11-23 12:00:00", "used up exactly at noon is due at noon"],
    ["2026-11-23 11:00:00", 2, "2026-11-23 14:00:00", "over the lunch break"],
    ["2026-11-23 12:30:00", 1, "2026-11-23 14:00:00", "started in the lunch break"],
    ["2026-11-23 16:00:00", 2, "2026-11-24 10:00:00", "over the night"],
    ["2026-11-23 22:00:00", 2, "2026-11-24 11:00:00", "started at night"],
    ["2026-11-23 03:00:00", 7, "2026-11-23 17:00:00", "started before dawn, a whole day"],
    ["2026-11-27 16:30:00", 1, "2026-11-30 09:30:00", "over a plain weekend"],
    ["2026-11-28 10:00:00", 2, "2026-11-30 11:00:00", "started on a Saturday"],
    ["2026-02-13 16:00:00", 2, "2026-02-14 10:00:00", "into the make-up Saturday before 春节"],
    ["2026-02-14 16:30:00", 1, "2026-02-24 09:30:00", "over 春节 2026, from the make-up Saturday"],
    ["2026-02-17 10:00:00", 3, "2026-02-24 12:00:00", "started on the first day of the year"],
    ["2026-02-27 17:00:00", 1, "2026-02-28 10:00:00", "started at closing time, into the make-up Saturday after 春节"],
    ["2025-09-30 16:00:00", 2, "2025-10-09 10:00:00", "over 国庆 2025"],
    ["2025-10-10 16:00:00", 2, "2025-10-11 10:00:00", "into the make-up Saturday after 国庆 2025"],
    ["2026-09-30 16:00:00", 2, "2026-10-08 10:00:00", "over 国庆 2026"],
    ["2026-10-09 16:59:59", 1, "2026-10-10 09:59:59", "into the make-up Saturday after 国庆 2026"],
    ["2026-11-23 09:00:00", 0.5, "2026-11-23 09:30:00", "half an hour"],
    ["2026-11-22 09:00:00", 0, "2026-11-22 09:00:00", "no time at all is due at once"],
  ])("from %s, %d hours end at %s: %s", (start, value, end) => {
    expect(due(start, value, "work_hour")).toEqual({ at: at(end), provisional: false });
  });

  test("follow the settings", () => {
    const early = [
      { from: "08:30", to: "11:30" },
      { from: "14:00", to: "24:00" },
    ];
    expect(dueAt(at("2026-11-23 11:00:00"), { value: 1, unit: "work_hour" }, early).at).toEqual(
      at("2026-11-23 14:30:00"),
    );
    expect(dueAt(at("2026-11-23 23:00:00"), { value: 2, unit: "work_hour" }, early).at).toEqual(
      at("2026-11-24 09:30:00"),
    );
  });

  test.each([
    [[]],
    [[{ from: "13:00", to: "12:00" }]],
    [[{ from: "09:00", to: "09:00" }]],
    [
      [
        { from: "13:00", to: "17:00" },
        { from: "09:00", to: "12:00" },
      ],
    ],
    [
      [
        { from: "09:00", to: "12:00" },
        { from: "11:00", to: "17:00" },
      ],
    ],
    [[{ from: "9:00", to: "12:00" }]],
    [[{ from: "09:00", to: "24:30" }]],
    [[{ from: "09:60", to: "12:00" }]],
  ])("refuse settings that could never end or count twice: %j", (hours) => {
    expect(() => dueAt(at("2026-11-23 09:00:00"), { value: 1, unit: "work_hour" }, hours)).toThrow(RangeError);
    expect(() => elapsedWork(at("2026-11-23 09:00:00"), at("2026-11-24 09:00:00"), hours)).toThrow(RangeError);
  });
});

describe("work days", () => {
  test.each([
    ["2026-11-23 00:00:00", 1, "2026-11-24", "begin the day after, even at midnight"],
    ["2026-11-23 23:59:59", 1, "2026-11-24", "begin the day after, even at its last second"],
    ["2026-11-23 10:00:00", 5, "2026-11-30", "leave the weekend out"],
    ["2026-11-28 10:00:00", 1, "2026-11-30", "start on a Saturday"],
    ["2026-02-13 10:00:00", 1, "2026-02-14", "end on the make-up Saturday before 春节"],
    ["2026-02-13 10:00:00", 2, "2026-02-24", "leave 春节 2026 out"],
    ["2026-02-17 10:00:00", 5, "2026-02-28", "start on a holiday and end on the make-up Saturday"],
    ["2025-09-28 10:00:00", 3, "2025-10-09", "start on a make-up Sunday and leave 国庆 2025 out"],
    ["2026-09-18 10:00:00", 1, "2026-09-20", "end on the make-up Sunday before 国庆 2026"],
    ["2026-09-30 10:00:00", 3, "2026-10-10", "end on the make-up Saturday after 国庆 2026"],
    ["2026-11-28 10:00:00", 0, "2026-11-28", "with none, end with the same day"],
  ])("from %s, %d of them end with %s: they %s", (start, value, day) => {
    expect(due(start, value, "work_day")).toEqual({ at: endOf(day), provisional: false });
  });
});

describe("natural days", () => {
  test("begin the day after, count every day and are never provisional", () => {
    expect(due("2026-02-14 23:00:00", 3, "natural_day")).toEqual({ at: endOf("2026-02-17"), provisional: false });
    expect(due("2026-12-30 10:00:00", 3, "natural_day")).toEqual({ at: endOf("2027-01-02"), provisional: false });
    expect(due("2026-12-30 10:00:00", 0, "natural_day")).toEqual({ at: endOf("2026-12-30"), provisional: false });
  });
});

describe("a limit that reaches into a year without published holidays", () => {
  const last = publishedYears.at(-1) ?? 0;

  test("is provisional when it counts work time", () => {
    expect(due(`${last}-12-20 10:00:00`, 20, "work_day").provisional).toBe(true);
    expect(due(`${last}-12-20 10:00:00`, 100, "work_hour").provisional).toBe(true);
    expect(due(`${last + 1}-06-01 10:00:00`, 1, "work_hour").provisional).toBe(true);
    expect(due(`${last + 1}-06-01 10:00:00`, 1, "work_day").provisional).toBe(true);
  });

  test("is provisional in the last week of December, which the next notice may change", () => {
    expect(due(`${last}-12-20 10:00:00`, 1, "work_day").provisional).toBe(false);
    expect(due(`${last}-12-28 10:00:00`, 1, "work_day").provisional).toBe(true);
    expect(due(`${last - 1}-12-28 10:00:00`, 1, "work_day").provisional).toBe(false);
  });

  test("goes on with Monday to Friday", () => {
    const start = `${last + 1}-06-01 08:00:00`;
    expect(elapsedWork(at(start), dueAt(at(start), { value: 35, unit: "work_hour" }).at)).toBe(35 * hour);
  });
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 100_000])("a limit of %d is refused in every unit", (value) => {
  for (const unit of limitUnits) expect(() => due("2026-11-23 10:00:00", value, unit)).toThrow(RangeError);
});

test("part of a day is refused, and so is an invalid start", () => {
  expect(() => due("2026-11-23 10:00:00", 1.5, "work_day")).toThrow(RangeError);
  expect(() => due("2026-11-23 10:00:00", 1.5, "natural_day")).toThrow(RangeError);
  for (const unit of limitUnits) expect(() => dueAt(new Date(Number.NaN), { value: 1, unit })).toThrow(RangeError);
});

describe("elapsed work time", () => {
  test.each([
    ["2026-11-23 09:00:00", "2026-11-23 17:00:00", 7],
    ["2026-11-23 11:30:00", "2026-11-23 13:30:00", 1],
    ["2026-11-27 16:00:00", "2026-11-30 10:00:00", 2],
    ["2026-02-14 09:00:00", "2026-02-24 09:00:00", 7],
    ["2026-02-15 00:00:00", "2026-02-24 00:00:00", 0],
    ["2026-11-24 10:00:00", "2026-11-23 16:00:00", -2],
  ])("from %s to %s is %d hours", (from, to, hours) => {
    expect(elapsedWork(at(from), at(to))).toBe(hours * hour);
  });
});

describe("for any start and limit", () => {
  const starts = fc.date({ min: at("2019-01-01 00:00:00"), max: at("2027-12-31 00:00:00"), noInvalidDate: true });
  const units = fc.constantFrom(...limitUnits);
  const values = fc.integer({ min: 0, max: 200 });

  test("a later start is never due earlier", () => {
    fc.assert(
      fc.property(starts, starts, values, units, (a, b, value, unit) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(dueAt(early, { value, unit }).at.getTime()).toBeLessThanOrEqual(
          dueAt(late, { value, unit }).at.getTime(),
        );
      }),
    );
  });

  test("a longer limit is due later, and none before its start", () => {
    fc.assert(
      fc.property(starts, values, units, (start, value, unit) => {
        const shorter = dueAt(start, { value, unit }).at.getTime();
        expect(shorter).toBeGreaterThanOrEqual(start.getTime());
        expect(dueAt(start, { value: value + 1, unit }).at.getTime()).toBeGreaterThan(shorter);
      }),
    );
  });

  test("the work time between start and due is exactly the work hours asked for", () => {
    fc.assert(
      fc.property(starts, values, (start, value) => {
        expect(elapsedWork(start, dueAt(start, { value, unit: "work_hour" }).at)).toBe(value * hour);
      }),
    );
  });

  test("elapsed work adds up over any moment between, and turns its sign with its direction", () => {
    fc.assert(
      fc.property(starts, starts, starts, (a, b, c) => {
        expect(elapsedWork(a, b) + elapsedWork(b, c)).toBe(elapsedWork(a, c));
        expect(elapsedWork(b, a) + elapsedWork(a, b)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test("day limits end with the last millisecond of a local day", () => {
    fc.assert(
      fc.property(
        starts,
        values,
        fc.constantFrom("work_day" as const, "natural_day" as const),
        (start, value, unit) => {
          const end = dueAt(start, { value, unit }).at;
          expect(localDay(end)).not.toBe(localDay(new Date(end.getTime() + 1)));
        },
      ),
    );
  });
});

describe("work hours before an instant", () => {
  test.each([
    ["2026-11-23 11:00:00", 2, "2026-11-23 09:00:00", "inside the morning"],
    ["2026-11-23 14:00:00", 2, "2026-11-23 11:00:00", "over the lunch break"],
    ["2026-11-23 12:30:00", 1, "2026-11-23 11:00:00", "from the lunch break"],
    ["2026-11-24 10:00:00", 2, "2026-11-23 16:00:00", "over the night"],
    ["2026-11-30 09:30:00", 1, "2026-11-27 16:30:00", "over a weekend"],
    ["2026-02-24 10:00:00", 2, "2026-02-14 16:00:00", "over 春节 2026, to the make-up Saturday"],
    ["2026-02-20 12:00:00", 7, "2026-02-14 09:00:00", "from the holidays, a whole day"],
    ["2026-10-08 10:00:00", 2, "2026-09-30 16:00:00", "over 国庆 2026"],
    ["2025-10-09 09:00:00", 1, "2025-09-30 16:00:00", "over 国庆 2025"],
    ["2026-11-22 09:00:00", 0, "2026-11-22 09:00:00", "no time at all"],
  ])("at %s %d hours ago was %s: %s", (now, value, before) => {
    expect(workHoursBefore(at(now), value)).toEqual(at(before));
  });

  test("are exactly as long as `elapsedWork` says, and not one moment later would be enough", () => {
    const instant = fc.date({ min: new Date("2024-01-01"), max: new Date("2026-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (now, value) => {
        const before = workHoursBefore(now, value);
        expect(elapsedWork(before, now)).toBe(value * hour);
        expect(elapsedWork(new Date(before.getTime() + 1), now)).toBeLessThan(value * hour);
      }),
      { numRuns: 300 },
    );
  });

  test("refuse what is no limit", () => {
    for (const value of [-1, Number.NaN, 100_000])
      expect(() => workHoursBefore(at("2026-11-23 09:00:00"), value)).toThrow(RangeError);
  });
});
