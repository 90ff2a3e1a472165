import { z } from "zod";
import { markField } from "../answering/input";

export const beginPileInput = z.strictObject({ id: z.uuid(), roundId: z.uuid(), areaId: z.uuid("required") });
export type BeginPileInput = z.output<typeof beginPileInput>;

export const pileInput = z.strictObject({ id: z.uuid() });
export type PileInput = z.output<typeof pileInput>;

/** A form as it was keyed: its number in the pile and what stood in each field; whether this is its second reading. */
export const keyFormInput = z
  .object({
    id: z.uuid(),
    number: z
      .string("required")
      .regex(/^\d{1,4}$/, "number")
      .transform(Number)
      .pipe(z.number().int().min(1)),
    second: z.literal("on").optional(),
  })
  .catchall(z.string().regex(/^(-|\d{0,3})$/, "number"))
  .transform(({ id, number, second, ...fields }) => ({ id, number, isSecond: second === "on", fields }));
export type KeyFormInput = z.output<typeof keyFormInput>;

/** Left empty or keyed as a dash is missing. */
export function keyedMarks(codes: readonly string[], fields: Record<string, string>): Record<string, number> {
  return Object.fromEntries(
    codes.flatMap((code) => {
      const written = fields[markField(code)] ?? "";
      return written === "" || written === "-" ? [] : [[code, Number(written)]];
    }),
  );
}
