import { expect, test } from "vitest";
import { closeInput } from "../cases/input";
import { asRead, fillIn, hasUnknown, type ReplyValues } from "./model";

const values: ReplyValues = {
  number: "133",
  title: "路灯不亮",
  category: "照明",
  area: "甲一社区",
  place: null,
  unit: "甲街道物业",
  date: "2026年11月23日",
  due: null,
};

test("what the case has is filled in, as often as it is asked for", () => {
  expect(fillIn("您的 {number} 号诉求由{unit}办理，{unit}于{date}修好。", values)).toEqual({
    text: "您的 133 号诉求由甲街道物业办理，甲街道物业于2026年11月23日修好。",
    unknown: [],
    empty: [],
  });
});

test("what nobody knows and what this case has not stays as it is, and is named once", () => {
  expect(fillIn("{name}{name}{due}{ number }{}", values)).toEqual({
    text: "{name}{name}{due}{ number }{}",
    unknown: ["{name}", "{ number }", "{}"],
    empty: ["{due}"],
  });
  expect([hasUnknown("{due}"), hasUnknown("{Due}"), hasUnknown("没有")]).toEqual([false, true, false]);
});

test("what is filled in is not read again", () => {
  expect(fillIn("{title}", { ...values, title: "{unit}" }).text).toBe("{unit}");
});

test("a name is understood in every language, whatever the language of the reader", () => {
  const { text, unknown } = fillIn("{编号} {編號} {number}：{单位}、{unit}、{區域}、{类别}", values);
  expect({ text, unknown }).toEqual({ text: "133 133 133：甲街道物业、甲街道物业、甲一社区、照明", unknown: [] });
});

test("while it is written an answer is shown as it will be kept: without what leads to a person", () => {
  for (const written of ["  {title}已修好，师傅 138 1234 5678。\n", "身份证 52010319880307123X 已核，{unit}"]) {
    const sent = { id: "01935b7a-0000-7000-8000-000000000133", version: "1", reason: "solved", publicReply: written };
    const { text } = asRead(written, values);
    expect(text).toBe(fillIn(closeInput.parse(sent).publicReply, values).text);
    expect(text).toContain("***");
  }
});
