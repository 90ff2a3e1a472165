import { and, eq, gt, gte, inArray, isNotNull, isNull, like, lt, not, or, type SQL, sql } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import type { Reach } from "../areas/reach";
import { countersBehind, definitionOf, isOpened } from "../board/definitions";
import { dayStart, nextDay } from "../calendar/zone";
import { type CaseCounter, caseCounters } from "../counters/model";
import type { Span } from "../periods/model";
import { passedOver, stillRuns, toBeCalledBack } from "./clocks";
import type { CaseFilter, Fate } from "./filter";
import type { BulkMove } from "./input";
import { moves } from "./model";

const hour = 3_600_000;

/** Open cases due within this many hours are about to be late. */
export const soonHours = 4;

export function under(range: Reach): SQL {
  return sql`${cases.areaPos} between ${range.pos} and ${range.last}`;
}

/** The one condition of list, count and export, but for the words looked for. An unknown figure or reason has no records. */
export function matching(filter: CaseFilter, range: Reach, now: Date): SQL | undefined {
  return and(
    under(range),
    filter.state && eq(cases.state, filter.state),
    filter.channel && eq(cases.channel, filter.channel),
    filter.unit === undefined ? undefined : eq(cases.unitId, filter.unit),
    categoryIs(filter.category),
    filter.topic ? standsUnder(filter.topic) : undefined,
    filter.outside ? not(standsUnder(filter.outside)) : undefined,
    filter.matter ? ofMatter(filter.matter) : undefined,
    filter.queue ? inQueue(filter.queue, now) : undefined,
    filter.ready ? and(waitsFor(filter.ready), isNull(cases.deferredAt)) : undefined,
    filter.given ? givenTo(filter.given, filter) : undefined,
    filter.figure ? behindFigure(filter, now) : filter.given ? undefined : registeredWithin(filter),
  );
}

function givenTo(unit: string, { fate = "given", from, to }: CaseFilter): SQL {
  return sql`exists (select 1 from assignments a where a.case_id = ${cases.id} and a.unit_id = ${unit} and ${fated(fate, { from, to })})`;
}

/** Of the assignments `a` of cases: given within some days, and what became of it. One taken back at once was none. */
export function fated(fate: Fate, { from, to }: Pick<CaseFilter, "from" | "to">): SQL | undefined {
  return and(
    sql`a.end_reason is distinct from 'recalled'`,
    from ? sql`a.dispatched_at >= ${dayStart(from).toISOString()}` : undefined,
    to ? sql`a.dispatched_at < ${dayStart(nextDay(to)).toISOString()}` : undefined,
    fate === "given" ? undefined : sql`a.end_reason = 'returned'`,
    fate === "returned-late" ? sql`a.ended_at > ${cases.closeDueAt}` : undefined,
  );
}

function standsUnder(topic: string): SQL {
  return sql`${cases.id} in (select case_id from topic_cases where topic_id = ${topic} and taken_at is null)`;
}

function categoryIs(category: string | undefined): SQL | undefined {
  if (category === undefined) return undefined;
  if (category === "none") return isNull(cases.categoryCode);
  return category.length === 2 ? like(cases.categoryCode, `${category}%`) : eq(cases.categoryCode, category);
}

/** Of the categories of a topic, and with its word in the text; of a topic nobody can see there is no matter. */
function ofMatter(topic: string): SQL {
  return sql`exists (select 1 from topics m where m.id = ${topic}
    and (cardinality(m.category_codes) = 0 or ${cases.categoryCode} = any(m.category_codes) or left(${cases.categoryCode}, 2) = any(m.category_codes))
    and (m.keyword is null or position(lower(m.keyword) in case_text(${cases.title}, ${cases.body}, ${cases.place})) > 0))`;
}

