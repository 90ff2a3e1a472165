import { expect, test } from "vitest";
import { z } from "zod";
import { categoryCode } from "../cases/catalogue/input";
import { closeReasons } from "../cases/model";
import { codeOfIssue, typed } from "./action";
import { clean, concealed } from "./fields";

const schema = z.strictObject({ reason: z.enum(closeReasons), id: z.uuid(), code: categoryCode });

function saidOf(input: object): Record<string, string> {
  const { error } = schema.safeParse(input, { error: codeOfIssue });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

test("what was not chosen or not filled in is asked for, and only what is wrong is called wrong", () => {
  expect(saidOf({})).toEqual({ reason: "required", id: "required", code: "required" });
  expect(saidOf({ reason: "", id: "", code: "" })).toEqual({ reason: "required", id: "required", code: "required" });
  expect(saidOf({ reason: "x", id: "x", code: "x" })).toEqual({ reason: "invalid", id: "invalid", code: "invalid" });
});

test("where the number of an identity card was typed and not kept is known, a text in stars is taken", () => {
  const typed = { id: "0", version: "1", reason: "找 520103198803071234 的人" };
  const kept = (reason: string) => ({ ...typed, reason });
  expect(concealed(typed, kept(`找 ${"*".repeat(18)} 的人`))).toEqual({ reason: `找 ${"*".repeat(18)} 的人` });
  expect(concealed(typed, typed)).toEqual({});
  expect(concealed(kept(`找 ${"*".repeat(18)} 的人`), kept(`找 ${"*".repeat(18)} 的人`))).toEqual({});
});

test("a field of any name is kept as it was typed, without what cannot be kept", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["constructor", "x"],
    ["__proto__", "y"],
    ["title", "灯\0不亮\uFFFD"],
    ["title", "灯"],
    ["password", "z"],
  ] as const)
    form.append(name, value);
  const { values, lists } = typed(form);
  expect(Object.entries(values)).toEqual([
    ["constructor", "x"],
    ["__proto__", "y"],
    ["title", "灯不亮"],
  ]);
  expect(lists.title).toEqual(["灯不亮", "灯"]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test("what was sent in another charset, or half of a letter, is refused", () => {
  for (const text of ["\uFFFD\uFFFD", "a\0", "\uD800"]) expect(() => clean("title", text)).toThrow();
  expect(clean("title", " 灯 ")).toBe("灯");
});
