import { z } from "zod";
import { atMost } from "../../typed";
import { givenIn, isMarkField } from "../answering/input";
import { mostWords } from "../items";

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
  .catchall(z.string().check(atMost(mostWords)))
  .superRefine(({ id: _, number: __, second: ___, ...fields }, ctx) => {
    for (const [name, value] of Object.entries(fields))
      if (isMarkField(name) && !/^(-|\d{0,3})$/.test(value))
        ctx.addIssue({ code: "custom", message: "number", path: [name] });
  })
  .transform(({ id, number, second, ...fields }) => ({ id, number, isSecond: second === "on", ...givenIn(fields) }));
export type KeyFormInput = z.output<typeof keyFormInput>;
