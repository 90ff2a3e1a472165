import "server-only";
import { type SQLWrapper, sql, type WithSubquery } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { noteCounting } from "../../db/folding";
import type { Transaction } from "../../db/index";
import { kept } from "../../db/kept";
import type { Context } from "../context";

export type Subject =
  | "case"
  | "area"
  | "account"
  | "setting"
  | "round"
  | "import"
  | "unit"
  | "estate"
  | "reply"
  | "view"
  | "instrument"
  | "topic";

export type Trace = {
  subject: Subject;
  id: string;
  action: string;
  areaPos: number;
  detail?: Record<string, unknown>;
  /** What the change alters in the counts; `before` is the row as it stood, null where it is new, or a list of rows. */
  counts?: { of: "case" | "cases"; before: unknown } | { of: "import" | "visit" | "ground" };
};

/** Leaves the event of a change and brings the counts along, in the transaction of the change. */
export async function record(ctx: Context, trace: Trace): Promise<void> {
  await recordTrace(ctx.db, traced(ctx, trace));
}

/** The same in one statement with the change, which returns its row; false where it changed none, and then nothing is left. */
export async function recordWith(ctx: Context, change: SQLWrapper, trace: Trace): Promise<boolean> {
  const rows = await ctx.db.execute(sql`with changed as ${change} select ${recorded(traced(ctx, trace))} from changed`);
  return rows.length > 0;
}

/** The same again where a change is made so often that it is put together once, with placeholders for its values. */
export function recordsWith(change: (db: Transaction) => WithSubquery) {
  const changeAndRecord = kept((db) => {
    const changed = change(db);
    return db
      .with(changed)
      .select({ recorded: recorded(placeholders) })
      .from(changed);
  });
  return async (ctx: Context, values: Record<string, unknown>, trace: Trace): Promise<boolean> => {
    const rows = await changeAndRecord(ctx.db, { ...values, ...traced(ctx, trace) });
    return rows.length > 0;
  };
}

const parts = ["subject", "subjectId", "event", "action", "pos", "at", "detail", "counts", "before"] as const;
type Parts = Record<`trace.${(typeof parts)[number]}`, unknown>;

function traced(ctx: Context, { subject, id, action, areaPos, detail = {}, counts }: Trace): Parts {
  if (counts) noteCounting(ctx.db);
  const before = counts && "before" in counts ? (counts.before ?? null) : null;
  return {
    "trace.subject": subject,
    "trace.subjectId": id,
    "trace.event": uuidv7(),
    "trace.action": action,
    "trace.pos": areaPos,
    "trace.at": ctx.now.toISOString(),
    "trace.detail": JSON.stringify(detail),
    "trace.counts": counts?.of ?? null,
    "trace.before": before === null ? null : JSON.stringify(before),
  };
}

const recorded = (of: Parts) => sql`record(${of["trace.subject"]}, ${of["trace.subjectId"]}, ${of["trace.event"]},
  ${of["trace.action"]}, ${of["trace.pos"]}, ${of["trace.at"]}, ${of["trace.detail"]}::text::jsonb,
  ${of["trace.counts"]}, ${of["trace.before"]}::text::jsonb)`;

const placeholders = Object.fromEntries(
  parts.map((part) => [`trace.${part}`, sql.placeholder(`trace.${part}`)]),
) as Parts;

const recordTrace = kept((db) => db.select({ done: sql`true` }).from(recorded(placeholders)));
