import { expect, test } from "vitest";
import { readTable } from "../../exchange/table";
import { type AreaEntry, isAreaHeader, reachesAbove, readAreaSheet } from "./sheet";

const entriesOf = (text: string) => readAreaSheet(readTable(text), "local").entries;

test("a list reaches above the top where it holds larger areas or equals of the top, not where it tells of the top itself", () => {
  const top = { level: "city", name: "演示市" } as const;
  const reaches = (rows: string) => reachesAbove(entriesOf(`code,name,level\n${rows}`), top);
  expect(reaches("b,Boston,city\na,Allston,community")).toBe(true);
  expect(reaches("p,贵州省,province")).toBe(true);
  expect(reaches("d,某区,district")).toBe(false);
  expect(reaches("c,演示市,city\nd,某区,district")).toBe(false);
});

test("a sheet with a column for each level names the places above those of its rows", () => {
  const sheet = `某街道网格台账,,,,
区县,所属街道,社区名称,网格,户数
甲区,甲街道,和平社区,第一网格,300
,,,第二网格,310
,乙街道,和平社区,第一网格,"1,200"
甲区,,直管社区,,50
甲区,甲街道,,,900
甲区,甲街道,和平社区,第一网格,301`;
  const { entries, rejections } = readAreaSheet(readTable(sheet, {}, isAreaHeader), "local");
  const pathOf = (entry: AreaEntry): string => [...(entry.above ? [pathOf(entry.above)] : []), entry.name].join("/");
  expect(entries.map((entry) => `${entry.level} ${pathOf(entry)} ${entry.households ?? "–"}`)).toEqual([
    "district 甲区 –",
    "community 甲区/直管社区 50",
    "street 甲区/甲街道 900",
    "community 甲区/甲街道/和平社区 –",
    "grid 甲区/甲街道/和平社区/第一网格 300",
    "grid 甲区/甲街道/和平社区/第二网格 310",
    "street 甲区/乙街道 –",
    "community 甲区/乙街道/和平社区 –",
    "grid 甲区/乙街道/和平社区/第一网格 1200",
  ]);
  expect(rejections).toEqual([
    expect.objectContaining({
      line: 8,
      column: "网格",
      value: "第一网格",
      reason: "area.import.twice",
      values: { line: 3 },
    }),
  ]);
});

test("a list of names that also tells larger places is a list of names", () => {
  const { entries } = readAreaSheet(
    readTable("代码,名称,级别,所属区县,所属街道\nx,和平社区,社区,甲区,甲街道"),
    "local",
  );
  expect(entries).toEqual([expect.objectContaining({ name: "和平社区", level: "community", code: "x" })]);
});

test("a code that a spreadsheet made a float of is told as one, also where any word may be a code", () => {
  for (const scheme of ["nbs", "local"] as const) {
    const { rejections } = readAreaSheet(readTable("code,name,level\n1.2E+11,甲街道,street"), scheme);
    expect(rejections.map(({ reason }) => reason)).toEqual(["area.import.scientific"]);
  }
  const { rejections } = readAreaSheet(readTable("code,name\n1.2E+11,甲街道"), "nbs");
  expect(rejections).toHaveLength(1);
});

test("whole numbers that a spreadsheet made floats of are whole", () => {
  const { entries, rejections } = readAreaSheet(
    readTable(
      "code,name,level,households\n520000.0,贵州省,1.0,\n520100.0,贵阳市,2.0,1200.0\n520115.0,观山湖区,3.0,1.5",
    ),
    "nbs",
  );
  expect(entries.map(({ code, level, households }) => [code, level, households])).toEqual([
    ["520000", "province", null],
    ["520100", "city", 1200],
  ]);
  expect(rejections).toEqual([expect.objectContaining({ value: "1.5", reason: "area.import.whole" })]);
});

test("a refused code is told what its scheme accepts", () => {
  const reasons = (scheme: "nbs" | "local", code: string) =>
    readAreaSheet(readTable(`code;name;level\n${code};甲街道;street`), scheme).rejections.map(({ reason }) => reason);
  expect(reasons("nbs", "52011500")).toEqual(["area.import.code"]);
  expect(reasons("local", "a,b")).toEqual(["area.import.codeLocal"]);
  expect(reasons("local", "52011500")).toEqual([]);
});
