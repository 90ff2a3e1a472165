import { and, asc, eq, isNull } from "drizzle-orm";
import { cases } from "../../../db/schema/cases";
import { caseLinks, caseRequests } from "../../../db/schema/requests";
import type { Context } from "../../context";
import { Refusal } from "../../errors";

/** What waits for a decision about a case, the oldest first. */
export function listOpenRequests(ctx: Context, caseId: string) {
  return ctx.db
    .select()
    .from(caseRequests)
    .where(and(eq(caseRequests.caseId, caseId), isNull(caseRequests.decidedAt)))
    .orderBy(asc(caseRequests.askedAt), asc(caseRequests.id));
}

export async function getRequest(ctx: Context, caseId: string, id: string) {
  const [found] = await ctx.db
    .select()
    .from(caseRequests)
    .where(and(eq(caseRequests.caseId, caseId), eq(caseRequests.id, id)));
  if (!found) throw new Refusal("not-found", "case.missing");
  return found;
}
export type CaseRequest = Awaited<ReturnType<typeof getRequest>>;

/** What a case has to do with others, as far as the actor can see them. */
export function listLinks(ctx: Context, caseId: string) {
  return ctx.db
    .select({
      id: cases.id,
      kind: caseLinks.kind,
      number: cases.number,
      title: cases.title,
      state: cases.state,
      validity: cases.validity,
    })
    .from(caseLinks)
    .innerJoin(cases, eq(cases.id, caseLinks.otherId))
    .where(eq(caseLinks.caseId, caseId))
    .orderBy(asc(caseLinks.at), asc(cases.number));
}
export type CaseLink = Awaited<ReturnType<typeof listLinks>>[number];
