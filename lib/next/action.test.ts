import { expect, test } from "vitest";
import { z } from "zod";
import { categoryCode } from "../cases/catalogue/input";
import { closeReasons } from "../cases/model";
import { codeOfIssue } from "./action";

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
