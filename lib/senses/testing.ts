import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { areaId, as, type World } from "../testing";
import { defaultInstrument } from "./model";

type Held = { area: string; marks: Record<string, number[]>; closesOn?: string; mode?: "drawn" | "open" };

/** A round of the default questionnaire that was answered in one area, closed and published; answers its id. */
export async function heldRound(
  world: World,
  { area, marks, closesOn = "2026-11-20", mode = "drawn" }: Held,
): Promise<string> {
  const [id, ctx] = [uuidv7(), as(world, "official", "试城")];
  await ctx.db.execute(sql`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, source_key)
    select ${id}, a.id, a.pos, a.last, i.id, ${`${closesOn}测评`}, ${mode}, ${closesOn}, ${closesOn}, ${id}
    from areas a, instruments i where a.id = ${areaId(world, area)} and i.key = ${defaultInstrument.key}`);
  const most = Math.max(...Object.values(marks).map(({ length }) => length));
  const given = Array.from({ length: most }, (_, n) => ({
    area: areaId(world, area),
    marks: Object.fromEntries(
      Object.entries(marks).flatMap(([code, all]) => (all[n] === undefined ? [] : [[code, all[n]]])),
    ),
  }));
  await ctx.db.execute(sql`select add_answers(${id}, ${JSON.stringify(given)}::text::jsonb)`);
  await ctx.db.execute(sql`select close_round(${id}, ${world.now.toISOString()})`);
  await ctx.db.execute(sql`select release_round(${id}, ${world.now.toISOString()})`);
  return id;
}
