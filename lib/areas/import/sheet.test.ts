import { expect, test } from "vitest";
import { readTable } from "../../exchange/table";
import { reachesAbove, readAreaSheet } from "./sheet";

const entriesOf = (text: string) => readAreaSheet(readTable(text), "local").entries;

test("a list reaches above the top where it holds larger areas or equals of the top, not where it tells of the top itself", () => {
  const top = { level: "city", name: "演示市" } as const;
  const reaches = (rows: string) => reachesAbove(entriesOf(`code,name,level\n${rows}`), top);
  expect(reaches("b,Boston,city\na,Allston,community")).toBe(true);
  expect(reaches("p,贵州省,province")).toBe(true);
  expect(reaches("d,某区,district")).toBe(false);
  expect(reaches("c,演示市,city\nd,某区,district")).toBe(false);
});
