import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Context } from "../context";
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
  await releaseBeside(ctx, world, id);
  return id;
}

/** Publishes a round as an account beside that which acts, in the scope of that one: where the tree was renumbered, no other went along. */
export async function releaseBeside(ctx: Context, world: World, id: string): Promise<void> {
  const act = (account: string) => ctx.db.execute(sql`select set_config('app.account', ${account}, true)`);
  await act(as(world, "leader", "试城").actor.accountId);
  await ctx.db.execute(sql`select release_round(${id}, ${world.now.toISOString()})`);
  await act(ctx.actor.accountId);
}

/** Publishes what people of the world brought or asked, as somebody beside them. */
export async function publishWaiting(world: World): Promise<void> {
  const people = [...world.actors.values()].map(({ accountId }) => accountId);
  await world.owner.execute(sql`
    select publish_round(id, ${world.now.toISOString()}) from rounds
    where opened_by in ${people} and closed_at is not null and published_at is null`);
}

type Crowd = number | { n: number; shift: number };

/** A published round of 甲街道, in which each community answered so many times, lower by a shift. */
export async function heldStreet(
  world: World,
  crowds: Record<string, Crowd>,
  closesOn = "2026-11-20",
): Promise<string> {
  const [id, ctx] = [uuidv7(), as(world, "official", "甲街道")];
  await ctx.db.execute(sql`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on)
    select ${id}, a.id, a.pos, a.last, i.id, ${`${closesOn}测评`}, 'drawn', ${closesOn}, ${closesOn}
    from areas a, instruments i where a.id = ${areaId(world, "甲街道")} and i.key = ${defaultInstrument.key}`);
  const given = Object.entries(crowds).flatMap(([name, crowd]) => {
    const { n, shift } = typeof crowd === "number" ? { n: crowd, shift: 0 } : crowd;
    const low = (mark: number) => Math.max(1, mark - shift);
    return Array.from({ length: n }, (_, at) => ({
      area: areaId(world, name),
      marks: { G1: low(1 + (at % 5)), G2: low(1 + ((at * 3) % 5)), G3: low(5 - (at % 4)) },
    }));
  });
  await ctx.db.execute(sql`select add_answers(${id}, ${JSON.stringify(given)}::text::jsonb)`);
  await ctx.db.execute(sql`select close_round(${id}, ${world.now.toISOString()})`);
  await publishWaiting(world);
  return id;
}
