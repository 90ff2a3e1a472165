import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as OpenCC from "opencc-js";
import { describe, expect, test } from "vitest";
import en from "./en.json";
import simplified from "./zh-CN.json";
import traditional from "./zh-Hant.json";

type Tree = { [key: string]: string | Tree };

function textsOf(tree: Tree, above = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[above + key, value] as [string, string]] : textsOf(value, `${above}${key}.`),
  );
}

const languages = { "zh-CN": textsOf(simplified), "zh-Hant": textsOf(traditional), en: textsOf(en) };
const chinese = ["zh-CN", "zh-Hant"] as const;
/** Names of arguments of a message, nested ones too. */
const argumentsOf = (text: string) =>
  [...new Set(text.match(/\{\s*\w+\s*(?=[,}])/g)?.map((name) => name.slice(1).trim()))].sort();
const whereTexts = (texts: [string, string][], isWrong: (text: string) => boolean) =>
  texts.filter(([, text]) => isWrong(text)).map(([key, text]) => `${key}: ${text}`);

test.each(["zh-Hant", "en"] as const)("%s says all that zh-CN says, from the same arguments", (language) => {
  const known = new Map(languages[language]);
  expect([...known.keys()].sort()).toEqual(languages["zh-CN"].map(([key]) => key).sort());
  for (const [key, text] of languages["zh-CN"])
    expect(argumentsOf(known.get(key) ?? ""), key).toEqual(argumentsOf(text));
});

describe.each(chinese)("%s", (language) => {
  test("has no half-width punctuation beside Chinese characters", () => {
    const isWrong = (text: string) => /\p{Script=Han}\s?[,;:!?()]|[,;:!?()]\s?\p{Script=Han}/u.test(text);
    expect(whereTexts(languages[language], isWrong)).toEqual([]);
  });

  test("quotes as its readers do", () => {
    const foreign = language === "zh-CN" ? /[「」]/ : /[“”]/;
    expect(whereTexts(languages[language], (text) => foreign.test(text))).toEqual([]);
  });
});

test("zh-Hant has no simplified characters, zh-CN no traditional ones", () => {
  const toTraditional = OpenCC.Converter({ from: "cn", to: "tw" });
  const toSimplified = OpenCC.Converter({ from: "t", to: "cn" });
  const usual = "准";
  const hasOther = (text: string, convert: (character: string) => string) =>
    [...text].some((character) => !usual.includes(character) && convert(character) !== character);
  expect(whereTexts(languages["zh-Hant"], (text) => hasOther(text, toTraditional))).toEqual([]);
  expect(whereTexts(languages["zh-CN"], (text) => hasOther(text, toSimplified))).toEqual([]);
});

test("en has no Chinese punctuation", () => {
  expect(whereTexts(languages.en, (text) => /[，。；：（）、]/.test(text))).toEqual([]);
});

test("every reason that the domain refuses with has its sentence", () => {
  const sources = ["lib", "db", "cli"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|testing/.test(file))
      .map((file) => readFileSync(join(folder, file), "utf8")),
  );
  const refused = /new Refusal\(\s*"[a-z-]+",\s*"([\w.-]+)"/g;
  const named = /"((?:case|sense|exchange|area)\.(?:map|import)\.[\w.-]+)"/g;
  const reasons = sources.flatMap((text) =>
    [refused, named].flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[1] ?? "")),
  );
  expect(new Set(reasons).size).toBeGreaterThan(80);
  const known = new Set(languages["zh-CN"].map(([key]) => key));
  expect([...new Set(reasons)].filter((reason) => !known.has(reason))).toEqual([]);
});
