import { describe, expect, test } from "vitest";
import { defaultSettings } from "../settings/model";
import { resumedDue } from "./deadlines";

const at = (text: string) => new Date(`${text}+08:00`);
const end = (day: string) => at(`${day}T23:59:59.999`);

const table = [
  {
    unit: "hour",
    due: at("2026-11-24T10:00"),
    from: at("2026-11-23T10:00"),
    to: at("2026-11-25T09:00"),
    after: at("2026-11-26T09:00"),
  },
  {
    unit: "work_hour",
    due: at("2026-11-23T15:00"),
    from: at("2026-11-23T10:00"),
    to: at("2026-11-27T16:00"),
    after: at("2026-11-30T12:00"),
  },
  {
    unit: "work_day",
    due: end("2026-11-26"),
    from: at("2026-11-23T10:00"),
    to: at("2026-11-30T10:00"),
    after: end("2026-12-03"),
  },
  {
    unit: "natural_day",
    due: end("2026-11-26"),
    from: at("2026-11-23T10:00"),
    to: at("2026-11-30T10:00"),
    after: end("2026-12-03"),
  },
  // 春节 15-23 February; Saturday the 14th and the 28th are worked.
  {
    unit: "work_day",
    due: end("2026-02-14"),
    from: at("2026-02-12T10:00"),
    to: at("2026-02-14T10:00"),
    after: end("2026-02-25"),
  },
  {
    unit: "work_hour",
    due: at("2026-02-14T17:00"),
    from: at("2026-02-14T16:00"),
    to: at("2026-02-20T10:00"),
    after: at("2026-02-24T10:00"),
  },
  {
    unit: "natural_day",
    due: end("2026-02-14"),
    from: at("2026-02-12T10:00"),
    to: at("2026-02-18T10:00"),
    after: end("2026-02-20"),
  },
  // 国庆 1-7 October; Saturday the 10th is worked.
  {
    unit: "work_day",
    due: end("2026-09-30"),
    from: at("2026-09-28T10:00"),
    to: at("2026-10-05T10:00"),
    after: end("2026-10-09"),
  },
  {
    unit: "work_day",
    due: end("2026-09-30"),
    from: at("2026-09-28T10:00"),
    to: at("2026-10-08T10:00"),
    after: end("2026-10-10"),
  },
] as const;

describe("the deadline after a pause", () => {
  test.each(table)("in $unit, paused from $from to $to", ({ unit, due, from, to, after }) => {
    const found = resumedDue({ closeDueAt: due, deferredAt: from, unit }, to, defaultSettings);
    expect(found).toEqual({ at: after, provisional: false });
  });

  test("is the same where the pause took no time, or began when it was late", () => {
    for (const { unit, due, from } of table) {
      expect(resumedDue({ closeDueAt: due, deferredAt: from, unit }, from, defaultSettings).at).toEqual(due);
      const late = { closeDueAt: due, deferredAt: new Date(due.getTime() + 1), unit };
      expect(resumedDue(late, at("2027-01-10T10:00"), defaultSettings).at).toEqual(due);
    }
  });

  test("warns where it runs into a year whose holidays are not published", () => {
    const pause = { closeDueAt: end("2026-12-24"), deferredAt: at("2026-12-21T10:00"), unit: "work_day" } as const;
    expect(resumedDue(pause, at("2027-01-11T10:00"), defaultSettings).provisional).toBe(true);
  });

  test("is never earlier than it was", () => {
    for (const unit of ["hour", "work_hour", "work_day", "natural_day"] as const)
      for (let day = 1; day < 28; day += 1) {
        const due = end(`2026-02-${String(day).padStart(2, "0")}`);
        for (let paused = 0; paused < 60; paused += 7) {
          const from = new Date(due.getTime() - paused * 3_600_000);
          const to = new Date(from.getTime() + 20 * 3_600_000);
          const found = resumedDue({ closeDueAt: due, deferredAt: from, unit }, to, defaultSettings);
          expect(found.at.getTime()).toBeGreaterThanOrEqual(due.getTime());
        }
      }
  });
});
