import { z } from "zod";
import { readCode } from "./codes";

const prefix = "mark.";

/** The name of the field of an item. */
export const markField = (item: string): string => `${prefix}${item}`;

const code = z.string("required").max(60).transform(readCode);

/** A filled-in form: the code of the sheet or of the open round, the key under which it is sent, and the marks. */
export const answerInput = z
  .object({ code, key: z.uuid(), area: z.uuid("required").optional() })
  .catchall(z.string().max(4, "too_long"))
  .transform(({ code, key, area, ...fields }) => ({ code, key, area: area ?? null, marks: marksOf(fields) }));
export type AnswerInput = z.output<typeof answerInput>;

/** Items left out, or answered with not knowing, are missing. */
function marksOf(fields: Record<string, string>): Record<string, number> {
  const marks: Record<string, number> = {};
  for (const [name, value] of Object.entries(fields))
    if (name.startsWith(prefix) && /^\d{1,3}$/.test(value)) marks[name.slice(prefix.length)] = Number(value);
  return marks;
}
