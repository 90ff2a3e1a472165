import { categoryOptions } from "@/components/cases/category-options";
import type { StepChoices } from "@/components/cases/step-fields";
import { listCatalogue } from "@/lib/cases/catalogue/queries";
import { closeReasons, isLate, leavesByConsent, type Move } from "@/lib/cases/model";
import { type CaseDetail, listUnits } from "@/lib/cases/queries";
import type { CaseRequest } from "@/lib/cases/requests/queries";
import { listTargets } from "@/lib/cases/requests/queries-transfers";
import { isOpenWhistle } from "@/lib/cases/whistles/model";
import type { Whistle } from "@/lib/cases/whistles/queries";
import type { Context } from "@/lib/context";
import { getLocale, translator } from "@/lib/next/locale";
import { type ReplyValues, replyMoves } from "@/lib/replies/model";
import { listTemplates, type ReplyTemplate, valuesOf } from "@/lib/replies/queries";

/** What there is for an answer: the texts that hold here, and what the case fills in. */
export type ReplyChoices = { templates: ReplyTemplate[]; values: ReplyValues };

/** What the forms of the open steps offer to choose from. */
export async function choicesFor(
  ctx: Context,
  found: CaseDetail,
  { moves, whistles, waiting }: { moves: Move[]; whistles: Whistle[]; waiting: CaseRequest[] },
): Promise<StepChoices & ReplyChoices> {
  const answers = replyMoves.some((move) => moves.includes(move)) || waiting.some(({ kind }) => kind === "void");
  const [t, locale, units, targets, categories, templates] = await Promise.all([
    translator("case"),
    getLocale(),
    moves.includes("dispatch") || moves.includes("whistle") ? listUnits(ctx) : [],
    moves.includes("transfer") ? listTargets(ctx, found.current.areaId) : [],
    moves.includes("split") || moves.includes("recategorise") ? listCatalogue(ctx, found.current.areaPos) : [],
    answers ? listTemplates(ctx) : [],
  ]);
  const reasons = closeReasons.filter((reason) => !leavesByConsent(found.current, "close", { now: ctx.now, reason }));
  return {
    ...(reasons.length < closeReasons.length ? { closing: { reasons, help: t("lateByConsent") } } : {}),
    ...(isLate(found.current, ctx.now) ? { correcting: t("lateLonger") } : {}),
    units,
    targets,
    categories: categoryOptions(categories, locale, t("categoryNone")),
    urgent: found.current.urgent,
    templates,
    values: valuesOf(found, ctx.now),
    calls: ownCalls(ctx.actor, whistles),
  };
}

/** What the actor may take back: own calls without an answer. */
export function ownCalls({ accountId }: Context["actor"], whistles: Whistle[]): Whistle[] {
  return whistles.filter((whistle) => whistle.calledBy === accountId && isOpenWhistle(whistle));
}
