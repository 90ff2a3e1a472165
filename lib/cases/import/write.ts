import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { cases } from "../../../db/schema/cases";
import type { Context } from "../../context";
import type { ReadyCase } from "./ready";

export type Stored = { id: string; sourceHash: string | null };

/** What is known already of requests of a source, by their ids there. */
export async function findImported(
  ctx: Context,
  source: string,
  ready: readonly ReadyCase[],
): Promise<Map<string, Stored>> {
  if (ready.length === 0) return new Map();
  const keys = ready.map(({ entry }) => entry.key);
  const found = await ctx.db
    .select({ id: cases.id, key: cases.sourceKey, sourceHash: cases.sourceHash })
    .from(cases)
    .where(and(eq(cases.source, source), inArray(cases.sourceKey, keys)));
  return new Map(found.map(({ key, ...stored }) => [key ?? "", stored]));
}

const said = `id uuid, area_id uuid, placed boolean, title text, body text, place text, lon float8, lat float8, channel text,
  request_type text, category_code text, urgent boolean, state text, validity text, registered_at timestamptz,
  contact_due_at timestamptz, dispatch_due_at timestamptz, close_due_at timestamptz, due_provisional boolean,
  contacted_at timestamptz, dispatched_at timestamptz, closed_at timestamptz, close_reason text, voided_at timestamptz,
  source_key text, source_hash text, limits jsonb`;
const columns = said.split(",").map((column) => column.trim().split(" ")[0] ?? "");

/** Adds new requests and answers the ids that were free; one that is taken belongs to a request out of sight. */
export async function addImported(
  ctx: Context,
  { source, importId }: { source: string; importId: string },
  ready: readonly ReadyCase[],
): Promise<Set<string>> {
  if (ready.length === 0) return new Set();
  const rows = JSON.stringify(ready.map((found) => rowOf(found, null)));
  const added = await ctx.db.execute<{ source_key: string }>(sql`
    insert into cases (area_pos, source, import_id, ${sql.raw(columns.join(", "))})
    select a.pos, ${source}, ${importId}, ${sql.raw(columns.map((column) => `r.${column}`).join(", "))}
    from jsonb_to_recordset(${rows}::text::jsonb) r (${sql.raw(said)}) join areas a on a.id = r.area_id
    on conflict (source, source_key) do nothing returning source_key`);
  return new Set(added.map((row) => row.source_key));
}

const workflow = ["state", "validity", "contacted_at", "dispatched_at", "closed_at", "close_reason", "voided_at"];
const placement = ["area_id", "placed"];
const described = columns.filter((column) => !["id", "source_key", ...workflow, ...placement].includes(column));

/**
 * Brings requests to what their source says of them now, and answers how they stood before. What people did with one
 * here stays: once somebody has taken a step, or placed it, its source describes it and no longer moves it.
 */
export async function changeImported(
  ctx: Context,
  changed: readonly { found: ReadyCase; stored: Stored }[],
): Promise<unknown[]> {
  const rows = JSON.stringify(changed.map(({ found, stored }) => rowOf(found, stored.id)));
  const ids = changed.map(({ stored }) => stored.id);
  const before = await ctx.db
    .select({ row: sql<unknown>`to_jsonb(${cases})` })
    .from(cases)
    .where(inArray(cases.id, ids))
    .for("update");
  const kept = (column: string) => `${column} = case when t.touched then c.${column} else r.${column} end`;
  await ctx.db.execute(sql`
    with r as (select * from jsonb_to_recordset(${rows}::text::jsonb) r (${sql.raw(said)})),
    t as (select r.id, exists (
      select 1 from events e where e.subject_id = r.id and e.subject = 'case' and e.action <> 'case.imported') as touched from r)
    update cases c set ${sql.raw(described.map((column) => `${column} = r.${column}`).join(", "))},
      ${sql.raw([...workflow, ...placement].map(kept).join(", "))},
      area_pos = case when t.touched then c.area_pos else a.pos end, version = c.version + 1
    from r join t on t.id = r.id join areas a on a.id = r.area_id where c.id = r.id`);
  return before.map(({ row }) => row);
}

function rowOf({ entry, place, categoryCode, deadlines, limits, hash }: ReadyCase, id: string | null) {
  const { registeredAt, closedAt, dispatchedAt, validity } = entry;
  const time = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: id ?? uuidv7(),
    area_id: place.area.id,
    placed: place.placed,
    title: entry.title,
    body: entry.body,
    place: entry.place,
    lon: entry.point?.lon ?? null,
    lat: entry.point?.lat ?? null,
    channel: entry.channel,
    request_type: entry.requestType,
    category_code: categoryCode,
    urgent: entry.urgent,
    state: closedAt ? "closed" : "registered",
    validity,
    registered_at: time(registeredAt),
    contact_due_at: time(deadlines.contactDueAt),
    dispatch_due_at: time(deadlines.dispatchDueAt),
    close_due_at: time(deadlines.closeDueAt),
    due_provisional: deadlines.dueProvisional,
    contacted_at: time(entry.contactedAt),
    dispatched_at: time(dispatchedAt),
    closed_at: time(closedAt),
    close_reason: entry.closeReason,
    voided_at: validity === "valid" ? null : time(closedAt ?? registeredAt),
    source_key: entry.key,
    source_hash: hash,
    limits,
  };
}
