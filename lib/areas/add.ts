import "server-only";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { areaCodes } from "../../db/schema/areas";
import { authorize } from "../access/guard";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { AddAreaInput } from "./input";
import { canonicalCode, codeRule, mayHangUnder, plainName } from "./model";
import { getArea, getOpenArea, listNamesakes } from "./queries";

/** Adds one area below another, with a code of its own if it has one. */
export async function addArea(ctx: Context, input: AddAreaInput): Promise<string> {
  await ctx.db.execute(sql`select hold_tree()`);
  const parent = await getOpenArea(ctx, input.parentId);
  authorize(ctx.actor, "area.edit");
  if (!mayHangUnder(input.level, parent.level)) throw new Refusal("invalid", "area.levelOrder", {}, "level");
  const code = input.code === null ? null : canonicalCode(input.scheme, input.code);
  if (input.code !== null && code === null) throw new Refusal("invalid", codeRule(input.scheme), {}, "code");
  const plain = plainName(input.name);
  const [namesake] = await listNamesakes(ctx, parent.id, { plainName: plain, level: input.level });
  if (namesake) throw new Refusal("conflict", "area.nameTaken", { name: namesake.name }, "name");

  const openedOn = input.openedOn ?? localDay(ctx.now);
  const id = await insert(ctx, input, { plain, openedOn });
  const added = await getArea(ctx, id);
  if (code !== null)
    await giveCode(ctx, { areaId: id, areaPos: added.pos, scheme: input.scheme, code, validFrom: openedOn });
  const { level, name, scheme } = input;
  await record(ctx, {
    subject: "area",
    id,
    action: "area.added",
    areaPos: added.pos,
    detail: { name, level, scheme, code, parent: parent.name },
  });
  return id;
}

async function insert(
  ctx: Context,
  input: AddAreaInput,
  { plain, openedOn }: { plain: string; openedOn: string },
): Promise<string> {
  const id = uuidv7();
  const { parentId, level, name, households, residents } = input;
  const kind = level === "grid" ? (input.kind ?? "general") : null;
  const row = {
    id,
    parent_id: parentId,
    level,
    name,
    plain_name: plain,
    kind,
    households,
    residents,
    opened_on: openedOn,
  };
  await ctx.db.execute(sql`select add_areas(${JSON.stringify([row])}::text::jsonb)`);
  return id;
}

async function giveCode(ctx: Context, row: typeof areaCodes.$inferInsert): Promise<void> {
  const free = await ctx.db.execute(sql`
    select not exists (select 1 from area_codes where scheme = ${row.scheme} and code = ${row.code}
      and daterange(valid_from, valid_to, '[]') && daterange(${row.validFrom}, null)) as free`);
  if (!free[0]?.free) throw new Refusal("conflict", "area.codeTaken", { code: row.code }, "code");
  await ctx.db.insert(areaCodes).values(row);
}
