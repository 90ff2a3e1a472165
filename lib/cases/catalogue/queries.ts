import { and, asc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { held } from "../../../db/held";
import { kept } from "../../../db/kept";
import { areas } from "../../../db/schema/areas";
import { cases } from "../../../db/schema/cases";
import { categories, categoryRules } from "../../../db/schema/catalogue";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { getSettings } from "../../settings/queries";
import { isOpen, ruleAt } from "./model";

/** Every category by its name, also those in use elsewhere or no longer. */
export function listCategories(ctx: Context) {
  return held(ctx, "categories", async () => ctx.db.select().from(categories).orderBy(asc(categories.code)));
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

/** An area, what a category in use there lays down there (nothing where none was chosen), and the settings. */
export async function getLaidDown(ctx: Context, areaId: string, code: string | undefined) {
  const [area, known, settings] = await Promise.all([
    held(ctx, `place ${areaId}`, () => getPlace(ctx, areaId)),
    code === undefined ? null : held(ctx, `category ${code}`, () => getShipped(ctx, code)),
    getSettings(ctx),
  ]);
  const category = known && applied(known.shipped, ruleAt(known.rules, area.pos));
  if (code !== undefined && !(category?.parentCode && isOpen(category)))
    throw new Refusal("invalid", "case.categoryClosed", {}, "categoryCode");
  return { area, category, settings };
}

const readPlace = kept((db) =>
  db
    .select({ id: areas.id, pos: areas.pos, level: areas.level })
    .from(areas)
    .where(eq(areas.id, sql.placeholder("id"))),
);

async function getPlace(ctx: Context, id: string) {
  const [area] = await readPlace(ctx.db, { id });
  if (!area) throw new Refusal("not-found", "area.missing", {}, "areaId");
  return area;
}

/** A category as it ships, and what areas lay down for it. */
async function getShipped(ctx: Context, code: string) {
  const [[shipped], rules] = await Promise.all([
    ctx.db.select().from(categories).where(eq(categories.code, code)),
    listRules(ctx, eq(categoryRules.code, code)),
  ]);
  return shipped ? { shipped, rules } : null;
}

function covering(pos: number | typeof areas.pos) {
  return and(lte(categoryRules.areaPos, sql`${pos}`), gte(categoryRules.areaLast, sql`${pos}`));
}

export type Category = ReturnType<typeof applied>;

/** What ships, under what the area lays down. */
function applied(category: Shipped, rule: Rule | null) {
  if (!rule) return { ...category, rule, shipped: category };
  const { name, areaId: _area, areaPos: _pos, areaLast: _last, version: _version, ...laid } = rule;
  const names = name === null ? {} : { nameZh: name, nameHant: name, nameEn: name };
  return { ...category, ...laid, ...names, rule, shipped: category };
}
