import { z } from "zod";
import { limitUnits } from "../../calendar/model";
import { withoutMobiles } from "../../concealed";
import { atMost } from "../../typed";
import { emergencyNumbers, mostQuestions, type Question, questionKinds } from "./model";

export const categoryCode = z.string().regex(/^\d{4}(\d{4})?$/);

const blank = (value: unknown) => (value === "" ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blank, schema.optional());
/** What residents read too: it may name a hotline or the landline of an office. */
const text = (most: number) => optional(z.string().trim().check(atMost(most)).transform(withoutMobiles));
const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());
const name = z.string("required").trim().min(1, "required").check(atMost(40)).transform(withoutMobiles);
const limit = optional(z.coerce.number("number").int("number").min(1, "too_small").max(999, "too_big"));

/** Words as they are written, apart by spaces, commas or 顿号. */
const words = z
  .string()
  .check(atMost(600))
  .default("")
  .transform((written) => [...new Set(written.split(/[\s,，、;；]+/).filter(Boolean))])
  .refine((list) => list.length <= 60 && list.every((word) => word.length <= 20), "words");

const questionFields = {
  label: text(60),
  kind: z.enum(questionKinds).default("text"),
  options: text(200),
  required: ticked,
};
type QuestionField = keyof typeof questionFields;
type Numbered = { [Key in `question${number}${Capitalize<QuestionField>}`]?: unknown };

const numbers = Array.from({ length: mostQuestions }, (_, i) => i + 1);
const fieldOf = (n: number, key: string) => `question${n}${key[0]?.toUpperCase()}${key.slice(1)}`;
const numbered: Record<string, z.ZodType> = Object.fromEntries(
  numbers.flatMap((n) => Object.entries(questionFields).map(([key, schema]) => [fieldOf(n, key), schema])),
);

/** The fields of a form under which question `n` stands. */
export function questionField(n: number, key: QuestionField): string {
  return fieldOf(n, key);
}

function questionsIn(given: Numbered): Question[] {
  return numbers.flatMap((n) => {
    const of = Object.fromEntries(
      Object.keys(questionFields).map((key) => [key, given[fieldOf(n, key) as keyof Numbered]]),
    );
    const read = z.object(questionFields).parse(of);
    if (!read.label) return [];
    const options = read.kind === "choice" ? (read.options ?? "").split(/[\s,，、;；/]+/).filter(Boolean) : [];
    return [{ label: read.label, kind: read.kind, options: [...new Set(options)], required: read.required }];
  });
}

export const changeCategoryInput = z
  .strictObject({
    code: z.string().regex(/^\d{2}(\d{2}|\d{6})?$/),
    /** Of what the area has laid down so far; 0 where nothing. */
    version: z.coerce.number().int().min(0).max(2_147_483_647),
    name,
    closeLimit: limit,
    closeUnit: z.enum(limitUnits).default("work_day"),
    contactLimit: limit,
    contactUnit: z.enum(limitUnits).default("hour"),
    urgent: ticked,
    inUse: ticked,
    notice: text(300),
    words,
    emergency: optional(z.enum(emergencyNumbers)),
    emergencyWords: words,
    ...numbered,
  })
  .transform((given) => ({ ...given, questions: questionsIn(given) }))
  .superRefine(({ questions, emergency, emergencyWords }, check) => {
    if (questions.some(({ kind, options }) => kind === "choice" && options.length < 2))
      check.addIssue({ code: "custom", message: "choices", path: ["questions"] });
    if (!emergency && emergencyWords.length > 0)
      check.addIssue({ code: "custom", message: "required", path: ["emergency"] });
  });
export type ChangeCategoryInput = z.output<typeof changeCategoryInput>;

export const addCategoryInput = z.strictObject({ parentCode: z.string().regex(/^\d{2}$/), name });
export type AddCategoryInput = z.output<typeof addCategoryInput>;
