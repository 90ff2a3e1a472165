import { z } from "zod";
import { askedDay, askedText, cursor } from "../asked";
import { type BulkMove, bulkMoves } from "./input";
import { channels, states } from "./model";

export const queues = [
  "open",
  "overdue",
  "soon",
  "uncontacted",
  "undispatched",
  "returned",
  "asked",
  "unplaced",
  "call-back",
] as const;

/** What a leader looks at first in the morning; "overdue-3" is late by more than twice the time there was. */
export const watched = [
  "soon",
  "overdue",
  "overdue-3",
  "uncontacted",
  "returned-twice",
  "reopened",
  "asked-reopen",
  "escalated",
  "urged",
  "urged-late",
] as const;
/** Lists that open from a page of their own. */
const elsewhere = ["drawn", "to-contact", "to-dispatch", "to-close"] as const;
export type Watched = (typeof watched)[number];

/** What became of a request at a unit it was given to: whatever it was, given back, or given back when it was late. */
export const fates = ["given", "returned", "returned-late"] as const;
export type Fate = (typeof fates)[number];

export const listOrders = ["newest", "due"] as const;
export type ListOrder = (typeof listOrders)[number];

/** Whatever an address holds becomes a filter; what it does not understand it leaves out. */
export const caseFilter = z.object({
  area: z.uuid().optional().catch(undefined),
  queue: z
    .enum([...queues, ...watched, ...elsewhere])
    .optional()
    .catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  channel: z.enum(channels).optional().catch(undefined),
  category: z
    .string()
    .regex(/^(\d{2}|\d{4}|\d{8}|none)$/)
    .optional()
    .catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  /** What was given to a unit in the days asked for, wherever it lies by now, and what became of it there. */
  given: z.uuid().optional().catch(undefined),
  fate: z.enum(fates).optional().catch(undefined),
  /** What stands under a topic, or is of its matter. */
  topic: z.uuid().optional().catch(undefined),
  matter: z.uuid().optional().catch(undefined),
  /** What does not stand under a topic yet. */
  outside: z.uuid().optional().catch(undefined),
  order: z.enum(listOrders).optional().catch(undefined),
  /** What may take a step that is taken for many at once. */
  ready: z.enum(bulkMoves).optional().catch(undefined),
  figure: askedText(40),
  part: z.enum(["of", "in"]).optional().catch(undefined),
  why: askedText(40),
  from: askedDay,
  to: askedDay,
  q: askedText(100),
  older: cursor,
  newer: cursor,
});
export type CaseFilter = z.output<typeof caseFilter>;

/** What is done with the requests of a list in one go, where nobody has said it: what the list is ready for. */
export function usualStep({ ready, state, queue }: CaseFilter): BulkMove {
  if (ready) return ready;
  return state === "resolved" || state === "checked" || queue === "to-close" ? "close" : "dispatch";
}
