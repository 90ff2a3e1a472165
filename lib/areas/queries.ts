import { and, asc, between, desc, eq, gte, isNull, lte, ne, or, sql } from "drizzle-orm";
import { areaCodes, areas } from "../../db/schema/areas";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { codeReference, type KnownArea } from "./known";
import { type AreaRange, type CodeScheme, codeSchemes, plainName } from "./model";

const row = {
  id: areas.id,
  parentId: areas.parentId,
  level: areas.level,
  name: areas.name,
  plainName: areas.plainName,
  kind: areas.kind,
  closedOn: areas.closedOn,
  pos: areas.pos,
  last: areas.last,
};

export type AreaRow = NonNullable<Awaited<ReturnType<typeof findArea>>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Outside the actor's tree an area does not exist: null. */
export async function findArea(ctx: Context, id: string) {
  if (!uuid.test(id)) return null;
  const [found] = await ctx.db.select(row).from(areas).where(eq(areas.id, id));
  return found ?? null;
}

export async function getArea(ctx: Context, id: string): Promise<AreaRow> {
  const found = await findArea(ctx, id);
  if (!found) throw new Refusal("not-found", "area.missing");
  return found;
}

/** An area that still stands; a closed one is history and takes no change. */
export async function getOpenArea(ctx: Context, id: string): Promise<AreaRow> {
  const found = await getArea(ctx, id);
  if (found.closedOn !== null && found.closedOn < localDay(ctx.now)) throw new Refusal("conflict", "area.closed");
  return found;
}

/** Areas of one level under a parent that would be taken for one another by their names. */
export function listNamesakes(ctx: Context, parentId: string, alike: Pick<AreaRow, "plainName" | "level">) {
  return ctx.db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(
      and(
        eq(areas.parentId, parentId),
        eq(areas.plainName, alike.plainName),
        eq(areas.level, alike.level),
        isNull(areas.closedOn),
      ),
    );
}

/** The area a page looks at: the one named in the URL, else the actor's own. */
export function viewedArea(ctx: Context, id: string | undefined): Promise<AreaRow> {
  return getArea(ctx, id ?? ctx.actor.areaId);
}

export function listChildren(ctx: Context, parentId: string) {
  return ctx.db.select(row).from(areas).where(eq(areas.parentId, parentId)).orderBy(asc(areas.pos));
}

/** The way from the top of the actor's tree down to an area, itself last. */
export function crumbsOf(ctx: Context, area: AreaRange) {
  return ctx.db
    .select({ id: areas.id, name: areas.name, level: areas.level })
    .from(areas)
    .where(and(lte(areas.pos, area.pos), gte(areas.last, area.last)))
    .orderBy(asc(areas.pos));
}

/** One area by its id, by SCHEME:CODE as it holds today, or by name (also PARENT/NAME); several are a conflict that lists them. */
export async function resolveArea(ctx: Context, reference: string): Promise<AreaRow> {
  const found = await referencedAreas(ctx, reference.trim());
  const [first, ...others] = found;
  if (!first) throw new Refusal("not-found", "area.unknown", { reference });
  if (others.length === 0) return first;
  const paths = await Promise.all(found.slice(0, 10).map((area) => pathOf(ctx, area)));
  throw new Refusal("conflict", "area.ambiguous", { reference, candidates: paths.join("; ") });
}

async function referencedAreas(ctx: Context, reference: string): Promise<AreaRow[]> {
  if (uuid.test(reference)) {
    const area = await findArea(ctx, reference);
    return area ? [area] : [];
  }
  const coded = codeReference(reference);
  const scheme = codeSchemes.find((known) => coded.startsWith(`${known}:`));
  if (scheme) return areasByCode(ctx, scheme, coded.slice(scheme.length + 1));
  const steps = reference.split("/").map((step) => step.trim());
  const named = await areasByName(ctx, steps.at(-1) ?? "");
  if (steps.length === 1) return named;
  const above = steps.slice(0, -1).map(plainName);
  const kept = await Promise.all(named.map(async (area) => ((await isUnder(ctx, area, above)) ? [area] : [])));
  return kept.flat();
}

/** A code that no longer holds still names the area that had it last. */
function areasByCode(ctx: Context, scheme: CodeScheme, code: string): Promise<AreaRow[]> {
  return ctx.db
    .select(row)
    .from(areas)
    .innerJoin(areaCodes, eq(areaCodes.areaId, areas.id))
    .where(and(eq(areaCodes.scheme, scheme), eq(areaCodes.code, code), lte(areaCodes.validFrom, localDay(ctx.now))))
    .orderBy(desc(areaCodes.validFrom))
    .limit(1);
}

async function areasByName(ctx: Context, name: string): Promise<AreaRow[]> {
  const alike = await ctx.db
    .select(row)
    .from(areas)
    .where(and(eq(areas.plainName, plainName(name)), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(50);
  const exact = alike.filter((area) => area.name === name);
  return exact.length > 0 ? exact : alike;
}

async function isUnder(ctx: Context, area: AreaRow, above: string[]): Promise<boolean> {
  const crumbs = (await crumbsOf(ctx, area)).slice(0, -1).map(({ name }) => plainName(name));
  let from = 0;
  for (const step of above) {
    const hit = crumbs.indexOf(step, from);
    if (hit < 0) return false;
    from = hit + 1;
  }
  return true;
}

async function pathOf(ctx: Context, area: AreaRow): Promise<string> {
  const crumbs = await crumbsOf(ctx, area);
  return crumbs
    .slice(-3)
    .map(({ name }) => name)
    .join("/");
}

/** All areas below one, with the code each has in a scheme and period: what an import is compared with. */
export async function listKnownAreas(
  ctx: Context,
  into: AreaRange,
  { scheme, from, to }: { scheme: CodeScheme; from: string; to: string | null },
): Promise<KnownArea[]> {
  const meets = sql`${areaCodes.scheme} = ${scheme} and daterange(${areaCodes.validFrom}, ${areaCodes.validTo}, '[]') && daterange(${from}, ${to}, '[]')`;
  const found = await ctx.db
    .select({
      id: areas.id,
      parentId: areas.parentId,
      pos: areas.pos,
      level: areas.level,
      name: areas.name,
      plainName: areas.plainName,
      kind: areas.kind,
      households: areas.households,
      residents: areas.residents,
      code: sql<string | null>`max(${areaCodes.code}) filter (where ${meets})`,
      codeName: sql<string | null>`max(${areaCodes.name}) filter (where ${meets})`,
      otherSchemes: sql<
        CodeScheme[]
      >`coalesce(array_agg(distinct ${areaCodes.scheme}) filter (where ${areaCodes.scheme} <> ${scheme}), '{}')`,
      allCodes: sql<
        string[]
      >`coalesce(array_agg(${areaCodes.scheme} || ':' || ${areaCodes.code}) filter (where ${areaCodes.id} is not null), '{}')`,
    })
    .from(areas)
    .leftJoin(areaCodes, eq(areaCodes.areaId, areas.id))
    .where(and(between(areas.pos, into.pos, into.last), or(isNull(areas.closedOn), gte(areas.closedOn, from))))
    .groupBy(areas.id)
    .orderBy(asc(areas.pos));
  return found;
}

/** Where an area may be hung instead: open areas of the level of its parent. */
export function listMoveTargets(ctx: Context, area: AreaRow, parent: Pick<AreaRow, "id" | "level">) {
  return ctx.db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(and(eq(areas.level, parent.level), ne(areas.id, parent.id), ne(areas.id, area.id), isNull(areas.closedOn)))
    .orderBy(asc(areas.pos))
    .limit(500);
}
