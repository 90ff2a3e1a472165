import { z } from "zod";
import { codeSchemes } from "../../areas/model";
import { wallClockOf } from "../../calendar/wall-clock";
import { pairOrders } from "../../exchange/written-point";
import { timePattern } from "../../exchange/written-time";
import { coordinateSystems } from "../../shapes/model";
import { categoryCode } from "../catalogue/input";
import { channels, closeReasons, requestTypes, validities } from "../model";

const header = z.string().trim().min(1).max(200);
/** One column, or several of which the first that is not blank counts. */
const columns = z.union([header, z.array(header).min(1).max(12)]).transform((given) => [given].flat());
const words = z.array(z.string().max(200)).max(1000);
const table = <V extends z.ZodType>(value: V) => z.record(z.string().max(200), value);

const zone = z.string().refine((name) => wallClockOf(name) !== null, "case.map.zone");
const form = z.string().refine((written) => timePattern(written) !== null, "case.map.form");
const forms = z.union([form, z.array(form).min(1).max(8)]).transform((given) => [given].flat());
const time = z
  .union([columns, z.strictObject({ columns, form: forms.optional(), zone: zone.optional() })])
  .transform((given) => (Array.isArray(given) ? { columns: given, form: undefined, zone: undefined } : given));

const oneOf = <const K extends readonly string[]>(keys: K, fallback: K[number]) =>
  z.strictObject({
    columns: columns.optional(),
    values: table(z.enum(keys)).default({}),
    else: z.enum(keys).default(fallback),
  });

const area = z.strictObject({
  columns: z
    .union([header, z.array(header).max(12)])
    .transform((given) => [given].flat())
    .default([]),
  /** What the file calls an area, beside what we call it; several mean one of them, which the point must tell. */
  aliases: table(z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])).default({}),
  /** Words that stand for no place in particular. */
  nowhere: words.default([]),
  code: z.strictObject({ column: header, scheme: z.enum(codeSchemes) }).optional(),
  point: z
    .union([
      z.strictObject({ lon: header, lat: header, system: z.enum(coordinateSystems) }),
      z.strictObject({ column: header, order: z.enum(pairOrders).optional(), system: z.enum(coordinateSystems) }),
    ])
    .optional(),
  /** What places a request, the most believed first; the other is still compared. */
  by: z
    .array(z.enum(["name", "point"]))
    .min(1)
    .max(2)
    .default(["name", "point"]),
});

const rule = z
  .strictObject({
    begins: z.string().min(1).max(200).optional(),
    is: z.string().max(200).optional(),
    reason: z.enum(closeReasons).optional(),
    validity: z.enum(validities).optional(),
  })
  .refine(({ begins, is }) => (begins === undefined) !== (is === undefined), "case.map.rule");

export const caseMapping = z.strictObject({
  /** Whose requests these are; with the id it names a request for good. */
  source: z.string().regex(/^[\w.-]{1,40}$/, "case.map.source"),
  id: header,
  title: columns,
  body: columns.optional(),
  place: columns.optional(),
  category: z
    .strictObject({
      columns,
      values: table(categoryCode).default({}),
      unknown: z.enum(["none", "reject"]),
    })
    .partial({ unknown: true })
    .optional(),
  channel: oneOf(channels, "other").prefault({}),
  type: oneOf(requestTypes, "other").prefault({}),
  urgent: z.strictObject({ columns, values: words.min(1) }).optional(),
  zone,
  form: forms,
  registered: time,
  due: time.optional(),
  contacted: time.optional(),
  dispatched: time.optional(),
  closed: time.optional(),
  /** Where limits come from: the due times of the file alone, or the catalogue. */
  limits: z.enum(["file", "catalogue"]).default("file"),
  /** What stands for an empty cell, beside an empty cell. */
  blank: words.default([]),
  area: area.prefault({}),
  closing: z.strictObject({ columns, rules: z.array(rule).max(500) }).optional(),
  onTime: z.strictObject({ column: header, values: table(z.enum(["on_time", "late"])) }).optional(),
});
export type CaseMapping = z.output<typeof caseMapping>;
