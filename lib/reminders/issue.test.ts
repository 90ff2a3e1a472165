import { expect, test } from "vitest";
import { lastIssue } from "./issue";

const at = (local: string) => new Date(`${local.replace(" ", "T")}+08:00`);
const night = { from: "20:00", to: "08:00" };

test.each([
  ["2026-11-24 07:59", 8, "2026-11-23 08:00", "before its hour that of yesterday holds"],
  ["2026-11-24 08:00", 8, "2026-11-24 08:00", "it comes out at its hour"],
  ["2026-11-24 23:59", 8, "2026-11-24 08:00", "and is the only one of the day"],
  ["2026-11-24 07:30", 7, "2026-11-23 07:00", "in quiet hours none comes out"],
  ["2026-11-24 08:00", 7, "2026-11-24 07:00", "but when they are over"],
  ["2026-11-24 22:30", 22, "2026-11-23 22:00", "one of the night waits"],
  ["2026-11-25 08:00", 22, "2026-11-24 22:00", "until the morning"],
  ["2027-01-01 09:00", 8, "2027-01-01 08:00", "over the year's end"],
])("at %s the last issue of %d o'clock is that of %s: %s", (now, digestHour, issued) => {
  const issue = lastIssue(at(now), digestHour, night);
  expect(issue.at).toEqual(at(issued));
  expect(issue.at.getTime() - issue.after.getTime()).toBe(86_400_000);
});

test("without quiet hours the hour is the hour", () => {
  expect(lastIssue(at("2026-11-24 05:00"), 5, null).at).toEqual(at("2026-11-24 05:00"));
});
