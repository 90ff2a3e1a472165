import { eq, type SQL, sql } from "drizzle-orm";
import { reminderMarks } from "../../db/schema/reminders";
import { can } from "../access/model";
import { localDay } from "../calendar/zone";
import { caseClocks, clockNames, runsFor, stillRuns } from "../cases/clocks";
import { decidePermission, requestKinds } from "../cases/model";
import type { Context } from "../context";
import type { Settings } from "../settings/model";
import { getSettings } from "../settings/queries";
import { type Issue, lastIssue, usualDigestHour } from "./issue";
import { type Horizon, horizonAt, type ReminderKind, remindsOf, worksOnCases } from "./model";
import { dated } from "./queries-dated";

/** So many are shown, and counted, at most. */
export const mostReminders = 99;

type Row = {
  kind: ReminderKind;
  id: string;
  /** None where it is no case: of a promise the id is that of its estate, of a task that of its topic. */
  number: number | null;
  title: string;
  urgent: boolean;
  dueAt: string;
  /** When it was answered, where the reminder is of an answer. */
  doneAt: string | null;
  isNew: boolean;
};

/** What the actor is reminded of now, found from how things stand: what is new first, then what is due longest. */
export async function listReminders(ctx: Context) {
  const all = remindersOf(ctx, await knownOf(ctx));
  const found = await ctx.db.execute<Row>(sql`
    select kind, id, number::float8 as number, title, urgent, due_at as "dueAt", done_at as "doneAt", is_new as "isNew" from ${all}
    order by is_new desc, due_at, id, kind limit ${mostReminders + 1}`);
  const rows = found.slice(0, mostReminders).map((row) => ({
    ...row,
    dueAt: new Date(row.dueAt),
    doneAt: row.doneAt ? new Date(row.doneAt) : null,
  }));
  return { rows, more: found.length > mostReminders };
}
export type Reminder = Awaited<ReturnType<typeof listReminders>>["rows"][number];

