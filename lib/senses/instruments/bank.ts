import { z } from "zod";
import items from "../../../db/catalogue/bank.json" with { type: "json" };
import { itemKinds } from "../items";
import { senses } from "../model";
import type { DraftItem } from "./model";

const labels = z.record(z.string(), z.string().min(1));

const bankItem = z.strictObject({
  code: z.string(),
  kind: z.enum(itemKinds),
  sense: z.enum(senses).nullable(),
  low: z.number().int(),
  high: z.number().int(),
  reversed: z.boolean(),
  topFrom: z.number().int(),
  scored: z.boolean(),
  labels,
  options: z.array(labels),
  shownIf: z.object({ item: z.string(), marks: z.array(z.number().int()) }).nullable(),
});

/** Items to pick from. They are ours: neither a national nor a professional standard. */
export const bank: readonly DraftItem[] = z
  .array(bankItem)
  .parse(items)
  .map((item) => ({ ...item, weight: 1 }));

/** The items of these codes in the order of the bank, each after the one its rule asks about, without those that are there. */
export function pickedOf(codes: readonly string[], there: readonly string[]): DraftItem[] {
  const wanted = new Set(codes);
  for (const { code, shownIf } of bank) if (shownIf && wanted.has(code)) wanted.add(shownIf.item);
  return bank.filter(({ code }) => wanted.has(code) && !there.includes(code));
}
