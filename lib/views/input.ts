import { z } from "zod";
import { caseFilter } from "../cases/filter";
import { line } from "../cases/input";

/** A filter as an address says it: in one order, without the place in the list. */
export function queryOf(filter: z.output<typeof caseFilter>): string {
  const { newer: _newer, older: _older, ...kept } = filter;
  const given = Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(given.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))).toString();
}

export const filterOf = (query: string) => caseFilter.parse(Object.fromEntries(new URLSearchParams(query)));

const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());
const words = { name: line(30), shared: ticked, first: ticked };

export const saveViewInput = z.strictObject({
  ...words,
  query: z
    .string()
    .max(600)
    .transform((text) => queryOf(filterOf(text)))
    .pipe(z.string().min(1, "noFilter")),
});
export type SaveViewInput = z.output<typeof saveViewInput>;

export const changeViewInput = z.strictObject({ id: z.uuid(), ...words });
export type ChangeViewInput = z.output<typeof changeViewInput>;

export const removeViewInput = z.strictObject({ id: z.uuid() });
export type RemoveViewInput = z.output<typeof removeViewInput>;
