import "server-only";
import type { z } from "zod";
import type { Context, Visitor } from "../context";
import { Refusal } from "../errors";
import type { FormAction, FormState } from "../form-state";
import { write } from "./context";
import { clean, collect, concealed, isSecret, unkeepable } from "./fields";
import { sentence } from "./locale";
import { requireOrigin } from "./origin";
import { visitorNow } from "./session";

/** For what computes the results of whole rounds. */
export const longMilliseconds = 120_000;

/** What a form may be shown once when it is done, as the password just made. */
type Shown = Record<string, string>;

/**
 * The one way a form reaches the domain: from our page, in what shape, as whom, then the verb. A Refusal comes back as
 * state with what was typed; anything else is a bug and belongs to error.tsx. `leave` goes on to another page once the
 * transaction holds: to leave is to throw, which inside it would undo what was just written.
 */
export function action<S extends z.ZodType, R extends Shown | void>(
  schema: S,
  run: (ctx: Context, input: z.output<S>) => Promise<R>,
  leave?: (input: z.output<S>, done: R) => void,
  milliseconds?: number,
): FormAction {
  return formAction(schema, async (input) => {
    const done = await write((ctx) => run(ctx, input), milliseconds);
    leave?.(input, done);
    return done;
  });
}

/** The twin of `action` for who has no account: the verb checks the permission, which is a token or a password. */
export function visit<S extends z.ZodType>(
  schema: S,
  run: (visitor: Visitor, input: z.output<S>) => Promise<Shown | void>,
): FormAction {
  return formAction(schema, async (input) => run(await visitorNow(), input));
}

export function formAction<S extends z.ZodType>(
  schema: S,
  run: (input: z.output<S>) => Promise<Shown | void>,
): FormAction {
  return async (first: FormState | FormData, second?: FormData): Promise<FormState> => {
    const form = second ?? first;
    if (!(form instanceof FormData)) throw new Refusal("invalid", "error.unreadable");
    try {
      await requireOrigin();
      const collected = collect(schema, form.entries());
      const parsed = await schema.safeParseAsync(collected, { error: codeOfIssue });
      if (!parsed.success) return await misfilled(form, parsed.error.issues);
      const told = await starred(form, concealed(collected, parsed.data));
      return told ?? { status: "done", shown: (await run(parsed.data)) ?? {} };
    } catch (error) {
      if (error instanceof Refusal) return await refused(form, error);
      throw error;
    }
  };
}

/** Who was told that something is of another version by now may send the same again over that one. */
async function refused(form: FormData, { code, reason, values: told, field, offers }: Refusal): Promise<FormState> {
  const text = await sentence(reason, told);
  const fields = field ? { [field]: text } : {};
  const { values, lists } = typed(form);
  const over = told.version === undefined ? {} : { version: String(told.version) };
  return { status: "refused", code, reason: text, fields, offers, values: { ...values, ...over }, lists };
}

async function misfilled(form: FormData, issues: z.core.$ZodIssue[]): Promise<FormState> {
  const fields = new Map<string, string>();
  for (const issue of issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "")];
    const text = await sentence(`form.${issue.message}`, valuesOfIssue(issue));
    for (const name of names) if (!fields.has(name)) fields.set(name, text);
  }
  const reason = await sentence("form.fix");
  return { status: "refused", code: "invalid", reason, fields: Object.fromEntries(fields), offers: [], ...typed(form) };
}

/** Says once that a number that leads to a person is not kept there; what comes back to be sent has stars in its place. */
async function starred(form: FormData, stars: Record<string, string>): Promise<FormState | null> {
  const names = Object.keys(stars);
  if (names.length === 0) return null;
  const reason = await sentence("form.identity");
  const { values, lists } = typed(form);
  const fields = Object.fromEntries(names.map((name) => [name, reason]));
  return { status: "refused", code: "invalid", reason, fields, offers: [], values: { ...values, ...stars }, lists };
}

/** How zod calls what is not there: no text, none of a list, not of a form. */
const missing = ["invalid_type", "invalid_value", "invalid_format"];

/** What zod says of a rule that has no words of its own: a key of the namespace `form`. */
export function codeOfIssue({ code, input }: { code?: string | undefined; input?: unknown }): string {
  if (code === "unrecognized_keys") return "unexpected";
  const isMissing = input === undefined || input === null || input === "";
  if (isMissing && missing.some((known) => known === code)) return "required";
  return code === "too_small" || code === "too_big" ? code : "invalid";
}

/** What the sentence of a rule tells besides, as how long a text may be. */
export function valuesOfIssue(issue: z.core.$ZodIssue | undefined): Record<string, string | number> {
  return issue?.code === "custom" ? { ...issue.params } : {};
}

/** As it was typed, without what cannot be kept; a name such as `constructor` is a name like any other. */
export function typed(form: FormData): { values: Record<string, string>; lists: Record<string, string[]> } {
  const lists = new Map<string, string[]>();
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || isSecret(name) || name.startsWith("$ACTION")) continue;
    lists.set(name, [...(lists.get(name) ?? []), clean(name, value.toWellFormed().replace(unkeepable, ""))]);
  }
  const values = [...lists].map(([name, [first = ""]]) => [name, first]);
  return { values: Object.fromEntries(values), lists: Object.fromEntries(lists) };
}
