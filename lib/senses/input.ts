import { z } from "zod";
import { day } from "../calendar/input";
import { timePattern } from "../exchange/written-time";
import { roundModes, senses } from "./model";

const header = z.string().trim().min(1).max(200);
const word = z.string().max(200);
const key = z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u, "sense.map.key");
const form = z.string().refine((written) => timePattern(written) !== null, "sense.map.form");

const headerLines = z.number().int().min(0).max(50).default(0);

const scale = z
  .union([
    z.tuple([z.number().int(), z.number().int()]),
    z
      .string()
      .regex(/^\s*-?\d{1,4}\s*[-–~]\s*\d{1,4}\s*$/)
      .transform((written) => {
        const [, low = "", high = ""] = /(-?\d+)\s*[-–~]\s*(\d+)/.exec(written) ?? [];
        return [Number(low), Number(high)] satisfies [number, number];
      }),
  ])
  .refine(([low, high]) => low < high && high - low <= 1000, "sense.map.scale");

const item = z.strictObject({
  column: header,
  sense: z.enum(senses).nullable().optional(),
  /** The lowest and the highest mark; needed unless the questionnaire is known here already. */
  scale: scale.optional(),
  /** The first mark that counts as top box: 4 of 1–5, 8 of 0–10 and of 1–10 unless told. */
  top: z.number().int().optional(),
  /** The lowest mark is the best answer. */
  reversed: z.boolean().optional(),
  /** Feeds the index of its sense; otherwise it is shown beside it. */
  scored: z.boolean().optional(),
  labels: z.record(z.string(), z.string().max(500)).optional(),
  /** Answers in words, and the marks they stand for. */
  values: z.record(word, z.number()).default({}),
  missing: z.array(word).max(100).optional(),
});
export type MappedItem = z.output<typeof item>;

const dates = z
  .strictObject({ name: z.string().trim().min(1).max(100).optional(), opens: day.optional(), closes: day })
  .refine(({ opens, closes }) => opens === undefined || opens <= closes, "sense.map.days");

/** What the columns of a sheet of answers mean. */
export const answerMapping = z
  .strictObject({
    instrument: z.strictObject({
      key,
      version: z.number().int().min(1).max(1000).default(1),
      name: z.string().trim().min(1).max(100).optional(),
    }),
    /** How people were asked; only a drawn sample is weighted by residents. */
    mode: z.enum(roundModes).default("imported"),
    /** One round for the whole sheet … */
    round: dates.safeExtend({ key }).optional(),
    /** … or a column that tells it: by the words of `of`, or by its day in `form`, or as a year, a month or a day. */
    rounds: z
      .strictObject({
        column: header,
        of: z.record(word.min(1), dates).optional(),
        form: form.optional(),
        by: z.enum(["year", "month", "day"]).default("year"),
      })
      .optional(),
    area: z
      .strictObject({
        column: header,
        /** What the sheet calls an area, beside its name, its code or its id here. */
        aliases: z.record(word, z.string().min(1).max(200)).default({}),
      })
      .optional(),
    /** The column that tells who answered: twice in a round is once too often. It is compared and kept nowhere. */
    respondent: z.strictObject({ column: header }).optional(),
    /** Lines of a title above the headers, how many rows those take, and rows right below them that explain them. */
    header: z
      .strictObject({ above: headerLines, rows: z.number().int().min(1).max(5).default(1), below: headerLines })
      .optional(),
    /** What stands for no answer, beside a blank cell. */
    missing: z.array(word).max(100).default(["R", "r", "NA"]),
    /** Answers in words, and the marks they stand for, in every item. */
    values: z.record(word, z.number()).default({}),
    items: z.record(key, item).refine((items) => Object.keys(items).length > 0, "sense.map.items"),
  })
  .refine(({ round, rounds }) => (round === undefined) !== (rounds === undefined), "sense.map.round");
export type AnswerMapping = z.output<typeof answerMapping>;
