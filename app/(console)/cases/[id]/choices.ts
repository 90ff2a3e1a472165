import { categoryOptions } from "@/components/cases/category-options";
import type { StepChoices } from "@/components/cases/step-fields";
import type { Move } from "@/lib/cases/model";
import { type CaseDetail, listCategories, listUnits } from "@/lib/cases/queries";
import { listTargets } from "@/lib/cases/requests/queries-transfers";
import type { Context } from "@/lib/context";
import { getLocale, translator } from "@/lib/next/locale";

/** What the forms of the open steps offer to choose from. */
export async function choicesFor(ctx: Context, { areaId }: CaseDetail["current"], moves: Move[]): Promise<StepChoices> {
  const [t, locale, units, targets, categories] = await Promise.all([
    translator("case"),
    getLocale(),
    moves.includes("dispatch") ? listUnits(ctx) : [],
    moves.includes("transfer") ? listTargets(ctx, areaId) : [],
    moves.includes("split") ? listCategories(ctx) : [],
  ]);
  return { units, targets, categories: categoryOptions(categories, locale, t("categoryNone")) };
}
