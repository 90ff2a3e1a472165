import { z } from "zod";
import { line, reply } from "../cases/input";
import { hasUnknown, replyMoves } from "./model";

const blank = (value: unknown) => (value === "" ? undefined : value);

const template = {
  name: line(60),
  move: z.enum(replyMoves),
  categoryCode: z.preprocess(
    blank,
    z
      .string()
      .regex(/^(\d{2}|\d{4})$/)
      .optional(),
  ),
  body: reply.refine((text) => !hasUnknown(text), "placeholder"),
};

export const addTemplateInput = z.strictObject({ areaId: z.uuid("required"), ...template });
export type AddTemplateInput = z.output<typeof addTemplateInput>;

const one = { id: z.uuid(), version: z.coerce.number().int().positive().max(2_147_483_647) };

export const changeTemplateInput = z.strictObject({ ...one, ...template });
export type ChangeTemplateInput = z.output<typeof changeTemplateInput>;

export const retireTemplateInput = z.strictObject(one);
export type RetireTemplateInput = z.output<typeof retireTemplateInput>;
