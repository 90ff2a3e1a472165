import "server-only";
import { z } from "zod";
import { Refusal } from "../errors";
import { lineEnds } from "../exchange/text";
import { unwanted } from "../typed";

type Entry = string | File;

/** What arrived, by name: one value, or a list where the schema says so. A single value that is repeated is refused. */
export function collect(schema: z.ZodType, entries: Iterable<[string, Entry]>): Record<string, Entry | Entry[]> {
  const shape = shapeOf(schema);
  const collected = new Map<string, Entry | Entry[]>();
  for (const [name, raw] of entries) {
    if (name.startsWith("$ACTION")) continue;
    const value = typeof raw === "string" ? clean(name, raw) : raw;
    if (!isNoFile(value))
      collected.set(name, joined(name, value, { before: collected.get(name), schema: shape[name] }));
  }
  return Object.fromEntries(collected);
}

type Collected = { before: Entry | Entry[] | undefined; schema: z.ZodType | undefined };

function joined(name: string, value: Entry, { before, schema }: Collected): Entry | Entry[] {
  if (schema && isList(schema)) return [...(Array.isArray(before) ? before : []), value];
  if (before !== undefined) throw new Refusal("invalid", "form.repeated", {}, name);
  return value;
}

/** The fields of which the schema did not keep a number that was typed and leads to a person, with what it kept. */
export function concealed(typed: Record<string, unknown>, kept: unknown): Record<string, string> {
  const parsed = new Map<string, unknown>(Object.entries(Object(kept)));
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => {
      const stands = parsed.get(name);
      return typeof text === "string" && typeof stands === "string" && starsIn(stands) > starsIn(text)
        ? [[name, stands]]
        : [];
    }),
  );
}

const starsIn = (text: string) => text.split("*").length;

/** One kind of line end, composed characters, nothing that turns what follows, no space around; a password stands as it was typed. */
export function clean(name: string, text: string): string {
  if (text.search(unkeepable) >= 0 || !text.isWellFormed()) throw new Refusal("invalid", "form.characters", {}, name);
  return isSecret(name) ? text : text.replace(lineEnds, "\n").replace(unwanted, "").normalize("NFC").trim();
}

/** No letter, or the sign that stands where a letter could not be read: of another charset, or half of one. */
export const unkeepable = /[\0\uFFFD]/g;

export function isSecret(name: string): boolean {
  return /password|secret/i.test(name);
}

const isNoFile = (value: Entry) => typeof value !== "string" && value.size === 0 && value.name === "";

function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape;
  // A pipe's ends are typed as core schemas; every one made with this zod is a ZodType.
  if (schema instanceof z.ZodPipe)
    return shapeOf((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType);
  return {};
}

function isList(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodArray) return true;
  // As above: what is wrapped is a ZodType too.
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return isList(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodCatch) return isList(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe)
    return isList((schema.in instanceof z.ZodTransform ? schema.out : schema.in) as z.ZodType);
  return false;
}
