import { z } from "zod";
import { day } from "../calendar/input";
import { atMost } from "../typed";
import { areaLevels, codeSchemes, gridKinds, officerKinds, stationFields } from "./model";

const id = z.uuid();
const blankAsNull = (value: unknown) => (value === "" || value === undefined ? null : value);
const name = z
  .string()
  .transform((text) => text.normalize("NFC").replace(/^[\s\u200B-\u200D\uFEFF]+|[\s\u200B-\u200D\uFEFF]+$/g, ""))
  .pipe(
    z
      .string()
      .min(1, "required")
      .check(atMost(60))
      .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u, "characters"),
  );
const dayOrNull = z.preprocess(blankAsNull, day.nullable());
const count = z.preprocess(
  (value) => (typeof value === "string" ? blankAsNull(value.normalize("NFKC").trim()) : blankAsNull(value)),
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(0))
    .nullable(),
);

/** Part of a name, or a point. */
export const placeAsked = z.object({
  q: z.string().trim().max(60).optional(),
  lon: z.coerce.number().min(-180).max(180).optional(),
  lat: z.coerce.number().min(-90).max(90).optional(),
});

export const addAreaInput = z.strictObject({
  parentId: id,
  level: z.enum(areaLevels).exclude(["country"]),
  name,
  kind: z.preprocess(blankAsNull, z.enum(gridKinds).nullable()),
  households: count,
  residents: count,
  scheme: z.enum(codeSchemes).default("local"),
  code: z.preprocess(blankAsNull, z.string().check(atMost(40)).nullable()),
  openedOn: dayOrNull,
});
export type AddAreaInput = z.output<typeof addAreaInput>;

export const appointOfficerInput = z.strictObject({ areaId: id, name, kind: z.enum(officerKinds), startsOn: day });
export type AppointOfficerInput = z.output<typeof appointOfficerInput>;

export const endOfficerInput = z.strictObject({ officerId: id, endsOn: day });
export type EndOfficerInput = z.output<typeof endOfficerInput>;

export const openStationInput = z.strictObject({ areaId: id, name, field: z.enum(stationFields), openedOn: day });
export type OpenStationInput = z.output<typeof openStationInput>;

export const closeStationInput = z.strictObject({ stationId: id, closedOn: day });
export type CloseStationInput = z.output<typeof closeStationInput>;

export const setPartyGroupInput = z.strictObject({ areaId: id, from: dayOrNull, to: dayOrNull });
export type SetPartyGroupInput = z.output<typeof setPartyGroupInput>;

export const changeCountsInput = z.strictObject({ areaId: id, households: count, residents: count });
export type ChangeCountsInput = z.output<typeof changeCountsInput>;

export const moveAreaInput = z.strictObject({ areaId: id, parentId: id });
export type MoveAreaInput = z.output<typeof moveAreaInput>;
