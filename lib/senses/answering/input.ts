import { z } from "zod";
import { withoutNumbers } from "../../concealed";
import { atMost } from "../../typed";
import { type Marks, mostWords } from "../items";
import { readCode } from "./codes";

const [marked, said] = ["mark.", "words."];

/** The name of the field of an item that takes a mark. */
export const markField = (item: string): string => `${marked}${item}`;
export const isMarkField = (name: string): boolean => name.startsWith(marked);
/** The name of the field of an item that is answered in words. */
export const wordsField = (item: string): string => `${said}${item}`;

export type Given = { marks: Marks; words: Record<string, string> };

const field = z.string().check(atMost(mostWords));
const code = z.string("required").max(60).transform(readCode);

/** The code of a sheet or of an open round alone. */
export const sheetInput = z.object({ code });

/** A filled-in form: the code of the sheet or of the open round, the key under which it is sent, marks and words. */
export const answerInput = z
  .object({
    code,
    key: z.uuid(),
    area: z.uuid("required").or(z.literal("")).optional(),
    later: z.literal("on").optional(),
  })
  .catchall(field)
  .transform(({ code, key, area, later, ...fields }) => ({
    code,
    key,
    area: area || null,
    isLater: later === "on",
    ...givenIn(fields),
  }));
export type AnswerInput = z.output<typeof answerInput>;

/** The answer to one question of a sheet. */
export const itemInput = z
  .object({ code, item: z.string().max(40) })
  .catchall(field)
  .transform(({ code, item, ...fields }) => ({ code, item, ...givenIn(fields) }));

/** Items left out, or answered with not knowing, are missing. */
export function givenIn(fields: Record<string, string>): Given {
  const given: Given = { marks: {}, words: {} };
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith(marked) && /^\d{1,3}$/.test(value)) given.marks[name.slice(marked.length)] = Number(value);
    if (name.startsWith(said) && value.trim() !== "")
      given.words[name.slice(said.length)] = withoutNumbers(value.trim());
  }
  return given;
}
