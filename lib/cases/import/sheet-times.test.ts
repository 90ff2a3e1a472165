import { expect, test } from "vitest";
import { caseMapping } from "./mapping";
import { caseSheet } from "./sheet";

const columns = ["id", "at", "due", "closed"];
const mapping = caseMapping.parse({
  ...{ source: "t", id: "id", title: "id", zone: "Asia/Shanghai", form: ["YYYY-MM-DD HH:mm", "YYYY-MM-DD"] },
  ...{ registered: "at", due: "due", closed: "closed" },
});

function read(...cells: string[]) {
  const entry = caseSheet(mapping, { columns, separator: "," }, new Date())({ line: 2, cells });
  if (Array.isArray(entry)) throw new Error(entry[0]?.reason);
  return entry;
}

test("a limit that names a day only is that day to its end, a closing its beginning", () => {
  const { closeDueAt, closedAt, notes } = read("1", "2026-11-02 09:00", "2026-11-03", "2026-11-04");
  expect(closeDueAt).toEqual(new Date("2026-11-03T15:59:59Z"));
  expect(closedAt).toEqual(new Date("2026-11-03T16:00:00Z"));
  expect(notes).toEqual([]);
  expect(read("1", "2026-11-02 09:00", "2026-11-02", "2026-11-02 17:00").notes).toEqual([]);
});

test("a limit with a time of day is that moment", () => {
  expect(read("1", "2026-11-02 09:00", "2026-11-03 12:00", "").closeDueAt).toEqual(new Date("2026-11-03T04:00:00Z"));
});
