import "server-only";
import { ne } from "drizzle-orm";
import { ledgerMarks } from "../../db/schema/estates";
import { authorize } from "../access/guard";
import { getCase } from "../cases/queries";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { MarkLedgerInput } from "./input";

/** Puts a request into the ledger of its estate, or keeps it out, whatever its category says. */
export async function markLedger(ctx: Context, input: MarkLedgerInput): Promise<void> {
  const { current } = await getCase(ctx, input.id);
  authorize(ctx.actor, "ledger.mark");
  const shared = input.shared === "yes";
  const marked = await ctx.db
    .insert(ledgerMarks)
    .values({ caseId: current.id, areaPos: current.areaPos, shared, markedAt: ctx.now })
    .onConflictDoUpdate({
      target: ledgerMarks.caseId,
      set: { shared, markedAt: ctx.now },
      setWhere: ne(ledgerMarks.shared, shared),
    })
    .returning({ id: ledgerMarks.caseId });
  if (marked.length === 0) throw new Refusal("conflict", "estate.markedAlready");
  await record(ctx, {
    subject: "case",
    id: current.id,
    action: shared ? "case.ledger-shared" : "case.ledger-withheld",
    areaPos: current.areaPos,
  });
}
