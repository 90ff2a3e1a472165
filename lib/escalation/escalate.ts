import "server-only";
import { sql } from "drizzle-orm";
import { type Transaction, withVisitor } from "../../db/index";
import { workHoursBefore } from "../calendar/clock";
import { storedSettings } from "../settings/input";
import { defaultSettings } from "../settings/model";
import { atOnce, mostTurns } from "./model";

/** Brings before whom the rules say what is late enough; answers how many cases that were. Done twice it does nothing. */
export async function escalateLate(): Promise<number> {
  let told = 0;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const n = await withVisitor((tx) => escalateSome(tx, new Date()));
    told += n;
    if (n < atOnce) break;
  }
  return told;
}

export async function escalateSome(tx: Pick<Transaction, "execute">, now: Date): Promise<number> {
  const [needs] = await tx.execute<Needs>(
    sql`select work_hours as "workHours", late_by as "lateBy" from escalation_needs()`,
  );
  const { data: workHours = defaultSettings.workHours } = storedSettings.workHours.safeParse(needs?.workHours);
  const befores = Object.fromEntries((needs?.lateBy ?? []).map((n) => [n, workHoursBefore(now, n, workHours)]));
  const [told] = await tx.execute<{ n: number }>(
    sql`select escalate_late(${JSON.stringify(befores)}::text::jsonb) as n`,
  );
  return told?.n ?? 0;
}

type Needs = { workHours: unknown; lateBy: number[] };
