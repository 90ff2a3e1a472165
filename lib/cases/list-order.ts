import { type SQL, sql } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import { type CaseFilter, type ListOrder, listOrders } from "./filter";

const ended: CaseFilter["queue"][] = ["call-back", "drawn"];
const urging: CaseFilter["queue"][] = ["overdue", "overdue-3", "soon"];

/** Only what is open is put in the order in which it falls due: there is never so much of it. */
export function ordersOf({ queue, q }: CaseFilter): readonly ListOrder[] {
  return queue !== undefined && q === undefined && !ended.includes(queue) ? listOrders : ["newest"];
}

/** What is about to be late stands first where lateness is what one looks at. */
export function orderOf(filter: CaseFilter): ListOrder {
  const wanted = filter.order ?? (urging.includes(filter.queue) ? "due" : "newest");
  return ordersOf(filter).includes(wanted) ? wanted : "newest";
}

const hour = 3_600_000;
/** A hundred years: what has no limit comes after all that has one. */
const hoursAtLast = 876_000;

/** By what a list is put in order. */
export const placeIn: Record<ListOrder, SQL> = {
  newest: sql`${cases.registeredAt}`,
  due: sql`coalesce(${cases.closeDueAt}, ${cases.registeredAt} + ${`${hoursAtLast} hours`}::interval)`,
};

type Placed = { registeredAt: Date; closeDueAt: Date | null; id: string };

/** A cursor is the instant, to the microsecond it is stored with, and the key of a row. */
export function cursorOf(last: Placed | undefined, by: ListOrder): string | false {
  return last ? `${instantOf(last, by).toISOString()}_${last.id}` : false;
}

function instantOf({ registeredAt, closeDueAt }: Placed, by: ListOrder): Date {
  if (by === "newest") return registeredAt;
  return closeDueAt ?? new Date(registeredAt.getTime() + hoursAtLast * hour);
}

/** What stands on the other side of a cursor. */
export function beyond(filter: CaseFilter): SQL | undefined {
  const by = orderOf(filter);
  const [above, below] = by === "newest" ? [filter.newer, filter.older] : [filter.older, filter.newer];
  const key = sql`(${placeIn[by]}, ${cases.id})`;
  if (above) return sql`${key} > ${keyOf(above)}`;
  return below ? sql`${key} < ${keyOf(below)}` : undefined;
}

function keyOf(cursor: string): SQL {
  const [at = "", id = ""] = cursor.split("_");
  return sql`(${at}::timestamptz, ${id}::uuid)`;
}
