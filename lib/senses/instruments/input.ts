import { z } from "zod";
import { line } from "../../cases/input";
import { withoutMobiles } from "../../concealed";
import { atMost } from "../../typed";
import { senses } from "../model";
import { codePattern, mostItems } from "./model";

const name = line(40);
const code = z.string("required").regex(codePattern, "code");

export const startInstrumentInput = z.strictObject({ id: z.uuid(), areaId: z.uuid(), name });
export type StartInstrumentInput = z.output<typeof startInstrumentInput>;

export const draftVersionInput = z.strictObject({ id: z.uuid(), sourceId: z.uuid(), name: name.optional() });
export type DraftVersionInput = z.output<typeof draftVersionInput>;

export const instrumentInput = z.strictObject({ id: z.uuid() });
export type InstrumentInput = z.output<typeof instrumentInput>;

export const renameInput = z.strictObject({ id: z.uuid(), name });
export type RenameInput = z.output<typeof renameInput>;

export const itemOfInput = z.strictObject({ id: z.uuid(), code: z.string().max(40) });
export type ItemOfInput = z.output<typeof itemOfInput>;

const maybeCode = z.string().max(40).default("");
export const groupInput = z.strictObject({ id: z.uuid(), first: maybeCode, second: maybeCode });
export type GroupInput = z.output<typeof groupInput>;

export const moveItemInput = z.strictObject({ ...itemOfInput.shape, by: z.enum(["up", "down"]) });
export type MoveItemInput = z.output<typeof moveItemInput>;

export const addFromBankInput = z.strictObject({
  id: z.uuid(),
  codes: z.array(z.string().max(40), "pick").min(1, "pick").max(mostItems),
});
export type AddFromBankInput = z.output<typeof addFromBankInput>;

/** The ways of asking, as they are chosen. */
export const shapes = ["five", "ten", "choice", "text"] as const;

const empty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
/** What residents read: it may name a hotline or the landline of an office. */
const text = z.string().check(atMost(200)).transform(withoutMobiles).optional();
const lines = z
  .string()
  .check(atMost(1000))
  .default("")
  .transform((written) =>
    withoutMobiles(written)
      .split("\n")
      .map((one) => one.trim())
      .filter(Boolean),
  );

export const saveItemInput = z.strictObject({
  id: z.uuid(),
  /** The code it had; nothing where it is new. */
  was: empty(z.string().max(40)),
  code,
  shape: z.enum(shapes, "required"),
  sense: empty(z.enum(senses)),
  labelZh: z.string("required").min(2, "too_short").check(atMost(100)).transform(withoutMobiles),
  labelHant: text,
  labelEn: text,
  optionsZh: lines,
  optionsHant: lines,
  optionsEn: lines,
  scored: z.literal("on").optional(),
  weight: empty(
    z
      .string()
      .regex(/^\d{1,2}(\.\d{1,2})?$/, "number")
      .transform(Number)
      .pipe(z.number().min(0.1, "too_small").max(20, "too_big")),
  ),
  reversed: z.literal("on").optional(),
  ruleItem: empty(z.string().max(40)),
  ruleMarks: z
    .string()
    .check(atMost(60))
    .regex(/^[\d\s,，、]*$/, "number")
    .default("")
    .transform((written) => (written.match(/\d+/g) ?? []).map(Number)),
});
export type SaveItemInput = z.output<typeof saveItemInput>;
