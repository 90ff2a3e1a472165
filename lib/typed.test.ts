import { expect, test } from "vitest";
import { z } from "zod";
import { changeCategoryInput } from "./cases/catalogue/input";
import { closeInput, reasonInput, recategoriseInput, registerInput } from "./cases/input";
import { withoutIdentities, withoutNumbers } from "./concealed";
import { addTemplateInput } from "./replies/input";
import { givenIn, wordsField } from "./senses/answering/input";
import { saveItemInput } from "./senses/instruments/input";
import { atMost, count, degrees } from "./typed";
import { visitInput } from "./visits/input";

test.each(["-1", "1.5", "1e3", "0x10", "２", "9007199254740993", "99999999999999999999", "", " ", "NaN"])(
  "%j is no count",
  (written) => {
    expect(count(0, 100_000).safeParse(written).success).toBe(false);
    const named = visitInput.safeParse({ visited: written }).error?.issues.map(({ path }) => path[0]);
    expect(named).toContain("visited");
  },
);

test.each(["91x", "NaN", "Infinity", "1e309", "39,9", "0x10", " ", "1e1"])("%j is no degree", (written) => {
  expect(degrees(180).safeParse(written).success).toBe(false);
});

test("what is written as people write it is read", () => {
  expect([
    count(0, 9).parse("7"),
    count(0, 9).parse(7),
    degrees(180).parse("-71.0644"),
    degrees(90).parse("+26.6"),
  ]).toEqual([7, 7, -71.0644, 26.6]);
  expect(degrees(90).safeParse("91").success).toBe(false);
});

test("a latitude beyond the poles is refused, and called swapped where the other would be one", () => {
  const said = (lon: string, lat: string) => {
    const id = "01890a5d-ac96-774b-bcce-b302099a8057";
    const given = { id, areaId: id, title: "护栏松动", channel: "phone", requestType: "other", lon, lat };
    return registerInput.safeParse(given).error?.issues.map(({ message, path }) => `${message} ${path}`);
  };
  expect(said("26.6", "106.7")).toEqual(["swapped lat"]);
  expect(said("106.7", "91")).toEqual(["latitude lat"]);
  expect(said("106.7", "26.6")).toBeUndefined();
});

test("the number of an identity card is not kept, an order number is", () => {
  const text = "住户 52010319880307123X，电话 13800138000，单号 202611260001234567";
  expect(withoutIdentities(text)).toBe(`住户 ${"*".repeat(18)}，电话 13800138000，单号 202611260001234567`);
  const { title, body } = registerInput.shape;
  expect(title.parse("找 520103198803071234 的人")).toBe(`找 ${"*".repeat(18)} 的人`);
  expect(body.parse("520103198803071234")).toBe("*".repeat(18));
});

test.each([
  ["王女士 13812345678 反映", `王女士 ${"*".repeat(11)} 反映`],
  ["电话138 1234 5678，急", `电话${"*".repeat(11)}，急`],
  ["+86-138-1234-5678", "*".repeat(11)],
  ["家里 0512-6543 2109，也可打（021）65432109", `家里 ${"*".repeat(11)}，也可打${"*".repeat(11)}`],
  [
    "座机：65432109，电话号码 654-3210，Tel. 6543-2109",
    `座机：${"*".repeat(11)}，电话号码 ${"*".repeat(11)}，Tel. ${"*".repeat(11)}`,
  ],
  ["2026-11-26 的单 GD-051265432109，电话工单 20261126", "2026-11-26 的单 GD-051265432109，电话工单 20261126"],
  ["灯杆 20261126001234，井盖 1381234，热线 0512-12345", "灯杆 20261126001234，井盖 1381234，热线 0512-12345"],
])("of what is written about a case no number to call is kept: %s", (written, kept) => {
  const { title, body, place, orderNumber, contactPhone } = registerInput.shape;
  expect(withoutNumbers(written)).toBe(kept);
  for (const field of [title, body, place, reasonInput.shape.note]) expect(field.parse(written)).toBe(kept);
  expect(orderNumber.parse("13812345678")).toBe("13812345678");
  expect(contactPhone.parse("13812345678")).toBe("13812345678");
});

test("a version beyond what a column holds is refused at the field, not by the database", () => {
  for (const input of [reasonInput, recategoriseInput])
    expect(input.safeParse({ version: "99999999999" }).error?.issues.map(({ path }) => path[0])).toContain("version");
});

test("a text is as long as people count it, and its refusal says how long that is", () => {
  const text = z.string().check(atMost(4));
  expect(text.safeParse("𠮷𠮷😀长").success).toBe(true);
  expect(text.safeParse("一二三四五").error?.issues[0]).toMatchObject({
    message: "too_long",
    params: { most: 4, length: 5 },
  });
});

test("what residents read names a hotline or the landline of an office, and no mobile number", () => {
  const written = "请拨 12345 或社区 0512-65432109，或找小王 13812345678";
  const kept = `请拨 12345 或社区 0512-65432109，或找小王 ${"*".repeat(11)}`;
  const { labelZh, labelHant, labelEn } = saveItemInput.shape;
  for (const field of [closeInput.shape.publicReply, addTemplateInput.shape.body, labelZh, labelHant, labelEn])
    expect(field.parse(written)).toBe(kept);
  expect(saveItemInput.shape.optionsZh.parse(`${written}\n其他`)).toEqual([kept, "其他"]);
  const category = {
    code: "0602",
    version: 0,
    name: written.slice(0, 20),
    notice: written,
    question1Label: "小王 13812345678",
  };
  expect(changeCategoryInput.parse(category)).toMatchObject({
    notice: kept,
    questions: [{ label: `小王 ${"*".repeat(11)}` }],
  });
});

test("of what a resident answers in words no number to call is kept, on paper or on a phone", () => {
  const given = givenIn({ [wordsField("open")]: " 有事打 13812345678，家里 0512-65432109 " });
  expect(given.words).toEqual({ open: `有事打 ${"*".repeat(11)}，家里 ${"*".repeat(11)}` });
});
