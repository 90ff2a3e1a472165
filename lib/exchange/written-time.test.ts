import { expect, test } from "vitest";
import { wallClockOf } from "../calendar/wall-clock";
import { timePattern } from "./written-time";

function read(form: string, written: string, zone = "Asia/Shanghai") {
  const [pattern, clock] = [timePattern(form), wallClockOf(zone)];
  if (!pattern || !clock) throw new Error(form);
  const found = pattern(written, clock);
  return "fault" in found ? found.fault : found.at.toISOString();
}

test.each([
  ["YYYY-MM-DD HH:mm:ss", "2026-11-23 10:00:07", "2026-11-23T02:00:07.000Z"],
  ["YYYY-MM-DD HH:mm:ss", "2026-11-23 10:00:07.5", "2026-11-23T02:00:07.500Z"],
  ["YYYY-MM-DD HH:mm:ss.SSS", "2026-11-23 10:00:07.123456", "2026-11-23T02:00:07.123Z"],
  ["YYYY/M/D H:mm", "2026/1/3 9:05", "2026-01-03T01:05:00.000Z"],
  ["M/D/YYYY h:mm A", "11/3/2026 12:05 AM", "2026-11-02T16:05:00.000Z"],
  ["MM/DD/YYYY hh:mm:ss A", "11/03/2026 12:05:00 PM", "2026-11-03T04:05:00.000Z"],
  ["YYYY年M月D日 HH时mm分", "2026年11月3日 09时05分", "2026-11-03T01:05:00.000Z"],
  ["YYYY年M月D日Ah:mm", "2026年11月3日下午3:05", "2026-11-03T07:05:00.000Z"],
  ["YYYY-MM-DD", "２０２６－１１－０３", "2026-11-02T16:00:00.000Z"],
  ["YYYYMMDDHHmmss", "20261103090500", "2026-11-03T01:05:00.000Z"],
  ["iso", "2026-11-23T10:00:00+02:00", "2026-11-23T08:00:00.000Z"],
  ["iso", "2026-11-23T10:00:00.250Z", "2026-11-23T10:00:00.250Z"],
  ["DD.MM.YYYY [um] HH:mm", "03.11.2026 um 09:05", "2026-11-03T01:05:00.000Z"],
  ["YYYY/MM/DD HH:mm:ssZ", "2026/11/03 01:05:00+00", "2026-11-03T01:05:00.000Z"],
  ["YYYY-MM-DD HH:mm:ss Z", "2026-11-03 09:05:00 UTC", "2026-11-03T09:05:00.000Z"],
  ["YYYY-MM-DD HH:mm:ss Z", "2026-11-03 09:05:00 -0330", "2026-11-03T12:35:00.000Z"],
  ["DD-MMM-YYYY HH:mm", "03-NOV-2026 09:05", "2026-11-03T01:05:00.000Z"],
  ["MMM D, YYYY", "September 3, 2026", "2026-09-02T16:00:00.000Z"],
  ["M/D/YY H:mm", "11/3/26 9:05", "2026-11-03T01:05:00.000Z"],
  ["YYYY-MM-DD HH:mm", "2026-12-31 24:00", "2026-12-31T16:00:00.000Z"],
  ["iso", "2026-02-28T24:00:00Z", "2026-03-01T00:00:00.000Z"],
  ["epoch", "1684134000", "2023-05-15T07:00:00.000Z"],
  ["epoch-ms", "1684134000250", "2023-05-15T07:00:00.250Z"],
  ["excel", "46329.5", "2026-11-03T04:00:00.000Z"],
  ["excel1904", "44867.5", "2026-11-03T04:00:00.000Z"],
])("%s reads %s", (form, written, expected) => {
  expect(read(form, written)).toBe(expected);
});

test.each([
  ["YYYY-MM-DD", "2026-11-03", "2026-11-03T15:59:59.000Z"],
  ["excel", "46329", "2026-11-03T15:59:59.000Z"],
  ["YYYY-MM-DD HH:mm", "2026-11-03 00:00", "2026-11-02T16:00:00.000Z"],
  ["excel", "46329.5", "2026-11-03T04:00:00.000Z"],
])("the end that %s reads of %s", (form, written, expected) => {
  const clock = wallClockOf("Asia/Shanghai");
  expect(clock && timePattern(form)?.(written, clock, "ends")).toMatchObject({ at: new Date(expected) });
});

test.each([
  ["YYYY-MM-DD", "2026-02-30", "day"],
  ["YYYY-MM-DD", "2026-2-3", "form"],
  ["YYYY-MM-DD", "2026-02-03 extra", "form"],
  ["YYYY-MM-DD HH:mm", "2026-02-03 24:01", "day"],
  ["YYYY-MM-DD HH:mm:ss", "2026-02-03 24:00:00.5", "day"],
  ["YYYY-MM-DD HH:mm", "2026-02-30 24:00", "day"],
  ["DD-MMM-YYYY", "03-Nix-2026", "day"],
  ["epoch-ms", "1e12", "form"],
  ["epoch", "1684134000000", "day"],
  ["M/D/YYYY h:mm A", "11/3/2026 13:05 PM", "day"],
  ["M/D/YYYY h:mm A", "11/3/2026 0:05 AM", "day"],
  ["excel", "60", "day"],
  ["excel", "1e20", "form"],
  ["excel", "-3", "form"],
])("%s does not read %s", (form, written, fault) => {
  expect(read(form, written)).toBe(fault);
});

test("the dot of a form is a dot", () => {
  expect(read("DD.MM.YYYY", "03x11x2026")).toBe("form");
});

test.each(["", "HH:mm", "YYYY-MM", "YYYY-MM-DD YYYY", "(((", "["])("%j names no day", (form) => {
  expect(timePattern(form)).toBeNull();
});
