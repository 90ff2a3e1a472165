import { expect, test } from "vitest";
import { canonicalCode, levelOfCode, mayHangUnder, parentCodes, plainName } from "./model";

test("names are compared without the endings that offices add", () => {
  for (const name of ["浪花苑社区居委会", "浪花苑社区", "浪花苑居委会", "浪花苑社区居民委员会", " 浪花苑 居民委员会"]) {
    expect(plainName(name)).toBe("浪花苑");
  }
  expect(plainName("胜浦街道")).toBe(plainName("胜浦"));
  expect(plainName("胜浦街道办事处")).toBe("胜浦");
  expect(plainName("新苏村委会")).toBe("新苏村");
  expect(plainName("新苏村")).not.toBe(plainName("新苏社区"));
  expect(plainName("第一社区")).not.toBe(plainName("一社区"));
  expect(plainName("莲塘镇")).not.toBe(plainName("莲塘街道"));
  expect(plainName("社区")).toBe("社区");
});

test.each([
  ["nbs", "520115007000", "520115007"],
  ["nbs", "520115007", "520115007"],
  ["nbs", "520115007005", "520115007005"],
  ["nbs", "520115000000", "520115"],
  ["mca", "52", "520000"],
  ["mca", "5201", "520100"],
  ["nbs", "520115007005", "520115007005"],
  ["nbs", "520115007005001", "520115007005001"],
  ["nbs", "5.20115E+11", null],
  ["nbs", "52011500", null],
  ["nbs", "", null],
  ["local", "JY-01", "JY-01"],
  ["local", "520000000000", "520000000000"],
] as const)("a %s code %s is %s", (scheme, written, code) => {
  expect(canonicalCode(scheme, written)).toBe(code);
});

test("an official code tells its level and what it hangs under", () => {
  expect(["520000", "520100", "520115", "520115007", "520115007005", "520115007005001"].map(levelOfCode)).toEqual([
    "province",
    "city",
    "district",
    "street",
    "community",
    "grid",
  ]);
  expect(parentCodes("520115007005")).toEqual(["520115007", "520115", "520100", "520000"]);
  expect(parentCodes("520115007005001")).toEqual(["520115007005", "520115007", "520115", "520100", "520000"]);
  expect(parentCodes("520100")).toEqual(["520000"]);
  expect(parentCodes("520000")).toEqual([]);
});

test("levels may be skipped, never turned round", () => {
  expect(mayHangUnder("grid", "street")).toBe(true);
  expect(mayHangUnder("street", "community")).toBe(false);
  expect(mayHangUnder("grid", "grid")).toBe(true);
  expect(mayHangUnder("community", "community")).toBe(false);
});
