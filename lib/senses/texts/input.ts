import { z } from "zod";
import { atMost } from "../../typed";
import { mostWords } from "../items";
import { rejectReasons, textStates } from "./model";

export const approveTextInput = z.strictObject({
  roundId: z.uuid(),
  id: z.uuid(),
  /** As they are to be read: what was said, or less. */
  words: z.string("required").min(1, "required").check(atMost(mostWords)),
});
export type ApproveTextInput = z.output<typeof approveTextInput>;

export const rejectTextInput = z.strictObject({
  roundId: z.uuid(),
  id: z.uuid(),
  reason: z.enum(rejectReasons, "required"),
});
export type RejectTextInput = z.output<typeof rejectTextInput>;

export const reviewQuestion = z.object({
  state: z.enum(textStates).exclude(["rejected"]).catch("waiting"),
  after: z.string().max(40).catch(""),
});
export type ReviewQuestion = z.output<typeof reviewQuestion>;