function inQueue(queue: NonNullable<CaseFilter["queue"]>, now: Date): SQL | undefined {
  const soon = new Date(now.getTime() + soonHours * hour);
  switch (queue) {
    case "open":
      return isNull(cases.closedAt);
    case "overdue":
      return and(counting("close_open"), lt(cases.closeDueAt, now));
    case "soon":
      return and(counting("close_open"), gte(cases.closeDueAt, now), lt(cases.closeDueAt, soon));
    case "uncontacted":
      return and(counting("contact_open"), isNull(cases.closedAt), lt(cases.contactDueAt, now));
    case "undispatched":
      return and(counting("dispatch_open"), lt(cases.dispatchDueAt, soon));
    case "returned":
      return and(
        inArray(cases.state, ["registered", "accepted"]),
        isNotNull(cases.dispatchedAt),
        isNull(cases.closedAt),
      );
    case "overdue-3":
      return and(
        counting("close_open"),
        lt(cases.closeDueAt, now),
        sql`${cases.registeredAt} + 3 * (${cases.closeDueAt} - ${cases.registeredAt}) < ${now.toISOString()}`,
      );
    case "returned-twice":
      return and(isNull(cases.closedAt), gt(cases.returnedCount, 1));
    case "reopened":
      return and(isNull(cases.closedAt), gt(cases.reopenedCount, 0));
    case "asked-reopen":
      return sql`${cases.id} in (select case_id from case_requests where decided_at is null and kind = 'reopen')`;
    case "escalated":
      return sql`exists (select from escalations e where e.case_id = ${cases.id} and ${sql.raw(stillRuns("e"))})`;
    case "urged":
      return sql`${cases.id} in (select case_id from urges where answered_at is null)`;
    case "urged-late":
      return sql`${cases.id} in (select case_id from urges where answered_at is null and due_at < ${now.toISOString()})`;
    case "asked":
      return sql`${cases.id} in (select case_id from case_requests where decided_at is null)`;
    case "to-contact":
      return waitsFor("contact", isNull(cases.contactedAt));
    case "to-dispatch":
      return waitsFor("dispatch");
    case "to-close":
      return and(isNull(cases.closedAt), inArray(cases.state, [...moves.check.from, ...moves.check.to]));
    case "unplaced":
      return and(eq(cases.placed, false), isNull(cases.closedAt));
    case "call-back":
    case "drawn":
      return toBeAsked(queue);
  }
}

/** Valid, open, and so far that the step is next. */
function waitsFor(move: "contact" | BulkMove, also?: SQL): SQL | undefined {
  return and(isNull(cases.closedAt), eq(cases.validity, "valid"), inArray(cases.state, [...moves[move].from]), also);
}

const drawn = sql`exists (select 1 from callback_picks p where p.case_id = ${cases.id} and p.drawn_at >= ${cases.closedAt}`;

/** To be asked about and not asked yet: all but whom a draw has passed over, those who were drawn, or those of whom no draw has decided. */
export function toBeAsked(which: "call-back" | "drawn" | "undrawn"): SQL | undefined {
  // As in the index that answers it.
  const waiting = sql.raw(toBeCalledBack);
  if (which === "call-back") return and(waiting, sql.raw(`not ${passedOver("cases.id")}`));
  return and(waiting, which === "drawn" ? sql`${drawn} and p.picked)` : sql`not ${drawn})`);
}

function behindFigure(filter: CaseFilter, now: Date): SQL | undefined {
  const { figure = "", from, to } = filter;
  if (figure === "opening" && from) return openAt(dayStart(from));
  if (figure === "carried" && to) return openAt(dayStart(nextDay(to)));
  if (!isOpened(figure) || !from || !to) return sql`false`;
  const definition = definitionOf(figure);
  if (filter.why === "not_due" && definition.notDue) {
    return pending(definition.notDue, { from, to }, now);
  }
  const why = filter.why ? [definition.out?.[filter.why]] : countersBehind(figure, filter.part ?? "in");
  const counters = why.filter((key): key is CaseCounter => key !== undefined && Object.hasOwn(caseCounters, key));
  if (counters.length === 0) return sql`false`;
  return or(...counters.map((key) => hits(key, { from, to }, now)));
}

/** What a counter counts within some days; of those that are open what is past its limit. */
export function hits(key: CaseCounter, { from, to }: Span, now: Date): SQL | undefined {
  return isOpen(key) ? and(placed(key, from, to), past(key, now)) : placed(key, from, to);
}

/** What an open counter does not count yet. */
export function pending(key: CaseCounter, { from, to }: Span, now: Date): SQL | undefined {
  return and(placed(key, from, to), gte(sql.raw(caseCounters[key].at), now.toISOString()));
}

/** Received before an instant and not finished by then. */
function openAt(instant: Date): SQL {
  const finished = sql.raw(caseCounters.finished.at);
  const at = instant.toISOString();
  return sql`(${cases.registeredAt} < ${at} and (${finished} >= ${at} or ${finished} is null))`;
}

const isOpen = (key: CaseCounter) => key.endsWith("_open");
const past = (key: CaseCounter, now: Date) => lt(sql.raw(caseCounters[key].at), now.toISOString());
const counting = (key: CaseCounter) => sql.raw(`(${caseCounters[key].when})`);

function placed(key: CaseCounter, from: string, to: string): SQL {
  const at = sql.raw(caseCounters[key].at);
  const start = dayStart(from).toISOString();
  const end = dayStart(nextDay(to)).toISOString();
  return sql`(${counting(key)} and ${at} >= ${start} and ${at} < ${end})`;
}

function registeredWithin({ from, to }: CaseFilter): SQL | undefined {
  return and(
    from ? gte(cases.registeredAt, dayStart(from)) : undefined,
    to ? lt(cases.registeredAt, dayStart(nextDay(to))) : undefined,
  );
}
