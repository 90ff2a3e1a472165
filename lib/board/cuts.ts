import { type SQL, sql } from "drizzle-orm";
import { dayStart, nextDay } from "../calendar/zone";

type Days = { from: string; to: string };

/**
 * The days on which any of some spans begins or has just ended, in order. They cut time into parts, so that a row is
 * counted once however many spans it lies in: part k holds the days from `cuts[k - 1]` up to, not including, `cuts[k]`.
 */
export type Cuts = { days: readonly string[]; spans: readonly Days[] };

export function cutsOf(spans: readonly Days[], also: readonly string[] = []): Cuts {
  const days = new Set([...also, ...spans.flatMap(({ from, to }) => [from, nextDay(to)])]);
  return { days: [...days].sort(), spans };
}

/** The parts that a span is made of. */
export function isPartOf({ days }: Cuts, part: number, { from, to }: Days): boolean {
  const begins = days[part - 1];
  return begins !== undefined && from <= begins && begins <= to;
}

/** The part a date lies in. */
export function partOfDay({ days }: Cuts, day: SQL): SQL {
  return sql`width_bucket(${day}, ${listed(days)}::date[])`;
}

/** The part an instant lies in. */
export function partOfInstant({ days }: Cuts, at: SQL): SQL {
  return sql`width_bucket(${at}, ${listed(days.map((day) => dayStart(day).toISOString()))}::timestamptz[])`;
}

/** That a date lies in one of the spans. */
export function dayWithin({ spans }: Cuts, day: SQL): SQL {
  return either(stretches(spans).map(({ from, to }) => sql`${day} between ${from} and ${to}`));
}

/** That an instant lies in one of the spans. */
export function instantWithin({ spans }: Cuts, at: SQL): SQL {
  return either(
    stretches(spans).map(
      ({ from, to }) =>
        sql`${at} >= ${dayStart(from).toISOString()} and ${at} < ${dayStart(nextDay(to)).toISOString()}`,
    ),
  );
}

const listed = (texts: readonly string[]) => `{${texts.join(",")}}`;

const either = (conditions: readonly SQL[]): SQL =>
  sql`(${sql.join(
    conditions.map((condition) => sql`(${condition})`),
    sql` or `,
  )})`;

/** The spans joined where they touch or overlap. */
function stretches(spans: readonly Days[]): Days[] {
  const joined: Days[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && span.from <= nextDay(last.to)) last.to = last.to < span.to ? span.to : last.to;
    else joined.push({ ...span });
  }
  return joined.length > 0 ? joined : [{ from: "2000-01-02", to: "2000-01-01" }];
}
