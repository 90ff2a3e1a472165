import { sql } from "drizzle-orm";
import fc from "fast-check";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { findDifference } from "../../db/recount";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { aCase, areaId, as, inRollback, type World } from "../testing";
import { addArea } from "./add";
import { changeCounts } from "./counts";
import type { AreaLevel } from "./model";
import { moveArea } from "./move";
import { appointOfficer, endOfficer } from "./officers";
import { setPartyGroup } from "./party-group";
import { closeStation, openStation } from "./stations";

/** The owner's connection inside the transaction of the test; finding a difference asks for nothing else of it. */
const ownerOf = (world: World) =>
  ({ unsafe: (query: string) => world.owner.execute(sql.raw(query)) }) as unknown as Sql;

type Step = { kind: number; a: number; b: number; day: number };

const steps = fc.array(
  fc.record({ kind: fc.nat(8), a: fc.nat(1000), b: fc.nat(1000), day: fc.integer({ min: 1, max: 30 }) }),
  {
    minLength: 4,
    maxLength: 14,
  },
);

test("whatever is added, staffed, moved and registered, every count agrees with the records", async () => {
  await fc.assert(
    fc.asyncProperty(steps, (sequence) =>
      inRollback(async (world) => {
        await world.owner.execute(sql`select fill_ground()`);
        const ctx = as(world, "official", "试城");
        for (const name of ["甲一1网格", "乙二2网格"]) await register(world, areaId(world, name), world.now);
        for (const step of sequence) await take(step, ctx, world);
        expect(await findDifference(ownerOf(world))).toBeNull();
      }),
    ),
    { numRuns: 8 },
  );
}, 300_000);

async function take({ kind, a, b, day: n }: Step, ctx: Context, world: World): Promise<void> {
  const day = `2026-11-${String(n).padStart(2, "0")}`;
  const pick = async (level: AreaLevel, at: number) => {
    const rows = await world.owner.execute<{ id: string; name: string }>(
      sql`select id, name from areas where level = ${level} and pos between ${ctx.actor.pos} and 2000000000 and pos >= 1000000000 order by name`,
    );
    return rows[at % Math.max(1, rows.length)] ?? { id: areaId(world, "甲一1网格"), name: "甲一1网格" };
  };
  const grid = await pick("grid", a);
  const community = await pick("community", b);
  const street = await pick("street", a);
  const name = `${a}-${b}`;
  const moves: (() => Promise<unknown>)[] = [
    () =>
      addArea(ctx, {
        parentId: community.id,
        level: "grid",
        name,
        kind: null,
        households: a,
        residents: null,
        scheme: "local",
        code: null,
        openedOn: day,
      }),
    () =>
      addArea(ctx, {
        parentId: street.id,
        level: "community",
        name: `${name}社区`,
        kind: null,
        households: null,
        residents: b,
        scheme: "local",
        code: null,
        openedOn: day,
      }),
    () => appointOfficer(ctx, { areaId: grid.id, name, kind: "full_time", startsOn: day }),
    () => endAny(ctx, world, { grid: grid.id, day }),
    () => moveArea(ctx, { areaId: community.id, parentId: street.id }),
    () => register(world, grid.id, new Date(`${day}T02:00:00Z`)),
    () => setPartyGroup(ctx, { areaId: grid.id, from: day, to: null }),
    () => stationLife(ctx, { areaId: community.id, name, day, closes: b % 2 === 0 }),
    () => changeCounts(ctx, { areaId: community.id, households: a, residents: b }),
  ];
  const move = moves[kind % moves.length];
  const error = await (move ? move() : Promise.resolve()).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error !== null && !(error instanceof Refusal)) throw error;
}

/** A case where the grid lies now, which may not be where the world was built. */
async function register(world: World, grid: string, registeredAt: Date): Promise<void> {
  const id = await aCase(world, "甲一1网格", { areaId: grid, registeredAt });
  await world.owner.execute(
    sql`update cases set area_pos = a.pos from areas a where a.id = area_id and cases.id = ${id}`,
  );
}

async function endAny(ctx: Context, world: World, { grid, day }: { grid: string; day: string }): Promise<void> {
  const [officer] = await world.owner.execute<{ id: string }>(
    sql`select id from officers where area_id = ${grid} and ends_on is null limit 1`,
  );
  if (officer) await endOfficer(ctx, { officerId: officer.id, endsOn: day });
}

type Life = { areaId: string; name: string; day: string; closes: boolean };

async function stationLife(ctx: Context, { areaId: at, name, day, closes }: Life): Promise<void> {
  const stationId = await openStation(ctx, { areaId: at, name, field: "office", openedOn: "2026-11-01" });
  if (closes) await closeStation(ctx, { stationId, closedOn: day });
}
