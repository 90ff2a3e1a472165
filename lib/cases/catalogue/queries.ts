import { and, asc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { cases } from "../../../db/schema/cases";
import { categories, categoryRules } from "../../../db/schema/catalogue";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { isOpen, ruleAt } from "./model";

/** Every category by its name, also those in use elsewhere or no longer. */
export function listCategories(ctx: Context) {
  return ctx.db.select().from(categories).orderBy(asc(categories.code));
}
export type Shipped = Awaited<ReturnType<typeof listCategories>>[number];
type Rule = typeof categoryRules.$inferSelect;

/** The catalogue as it holds at a position of the tree. */
export async function listCatalogue(ctx: Context, pos = ctx.actor.pos) {
  const [all, rules] = await Promise.all([listCategories(ctx), listRules(ctx, covering(pos))]);
  const held = holding(rules);
  return all.map((category) => held(category, pos));
}

export function listRules(ctx: Context, where?: SQL) {
  return ctx.db.select().from(categoryRules).where(where);
}

/** Says how a category holds at a position. */
export function holding(rules: readonly Rule[]): (category: Shipped, pos: number) => Category {
  const byCode = new Map<string, Rule[]>();
  for (const rule of rules) byCode.set(rule.code, [...(byCode.get(rule.code) ?? []), rule]);
  return (category, pos) => applied(category, ruleAt(byCode.get(category.code) ?? [], pos));
}
const ownName = sql`(select r.name from category_rules r where r.code = ${cases.categoryCode} and r.name is not null
  and ${cases.areaPos} between r.area_pos and r.area_last order by r.area_pos desc limit 1)`;

/** What the category of a case is called where the case is. */
export const calledThere = {
  zh: sql<string | null>`coalesce(${ownName}, ${categories.nameZh})`,
  hant: sql<string | null>`coalesce(${ownName}, ${categories.nameHant})`,
  en: sql<string | null>`coalesce(${ownName}, ${categories.nameEn})`,
};

/** A category that is in use in an area, as it holds there; none where none was chosen. */
export async function getOpenCategory(ctx: Context, code: string | undefined, areaId: string) {
  if (code === undefined) return null;
  const pos = sql<number>`(select a.pos from areas a where a.id = ${areaId})`;
  const rows = await ctx.db
    .select({ category: categories, rule: categoryRules, pos })
    .from(categories)
    .leftJoin(categoryRules, and(eq(categoryRules.code, categories.code), covering(pos)))
    .where(eq(categories.code, code));
  const [first] = rows;
  const rules = rows.flatMap(({ rule }) => (rule ? [rule] : []));
  const found = first && applied(first.category, ruleAt(rules, first.pos));
  if (!found?.parentCode || !isOpen(found)) throw new Refusal("invalid", "case.categoryClosed", {}, "categoryCode");
  return found;
}

const covering = (pos: number | SQL<number>) =>
  and(lte(categoryRules.areaPos, sql`${pos}`), gte(categoryRules.areaLast, sql`${pos}`));

export type Category = ReturnType<typeof applied>;

/** What ships, under what the area lays down. */
function applied(category: Shipped, rule: Rule | null) {
  if (!rule) return { ...category, rule, shipped: category };
  const { name, areaId: _area, areaPos: _pos, areaLast: _last, version: _version, ...laid } = rule;
  const names = name === null ? {} : { nameZh: name, nameHant: name, nameEn: name };
  return { ...category, ...laid, ...names, rule, shipped: category };
}
