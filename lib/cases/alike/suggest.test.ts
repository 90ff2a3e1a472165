import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { suggestCategories } from "./suggest";

test("a text suggests the category whose longest word it holds, and says which word", () => {
  expect(suggestCategories("3 幢电梯坏了")[0]).toEqual({ code: "0602", matched: ["电梯坏", "电梯"] });
  expect(suggestCategories("二单元楼道灯不亮")[0]).toEqual({ code: "0606", matched: ["楼道灯"] });
  expect(suggestCategories("Lift out of order")[0]?.code).toBe("0602");
  expect(suggestCategories("你好")).toEqual([]);
});

test("what is suggested stands in the catalogue", () => {
  const known = new Set(readFileSync("db/catalogue/event_categories.csv", "utf8").match(/\b\d{4}\b/g));
  for (const word of ["垃圾", "井盖", "噪音", "燃气", "停电", "感谢"])
    for (const { code } of suggestCategories(word)) expect(known.has(code), code).toBe(true);
});
