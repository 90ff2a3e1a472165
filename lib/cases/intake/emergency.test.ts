import { expect, test } from "vitest";
import { readCatalogue } from "../../../db/seed/catalogue";
import { emergenciesIn } from "./emergency";

const shipped = readCatalogue().map(({ parent_code: parentCode, emergency_words: emergencyWords, ...rest }) => ({
  ...rest,
  parentCode,
  emergencyWords,
}));
const numbers = (text: string, categoryCode: string | null = null) =>
  emergenciesIn({ text, categoryCode }, shipped).map(({ number }) => number);

test("words of danger lead to the number that helps, and say which words", () => {
  expect(emergenciesIn({ text: "3 楼起火，有人昏迷", categoryCode: null }, shipped)).toEqual([
    { number: "119", matched: ["起火"] },
    { number: "120", matched: ["昏迷"] },
  ]);
  expect(numbers("楼下打架")).toEqual(["110"]);
});

test("a category leads there by itself; a group does so by its words alone", () => {
  expect(numbers("电梯停在四楼", "0603")).toEqual(["119"]);
  expect(numbers("邻居晚上唱歌", "1101")).toEqual([]);
  expect(numbers("楼道灯不亮", "0606")).toEqual([]);
});
