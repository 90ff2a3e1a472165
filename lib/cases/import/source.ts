import { z } from "zod";
import { sentSheet } from "../../exchange/input";
import { atMost } from "../../typed";
import { type CaseMapping, caseMapping } from "./mapping";
import type { SheetColumns } from "./model";

const header = z.string().trim().min(1, "required").check(atMost(60));
const maybe = z.string().trim().check(atMost(60)).default("");

export const sourceInput = z.strictObject({
  source: z.string().regex(/^[\w.-]{1,40}$/, "source"),
  id: header,
  title: header,
  body: maybe,
  place: maybe,
  area: maybe,
  category: maybe,
  registered: header,
  due: maybe,
});
export type SourceInput = z.output<typeof sourceInput>;

export const sheetInput = z.strictObject({ source: sourceInput.shape.source, ...sentSheet });

const forms = [
  "YYYY-MM-DD HH:mm:ss",
  "YYYY-MM-DD HH:mm",
  "YYYY/M/D H:mm:ss",
  "YYYY/M/D H:mm",
  "YYYY-MM-DD",
  "YYYY/M/D",
];

/** The headings of a sheet as the import understands them; a limit the sheet names goes before that of the catalogue. */
export function mappingOf(source: string, columns: SheetColumns): CaseMapping {
  const { id, title, body, place, area, category, registered, due } = columns;
  return caseMapping.parse({
    ...{ source, id, title, registered },
    ...(body ? { body } : {}),
    ...(place ? { place } : {}),
    ...(category ? { category: { columns: category } } : {}),
    ...(due ? { due } : {}),
    area: area ? { columns: [area] } : {},
    channel: { else: "hotline" },
    limits: "catalogue",
    blank: ["-", "—", "/", "无"],
    zone: "Asia/Shanghai",
    form: forms,
  });
}

export const answersAsked = z.object({ source: sourceInput.shape.source });
