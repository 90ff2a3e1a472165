import { z } from "zod";
import { askedDay, askedText, cursor } from "../asked";

/** Whatever an address holds becomes a filter of the trace; what it does not understand it leaves out. */
export const eventFilter = z.object({
  action: z
    .string()
    .regex(/^[a-z]+\.[a-zA-Z-]+$/)
    .max(60)
    .optional()
    .catch(undefined),
  by: askedText(60),
  from: askedDay,
  to: askedDay,
  older: cursor,
});
export type EventFilter = z.output<typeof eventFilter>;
