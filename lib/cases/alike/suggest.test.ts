import { expect, test } from "vitest";
import { readCatalogue } from "../../../db/seed/catalogue";
import { suggestCategories } from "./suggest";

const shipped = readCatalogue();

test("a text suggests the category whose longest word it holds, and says which word", () => {
  expect(suggestCategories("3 幢电梯坏了", shipped)[0]).toEqual({ code: "0602", matched: ["电梯坏", "电梯"] });
  expect(suggestCategories("二单元楼道灯不亮", shipped)[0]).toEqual({ code: "0606", matched: ["楼道灯"] });
  expect(suggestCategories("Lift out of order", shipped)[0]?.code).toBe("0602");
  expect(suggestCategories("你好", shipped)).toEqual([]);
});

test("words of a street's own count like those that ship", () => {
  expect(suggestCategories("河灯节预约", [{ code: "12900001", words: ["河灯"] }])).toEqual([
    { code: "12900001", matched: ["河灯"] },
  ]);
});
