import "server-only";
import { eq } from "drizzle-orm";
import { cases } from "../../../db/schema/cases";
import { improvementCases } from "../../../db/schema/improvements";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import type { AddCaseInput } from "./input";
import { getImprovement } from "./queries";

/** Says that a case belongs to an improvement; one that belongs to it already stays. */
export async function addCase(ctx: Context, { id, caseNumber }: AddCaseInput): Promise<void> {
  const found = await getImprovement(ctx, id);
  authorize(ctx.actor, "improvement.open");
  if (found.closedAt) throw new Refusal("conflict", "improvement.closedAlready");

  await attachCase(ctx, found, caseNumber);
  await record(ctx, {
    subject: "round",
    id: found.roundId,
    action: "improvement.case-added",
    areaPos: found.areaPos,
    detail: { item: found.itemCode, case: caseNumber },
  });
}

export async function attachCase(
  ctx: Context,
  { id, areaId, areaPos }: { id: string; areaId: string; areaPos: number },
  caseNumber: number,
): Promise<void> {
  const [found] = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.number, caseNumber));
  if (!found) throw new Refusal("invalid", "improvement.caseMissing", { number: caseNumber }, "caseNumber");
  await ctx.db
    .insert(improvementCases)
    .values({ improvementId: id, caseId: found.id, areaId, areaPos })
    .onConflictDoNothing();
}
