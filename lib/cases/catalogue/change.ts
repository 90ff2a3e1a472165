import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { categoryRules } from "../../../db/schema/catalogue";
import { authorize } from "../../access/guard";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { record } from "../../events/record";
import type { ChangeCategoryInput } from "./input";
import { type Category, listCatalogue } from "./queries";

/** Lays down for the own area what holds for a category from now on; requests registered before keep their limits. */
export async function changeCategory(ctx: Context, input: ChangeCategoryInput): Promise<void> {
  const current = (await listCatalogue(ctx)).find(({ code }) => code === input.code);
  if (!current || (current.areaId !== null && !current.rule)) throw new Refusal("not-found", "category.missing");
  authorize(ctx.actor, "category.edit");
  if (ownVersion(ctx, current) !== input.version) throw moved(ownVersion(ctx, current));

  const { areaId, pos, last } = ctx.actor;
  const laid = rulesOf(ctx, current, input);
  const written = await ctx.db
    .insert(categoryRules)
    .values({ areaId, areaPos: pos, areaLast: last, code: input.code, ...laid })
    .onConflictDoUpdate({
      target: [categoryRules.areaId, categoryRules.code],
      set: { ...laid, version: sql`${categoryRules.version} + 1` },
      setWhere: eq(categoryRules.version, input.version),
    })
    .returning({ code: categoryRules.code });
  if (written.length === 0) throw moved(await versionNow(ctx, input.code));

  await record(ctx, {
    subject: "area",
    id: areaId,
    action: "category.changed",
    areaPos: pos,
    detail: { code: input.code, name: input.name, ...changesOf(current, laid) },
  });
}

/** The version of what the own area itself has laid down. */
export function ownVersion(ctx: Context, { rule }: Category): number {
  return rule?.areaId === ctx.actor.areaId ? rule.version : 0;
}

/** Who comes second is told, and may press again over what stands now. */
const moved = (version: number) => new Refusal("conflict", "category.moved", { version });

async function versionNow(ctx: Context, code: string): Promise<number> {
  const [rule] = await ctx.db
    .select({ version: categoryRules.version })
    .from(categoryRules)
    .where(and(eq(categoryRules.areaId, ctx.actor.areaId), eq(categoryRules.code, code)));
  return rule?.version ?? 0;
}

function rulesOf(ctx: Context, current: Category, input: ChangeCategoryInput) {
  const { closeLimit = null, contactLimit = null, notice, emergency = null } = input;
  const isNamedSo = [current.nameZh, current.nameHant, current.nameEn].includes(input.name);
  return {
    name: isNamedSo ? (current.rule?.name ?? null) : input.name,
    closeLimit,
    closeUnit: closeLimit === null ? null : input.closeUnit,
    contactLimit,
    contactUnit: contactLimit === null ? null : input.contactUnit,
    urgent: input.urgent,
    closedAt: input.inUse ? null : (current.closedAt ?? ctx.now),
    notice: notice || null,
    words: input.words,
    emergency,
    emergencyWords: input.emergencyWords,
    questions: input.questions,
  };
}

/** What is other than before, each as it was and as it is. */
function changesOf(current: Category, laid: ReturnType<typeof rulesOf>): Record<string, unknown> {
  const changed = Object.entries({ ...laid, name: laid.name ?? current.nameZh }).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before(current, key)),
  );
  return Object.fromEntries(changed.map(([key, value]) => [key, { from: before(current, key), to: value }]));
}

// The keys are those of what is laid down, and the category as it holds has them all but its name.
const before = (current: Category, key: string) => (key === "name" ? current.nameZh : current[key as "notice"]);
