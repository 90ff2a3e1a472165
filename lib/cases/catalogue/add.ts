import "server-only";
import { sql } from "drizzle-orm";
import { categories, categoryRules } from "../../../db/schema/catalogue";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import type { AddCategoryInput } from "./input";
import { listCatalogue } from "./queries";

const usual = { closeLimit: 5, closeUnit: "work_day", contactLimit: 24, contactUnit: "hour" } as const;

/** A category of the own area's, below one of the groups that ship; answers its code. */
export async function addCategory(ctx: Context, { parentCode, name }: AddCategoryInput): Promise<{ code: string }> {
  const catalogue = await listCatalogue(ctx);
  const group = catalogue.find(({ code, parentCode: above }) => code === parentCode && above === null);
  if (!group) throw new Refusal("not-found", "category.missing", {}, "parentCode");
  authorize(ctx.actor, "category.edit");
  const beside = catalogue.filter((each) => each.parentCode === parentCode && (each.areaId === null || each.rule));
  if (beside.some(({ nameZh }) => nameZh === name)) throw new Refusal("conflict", "category.taken", {}, "name");

  const { areaId, pos, last } = ctx.actor;
  const names = { nameZh: name, nameHant: name, nameEn: name };
  const [added] = await ctx.db
    .insert(categories)
    .values({ code: sql`${parentCode}::text || nextval('category_codes')`, parentCode, areaId, ...names, ...usual })
    .returning({ code: categories.code });
  const code = added?.code ?? "";
  await ctx.db.insert(categoryRules).values({ areaId, areaPos: pos, areaLast: last, code, ...usual });
  await record(ctx, {
    subject: "area",
    id: areaId,
    action: "category.added",
    areaPos: pos,
    detail: { code, name },
  });
  return { code };
}
