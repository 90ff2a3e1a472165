import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "../../context";
import type { FormAction } from "../../form-state";
import type { Permission } from "../model";
import type { City, Person } from "./world";

export type Target = { area: string; assigned: boolean };
export type Asked = { city: City; person: Person; target: Target };
export type Fields = Record<string, string>;

/** What a verb is done to decides who can see it: a case, an area, a round or a text for answers (its own, or one that it is asked in), an account by its grant, or nothing in particular. */
export type Attempt = {
  name: string;
  permission: Permission;
  on: "case" | "area" | "round" | "asked" | "account" | "granting" | "importing" | "nothing";
  schema: z.ZodType;
  run: (ctx: Context, input: never) => Promise<unknown>;
  /** Lays a fresh object of its own at the target and answers what the form would say. */
  fields: (asked: Asked) => Promise<Fields>;
  /** The one of the app; where there is none yet, one is made of schema and verb. */
  action?: FormAction;
};

export function attempt<S extends z.ZodType>(
  given: Omit<Attempt, "schema" | "run"> & { schema: S; run: (ctx: Context, input: z.output<S>) => Promise<unknown> },
): Attempt {
  // `run` is only ever given what `schema` has read.
  return given as unknown as Attempt;
}

/** A name nobody has, without digits, which might stand for a number that is not kept. */
export const newName = () => uuidv7().replace(/\d/g, (digit) => "零一二三四五六七八九".charAt(Number(digit)));
