import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { noteCounting } from "../../db/folding";
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
  await ctx.db.execute(sql`select ${recorded(ctx, trace)}`);
}

/** The same in one statement with the change, which returns its row; false where it changed none, and then nothing is left. */
export async function recordWith(ctx: Context, change: SQLWrapper, trace: Trace): Promise<boolean> {
  const rows = await ctx.db.execute(sql`with changed as ${change} select ${recorded(ctx, trace)} from changed`);
  return rows.length > 0;
}

function recorded(ctx: Context, trace: Trace): SQL {
  if (trace.counts) noteCounting(ctx.db);
  const before = trace.counts && "before" in trace.counts ? (trace.counts.before ?? null) : null;
  return sql`record(${trace.subject}, ${trace.id}, ${uuidv7()}, ${trace.action}, ${trace.areaPos},
    ${ctx.now.toISOString()}, ${JSON.stringify(trace.detail ?? {})}::text::jsonb, ${trace.counts?.of ?? null},
    ${before === null ? null : JSON.stringify(before)}::text::jsonb)`;
}
