import { expect, test } from "vitest";
import { type ImportReport, rejectedCsv, reportJson, reportText } from "./report";
import { readTable } from "./table";

const say = (key: string, values: Record<string, string | number> = {}) => [key, ...Object.values(values)].join(" ");
const rejection = { line: 3, cells: ["x", "=1+2"], column: "code", value: "x", reason: "area.import.code", values: {} };
const report: ImportReport = {
  kind: "areas",
  file: "a.csv",
  columns: ["code", "name"],
  applied: false,
  read: 2,
  new: 1,
  changed: 0,
  same: 0,
  rejected: 1,
  rejections: [rejection],
  notices: [],
};

test("a report says what was read and why a row stays out", () => {
  expect(reportText(report, say).split("\n")).toEqual([
    "exchange.kind.areas a.csv",
    "exchange.counts 2 1 0 0 1",
    "exchange.rejection 3 code x area.import.code",
    "exchange.dryRejected",
  ]);
  expect(JSON.parse(reportJson(report, say))).toMatchObject({
    read: 2,
    rejected: 1,
    rejections: [{ line: 3, message: "area.import.code" }],
  });
});

test("what a file says breaks no line of a report, speaks to no terminal and turns no letters round", () => {
  const hostile = { ...rejection, value: `a\nb\u001b[31m\u202e${"x".repeat(200)}` };
  const lines = reportText({ ...report, rejections: [hostile] }, say).split("\n");
  expect(lines[2]).toBe(`exchange.rejection 3 code a\\u000ab\\u001b[31m\\u202e${"x".repeat(70)}… area.import.code`);
  expect(lines).toHaveLength(4);
});

test("rejected rows are kept as they came, harmless for a spreadsheet, and can be read again", () => {
  const text = rejectedCsv(
    { ...report, rejections: [rejection, { ...rejection, column: "name", reason: "other" }] },
    say,
  );
  expect(text).toContain(`x,"'=1+2",3,`);
  const table = readTable(text.replace("\uFEFF", "").replaceAll("\r\n", "\n"));
  expect(table.columns).toEqual(["code", "name", "exchange.lineColumn", "exchange.reasonColumn"]);
  expect(table.rows).toHaveLength(1);
  expect(table.rows[0]?.cells[3]).toBe("code: area.import.code; name: other");
  for (const separator of [";", "\t", "|"]) {
    const cells = ["50,9", `a${separator}b`];
    const parted = rejectedCsv({ ...report, separator, rejections: [{ ...rejection, cells }] }, say);
    const again = readTable(parted.replace("\uFEFF", "").replaceAll("\r\n", "\n"));
    expect([again.separator, again.rows[0]?.cells.slice(0, 2)]).toEqual([separator, cells]);
  }
});
