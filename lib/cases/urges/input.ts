import { z } from "zod";
import { day } from "../../calendar/input";
import { line } from "../input";

export const urgeInput = z.strictObject({
  id: z.uuid(),
  reason: line(500),
  dueOn: day,
});
export type UrgeInput = z.output<typeof urgeInput>;

export const answerUrgeInput = z.strictObject({ id: z.uuid(), urge: z.uuid(), answer: line(1000) });
export type AnswerUrgeInput = z.output<typeof answerUrgeInput>;
