import { expect, test } from "vitest";
import type { AskedItem } from "../items";
import { guessedMatching } from "./matching";
import { type AreaSource, sourceWritten, writtenSource } from "./model";

const item = (code: string, zh: string, en: string): AskedItem => ({
  ...{ code, kind: "scale", low: 1, high: 5, options: [], shownIf: null },
  labels: { "zh-CN": zh, en },
});
const items = [
  item("G1", "邻里之间愿意互相帮忙", "Neighbours help each other"),
  item("G2", "社区环境整洁、安静", "The surroundings are clean and quiet"),
  item("H1", "总的来说，我幸福", "On the whole I am happy"),
];
const areas = [{ id: "a" }, { id: "b" }];
const guessed = (...headers: string[]) => guessedMatching(headers, { items, areas });

test("columns are found by code, by wording in any language, with or without the number of the question", () => {
  const codes = guessed("h1", "G2 ", "Ｇ１");
  expect(codes.columns).toEqual({ G1: "Ｇ１", G2: "G2 ", H1: "h1" });
  const worded = guessed("1. 邻里之间愿意互相帮忙。", "2、The surroundings are clean and quiet", "H1 总的来说,我幸福");
  expect(Object.values(worded.columns)).toEqual([
    "1. 邻里之间愿意互相帮忙。",
    "2、The surroundings are clean and quiet",
    "H1 总的来说,我幸福",
  ]);
});

test("a column answers one question, the first of its like; what is not known is left to be chosen", () => {
  expect(guessed("G1", "邻里之间愿意互相帮忙", "年龄").columns).toEqual({ G1: "G1", G2: "", H1: "" });
  expect(guessed("", "1", "2").columns).toEqual({ G1: "", G2: "", H1: "" });
});

test("the community stands in a column that is called so; else it is the only one there is, or to be chosen", () => {
  expect(guessed("所属社区", "G1").area).toEqual({ of: "column", header: "所属社区" });
  expect(guessed("G1").area).toBeNull();
  expect(guessedMatching(["G1"], { items, areas: [{ id: "a" }] }).area).toEqual({ of: "area", id: "a" });
});

test("where the area stands is written into a form and read from it", () => {
  const sources: AreaSource[] = [
    { of: "area", id: "a" },
    { of: "column", header: "社区:名称" },
  ];
  for (const source of sources) expect(sourceWritten(writtenSource(source))).toEqual(source);
  for (const written of ["", "area:", "column", "else:x"]) expect(sourceWritten(written)).toBeNull();
});