/** How many were raised since the actor looked, the digest of the day among them; no more than one above `mostReminders`. */
export async function countNewReminders(ctx: Context): Promise<number> {
  if (!can(ctx.actor, "reminder.read")) return 0;
  const known = await knownOf(ctx);
  const [row] = await ctx.db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select from ${remindersOf(ctx, known)} where is_new limit ${mostReminders + 1}) counted`,
  );
  return Math.min(mostReminders + 1, (row?.n ?? 0) + Number(issueOf(ctx, known)?.isNew ?? false));
}

/** The issue of the digest that is out, and whether it came after the actor last looked; null where none is wanted. */
export async function findIssue(ctx: Context): Promise<(Issue & { isNew: boolean }) | null> {
  return issueOf(ctx, await knownOf(ctx));
}

type Known = { settings: Settings; seenAt: Date; digestHour: number | null; digestHad: string | null };

/** What belongs to the grant somebody acts under; who never looked has seen nothing. */
export async function knownOf(ctx: Context): Promise<Known> {
  const [settings, [mark]] = await Promise.all([
    getSettings(ctx),
    ctx.db.select().from(reminderMarks).where(eq(reminderMarks.grantId, ctx.actor.grantId)),
  ]);
  const digestHour = mark ? mark.digestHour : usualDigestHour;
  return { settings, seenAt: mark?.seenAt ?? new Date(0), digestHour, digestHad: mark?.digestHad ?? null };
}

function issueOf({ now }: Context, { settings, seenAt, digestHour, digestHad }: Known) {
  if (digestHour === null) return null;
  const issue = lastIssue(now, digestHour, settings.quietHours);
  const isFirstOfDay = digestHad === null || localDay(issue.at) > digestHad;
  return { ...issue, isNew: isFirstOfDay && seenAt < issue.at };
}

function remindersOf(ctx: Context, { settings, seenAt }: Known): SQL {
  const view: View = { ctx, seen: horizonAt(seenAt, settings), heard: horizonAt(ctx.now, settings) };
  const clocks = clockNames.filter((clock) => remindsOf(ctx.actor, clock)).map((clock) => ofClock(view, clock));
  const parts = [
    ...clocks,
    escalated(view),
    toDecide(view),
    toReceive(view),
    toAnswer(view),
    calledTo(view),
    answered(view),
    called(view),
    ...dated(view),
  ];
  const union = sql.join(
    parts.filter((part) => part !== null),
    sql` union all `,
  );
  return sql`(${union}) r (kind, id, number, title, urgent, due_at, done_at, is_new)`;
}

type View = { ctx: Context; seen: Horizon; heard: Horizon };

function ofClock({ ctx: { actor }, seen, heard }: View, clock: (typeof clockNames)[number]): SQL {
  const { due, since } = caseClocks[clock];
  const [at, began] = [sql.raw(due), sql.raw(since)];
  const late = byUrgency(heard.urgentLate, heard.late);
  const soon = byUrgency(heard.urgentSoon, heard.soon);
  return sql`
    select ${clock}::text, id, number, title, urgent, ${at}, null::timestamptz,
      ${raisedBetween(byUrgency(seen.urgentLate, seen.late), at, late)}
        or (${at} > ${late} and (${at} > ${byUrgency(seen.urgentSoon, seen.soon)} or ${began} > ${byUrgency(seen.urgentLate, seen.late)}))
    from cases c
    where ${sql.raw(runsFor(clock, "c.id"))} and area_pos between ${actor.pos} and ${actor.last} and ${at} <= ${soon} and ${began} <= ${late}
      and ${mine(actor.unitId)}`;
}

/** What a rule brought before the actor, as long as the clock runs. */
function escalated({ ctx: { actor }, seen, heard }: View): SQL {
  return sql`
    select 'escalated'::text, c.id, c.number, c.title, c.urgent, min(e.due_at), null::timestamptz, max(e.at) > ${byUrgency(seen.urgentLate, seen.late)}
    from escalations e join cases c on c.id = e.case_id
    where e.to_area_id = ${actor.areaId} and e.to_role = ${actor.role} and e.at <= ${byUrgency(heard.urgentLate, heard.late)}
      and ${sql.raw(stillRuns("e"))}
    group by c.id`;
}

function toDecide({ ctx: { actor }, seen, heard }: View): SQL | null {
  const kinds = requestKinds.filter((kind) => kind !== "transfer" && can(actor, decidePermission[kind]));
  if (!worksOnCases(actor) || kinds.length === 0) return null;
  return sql`
    select 'decision'::text, c.id, c.number, c.title, c.urgent, r.due_at, null::timestamptz, ${newOf(seen, heard, sql`r.asked_at`, sql`r.due_at`)}
    from case_requests r join cases c on c.id = r.case_id
    where r.decided_at is null and r.area_pos between ${actor.pos} and ${actor.last} and r.asked_by <> ${actor.accountId}
      and r.kind in ${kinds} and r.asked_at <= ${text(heard.late)}`;
}

function toReceive({ ctx: { actor, now }, seen, heard }: View): SQL | null {
  if (!can(actor, "case.receive")) return null;
  return sql`
    select 'incoming'::text, case_id, number, title, urgent, due_at, null::timestamptz, ${newOf(seen, heard, sql`asked_at`, sql`due_at`)}
    from incoming_transfers()
    where to_area_id = ${actor.areaId} and asked_by <> ${actor.accountId} and asked_at <= ${text(heard.late)} and due_at >= ${text(now)}`;
}

function toAnswer({ ctx: { actor }, seen, heard }: View): SQL | null {
  if (!remindsOf(actor, "urge")) return null;
  return sql`
    select 'urge'::text, c.id, c.number, c.title, c.urgent, u.due_at, null::timestamptz, ${newOf(seen, heard, sql`u.urged_at`, sql`u.due_at`)}
    from urges u join cases c on c.id = u.case_id
    where u.answered_at is null and u.area_pos between ${actor.pos} and ${actor.last} and u.urged_at <= ${text(heard.late)} and ${mine(actor.unitId)}`;
}

/** What the own unit was called to: when it is called, and when it should have come or answered. */
function calledTo({ ctx: { actor }, seen, heard }: View): SQL | null {
  if (!remindsOf(actor, "whistle")) return null;
  return sql`
    select 'whistle'::text, c.id, c.number, c.title, c.urgent, min(w.due_next), null::timestamptz, bool_or(${newOf(seen, heard, sql`w.called_at`, sql`w.due_next`)})
    from (select *, case when arrived_at is null then arrive_due_at else due_at end as due_next from whistles) w join cases c on c.id = w.case_id
    where w.answered_at is null and w.ended_at is null and w.area_pos between ${actor.pos} and ${actor.last}
      and w.called_at <= ${byUrgency(heard.urgentLate, heard.late)} ${actor.unitId === null ? sql`` : sql`and w.unit_id = ${actor.unitId}`}
    group by c.id`;
}

/** What the actor pressed for: answered in the last week, or not answered in time. */
function answered({ ctx: { actor, now }, seen, heard }: View): SQL | null {
  if (!can(actor, "case.urge")) return null;
  const lately = new Date(now.getTime() - 7 * 86_400_000);
  return sql`
    select 'answer'::text, c.id, c.number, c.title, c.urgent, u.due_at, u.answered_at, coalesce(u.answered_at, u.due_at) > ${text(seen.late)}
    from urges u join cases c on c.id = u.case_id
    where u.urged_by = ${actor.accountId} and u.area_pos between ${actor.pos} and ${actor.last}
      and coalesce(u.answered_at, u.due_at) between ${text(lately)} and ${text(heard.late)}`;
}

/** What became of the actor's calls to help: answered in the last week, or not in time. */
function called({ ctx: { actor, now }, seen, heard }: View): SQL | null {
  if (!can(actor, "case.whistle")) return null;
  const lately = new Date(now.getTime() - 7 * 86_400_000);
  return sql`
    select 'called'::text, c.id, c.number, c.title, c.urgent, max(w.due_at), max(w.answered_at), max(coalesce(w.answered_at, w.due_at)) > ${text(seen.late)}
    from whistles w join cases c on c.id = w.case_id
    where w.called_by = ${actor.accountId} and w.ended_at is null and w.area_pos between ${actor.pos} and ${actor.last}
      and coalesce(w.answered_at, w.due_at) between ${text(lately)} and ${text(heard.late)}
    group by c.id, w.answered_at is null`;
}

const text = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const byUrgency = (urgent: Date, usual: Date) =>
  urgent.getTime() === usual.getTime()
    ? text(usual)
    : sql`case when urgent then ${text(urgent)} else ${text(usual)} end`;
const mine = (unitId: string | null) => (unitId === null ? sql`true` : sql`unit_id = ${unitId}`);
const raisedBetween = (after: SQL, at: SQL, upTo: SQL) => sql`(${at} > ${after} and ${at} <= ${upTo})`;

function newOf(seen: Horizon, heard: Horizon, begun: SQL, due: SQL): SQL {
  return sql`(${begun} > ${text(seen.late)} or ${raisedBetween(text(seen.late), due, text(heard.late))})`;
}
