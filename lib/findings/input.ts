import { z } from "zod";
import { day } from "../calendar/input";
import { line } from "../cases/input";
import { findingKinds } from "./model";

const blankAsMissing = (value: unknown) => (value === "" ? undefined : value);

/** Words about a place: a row of digits would be a telephone number or an identity card. */
const aboutPlaces = z
  .string()
  .refine((text) => !/\d{7,}/.test(text.replace(/[\s-]/g, "")), "no_numbers")
  .pipe(line(500));

export const recordFindingInput = z.strictObject({
  /** Made when the form is opened, so that sending it twice records one. */
  id: z.uuid(),
  areaId: z.uuid("required"),
  kind: z.enum(findingKinds),
  foundOn: day,
  what: aboutPlaces,
  result: z.preprocess(blankAsMissing, aboutPlaces.optional()),
  /** The number of the request that came of it. */
  number: z.preprocess(blankAsMissing, z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional()),
});
export type RecordFindingInput = z.output<typeof recordFindingInput>;

export const settleFindingInput = z.strictObject({ findingId: z.uuid(), settledOn: day, result: aboutPlaces });
export type SettleFindingInput = z.output<typeof settleFindingInput>;
