import { z } from "zod";
import { isDay } from "../../calendar/zone";
import { atMost } from "../../typed";
import { openableModes } from "../model";

const day = z.string("required").refine((text) => isDay(text) && text >= "2000" && text < "2100", "date");

export const openRoundInput = z
  .strictObject({
    id: z.uuid(),
    areaId: z.uuid(),
    name: z.string("required").min(2, "too_short").check(atMost(40)),
    /** The version of a questionnaire; the one that ships, in its last version, unless told. */
    instrumentId: z.uuid("required").optional(),
    mode: z.enum(openableModes, "required"),
    opensOn: day,
    closesOn: day,
    target: z.preprocess(
      (value) => (value === "" ? undefined : value),
      z
        .string()
        .regex(/^\d{1,5}$/, "number")
        .transform(Number)
        .pipe(z.number().int().min(1))
        .optional(),
    ),
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { message: "before_start", path: ["closesOn"] });
export type OpenRoundInput = z.output<typeof openRoundInput>;

/** Fewer would tell who answered; more is a pile nobody carries. */
export const sheetsEach = { least: 10, most: 300 } as const;
export const mostSheets = 3_000;

export const makeBatchInput = z.strictObject({
  id: z.uuid(),
  roundId: z.uuid(),
  /** Each: every community that is asked, as far as the actor sees them. */
  areaId: z.union([z.uuid(), z.literal("each")], "required"),
  sheets: z
    .string("required")
    .regex(/^\d{1,4}$/, "number")
    .transform(Number)
    .pipe(z.number().int().min(sheetsEach.least).max(sheetsEach.most)),
});
export type MakeBatchInput = z.output<typeof makeBatchInput>;

export const roundInput = z.strictObject({ id: z.uuid() });
export type RoundInput = z.output<typeof roundInput>;
