import { expect, test } from "vitest";
import { grantForm, grantInput } from "../accounts/input";
import { appointOfficerInput } from "../areas/input";
import { recordFindingInput } from "../findings/input";
import { seeInput } from "../reminders/input";
import { visitInput } from "../visits/input";
import { day } from "./input";

const noDays = [
  "2026-02-30",
  "0000-01-01",
  "9999-99-99",
  "9999-12-31",
  "2026/13/1",
  "+275760-09-13",
  "1e20",
  "２０２６-01-01",
  "2026-1-1",
  "1949-12-31",
  "",
];

test.each(noDays)("%j is no day, in whichever form it is typed", (written) => {
  expect(day.safeParse(written).success).toBe(false);
  const fields = ["startsOn", "endsOn", "visitedOn", "foundOn"];
  const given = Object.fromEntries(fields.map((field) => [field, written]));
  for (const input of [grantInput, grantForm, visitInput, recordFindingInput, appointOfficerInput]) {
    const named = input.safeParse(given).error?.issues.map(({ path }) => String(path[0])) ?? [];
    expect(named.some((field) => fields.includes(field)) || written === "", written).toBe(true);
  }
});

test("a day that exists is one", () => {
  for (const written of ["2026-11-26", "2024-02-29", "1950-01-01", "2099-12-31"])
    expect(day.parse(written)).toBe(written);
});

test("an instant before there were calendars of ours marks nothing as seen", () => {
  expect(seeInput.safeParse({ until: "0000-01-01T00:00:00Z" }).success).toBe(false);
  expect(seeInput.safeParse({ until: "2026-11-26T00:00:00.000Z" }).success).toBe(true);
});
