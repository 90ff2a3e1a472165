import { and, between, eq, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { agreementTasks } from "../../db/schema/estates";
import type { Reach } from "../areas/reach";
import type { PromiseFilter } from "./input";
import type { PromiseState } from "./model";

/** Of a promise, by a day: fallen due or done before; done by its day; not done; not done and late. */
export function promised(state: PromiseState, today: string): SQL | undefined {
  const { dueOn, doneOn } = agreementTasks;
  switch (state) {
    case "due":
      return sql`(${dueOn} < ${today} or ${doneOn} is not null)`;
    case "kept":
      return lte(doneOn, dueOn);
    case "open":
      return isNull(doneOn);
    case "late":
      return and(isNull(doneOn), lt(dueOn, today));
  }
}

/** The one condition of the list of promises and of the numbers that open it. */
export function matchingPromises(range: Reach, filter: PromiseFilter, today: string): SQL | undefined {
  return and(
    between(agreementTasks.areaPos, range.pos, range.last),
    filter.unit ? eq(agreementTasks.unitId, filter.unit) : undefined,
    filter.state ? promised(filter.state, today) : undefined,
    filter.from ? sql`${agreementTasks.dueOn} >= ${filter.from}` : undefined,
    filter.to ? sql`${agreementTasks.dueOn} <= ${filter.to}` : undefined,
  );
}
