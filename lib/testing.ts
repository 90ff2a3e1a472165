import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { uuidv7 } from "uuidv7";
import { setScope } from "../db/index";
import { cases } from "../db/schema/cases";
import { type Actor, type Role, roles } from "./access/model";
import { again, renumbering } from "./again";
import { type AreaLevel, isPlace, plainName, spareNumbers, type UnitKind } from "./areas/model";
import type { Context } from "./context";
import { databaseUrl } from "./env";

export type TestArea = {
  id: string;
  parentId: string | null;
  name: string;
  level: AreaLevel;
  pos: number;
  last: number;
};
export type TestUnit = { id: string; areaId: string; name: string; kind: UnitKind };

/** A small world inside a transaction that is rolled back: 试城 > 试区 > 甲街道, 乙街道 > 甲一社区 … > 甲一1网格 … */
export type World = {
  areas: TestArea[];
  units: TestUnit[];
  actors: Map<string, Actor>;
  /** The time of every context made after it is set; Monday 2026-11-23 10:00 unless a test says otherwise. */
  now: Date;
  /** Beyond all policies, to arrange and to look. */
  owner: Context["db"];
  /** The same transaction with the rights and the scope of an actor. */
  dbOf: (actor: Actor) => Context["db"];
  /** Undoes what the work did, and gives what it threw; null when it threw nothing. */
  attempt: (work: () => Promise<unknown>) => Promise<unknown>;
};

export const testPassword = "stair-Lamp-2026";

/** Runs a test over the small world on the real database of DATABASE_URL and leaves nothing behind. */
export async function inRollback(work: (world: World) => Promise<void>): Promise<void> {
  client ??= postgres(databaseUrl("owner"), { max: 4, idle_timeout: 1, onnotice: () => {} });
  const sql = client;
  // Another test may be renumbering its tree; a deadlock between tests is a fault all the same.
  await again(() => rolledBack(sql, async (tx) => work(await buildWorld(tx, sql.options))), {
    codes: [renumbering],
    tries: 20,
  });
}

async function rolledBack(sql: Sql, work: (tx: TransactionSql) => Promise<void>): Promise<void> {
  const done = Symbol("rolled back");
  const run = sql.begin(async (tx) => {
    await work(tx);
    throw done;
  });
  await run.catch((error: unknown) => {
    if (error !== done) throw error;
  });
}

/** Acts in a role at an area of the world, by its name; a handler acts for the unit of that area. */
export function as(world: World, role: Role, areaName: string): Context {
  const actor = world.actors.get(`${role} ${areaName}`);
  if (!actor) throw new Error(`nobody is ${role} at ${areaName}`);
  return { actor, db: world.dbOf(actor), now: world.now };
}

/** The id of an area of the world. */
export function areaId(world: World, name: string): string {
  return find(world, name).id;
}

/** The unit of an area: of the city and the district a department, of a street its office, of a community its property company. */
export function unitOf(world: World, areaName: string): TestUnit {
  const unit = world.units.find((candidate) => candidate.areaId === areaId(world, areaName));
  if (!unit) throw new Error(`no unit at ${areaName}`);
  return unit;
}

/** A case as if registered an hour ago, counted like any other; answers its id. */
export async function aCase(
  world: World,
  areaName: string,
  overrides: Partial<typeof cases.$inferInsert> = {},
): Promise<string> {
  const area = find(world, areaName);
  const id = overrides.id ?? uuidv7();
  await world.owner.insert(cases).values({
    areaId: area.id,
    areaPos: area.pos,
    placed: isPlace(area.level),
    title: "楼道灯不亮",
    channel: "phone",
    registeredAt: new Date(world.now.getTime() - 3_600_000),
    ...overrides,
    id,
  });
  await world.owner.execute(sql`select mark_repeats('case', ${id}, null), count_case(null, ${id})`);
  return id;
}

let client: Sql | undefined;

function find(world: World, name: string): TestArea {
  const area = world.areas.find((candidate) => candidate.name === name);
  if (!area) throw new Error(`no area ${name}`);
  return area;
}

async function buildWorld(tx: TransactionSql, options: Sql["options"]): Promise<World> {
  const areas = plantAreas();
  const units = areas.filter(({ level }) => level !== "grid").map(unitAt);
  const actors = new Map(
    areas.flatMap((area) => roles.map((role) => [`${role} ${area.name}`, actorAt(role, area, units)] as const)),
  );
  const acting = [...actors.values()].filter(({ role, unitId }) => role !== "handler" || unitId !== null);
  await tx`insert into areas ${tx(areas.map(({ id, parentId, level, name, pos, last }) => ({ id, parent_id: parentId, level, name, plain_name: plainName(name), pos, last, kind: level === "grid" ? "general" : null, households: level === "grid" ? 300 : null })))}`;
  const [first] = areas;
  if (first) await tx`select note_ancestors(${first.pos}, ${first.last})`;
  await tx`insert into units ${tx(units.map(({ id, areaId, name, kind }) => ({ id, area_id: areaId, area_pos: areas.find((area) => area.id === areaId)?.pos ?? 0, name, kind })))}`;
  await tx`insert into accounts ${tx(acting.map(({ accountId, name }) => ({ id: accountId, login: accountId, name })))}`;
  await tx`insert into grants ${tx(acting.map(({ grantId, accountId, role, areaId, unitId }) => ({ id: grantId, account_id: accountId, role, area_id: areaId, unit_id: unitId })))}`;
  const turns = takeTurns(tx, options);
  return {
    areas,
    units,
    actors,
    now: new Date("2026-11-23T02:00:00Z"),
    owner: turns.dbOf(null),
    dbOf: turns.dbOf,
    attempt: turns.attempt,
  };
}

const letters = ["甲", "乙"];
const numerals = ["一", "二"];

/** Numbered as the database would, far from the trees that stand there and from other tests. */
function plantAreas(): TestArea[] {
  const areas: TestArea[] = [];
  let next = 1_000_000_000 + Math.floor(Math.random() * 400) * 2_000_000;
  const plant = (
    level: AreaLevel,
    name: string,
    parent: TestArea | null,
    below: (area: TestArea) => void = () => {},
  ) => {
    const area: TestArea = { id: uuidv7(), parentId: parent?.id ?? null, name, level, pos: next, last: next };
    areas.push(area);
    next += 8;
    below(area);
    next += Math.min(spareNumbers[level], 4096);
    area.last = next - 1;
  };
  plant("city", "试城", null, (city) =>
    plant("district", "试区", city, (district) => {
      for (const letter of letters)
        plant("street", `${letter}街道`, district, (street) => {
          for (const numeral of numerals)
            plant("community", `${letter}${numeral}社区`, street, (community) => {
              for (const n of [1, 2]) plant("grid", `${letter}${numeral}${n}网格`, community);
            });
        });
    }),
  );
  return areas;
}

function unitAt(area: TestArea): TestUnit {
  const kind = area.level === "street" ? "street_office" : area.level === "community" ? "property" : "department";
  const names = { street_office: "办事处", property: "物业", department: "管理局" };
  return { id: uuidv7(), areaId: area.id, name: `${area.name}${names[kind]}`, kind };
}

function actorAt(role: Role, area: TestArea, units: TestUnit[]): Actor {
  return {
    accountId: uuidv7(),
    name: `${role} ${area.name}`,
    role,
    grantId: uuidv7(),
    areaId: area.id,
    areaName: area.name,
    areaLevel: area.level,
    pos: area.pos,
    last: area.last,
    unitId: role === "handler" ? (units.find(({ areaId }) => areaId === area.id)?.id ?? null) : null,
    locale: null,
  };
}

type Query = Parameters<TransactionSql["unsafe"]>;

/** Many hands on one transaction: each statement waits for the one before and runs with the rights of who sent it. */
function takeTurns(tx: TransactionSql, options: Sql["options"]) {
  const staff = `${decodeURIComponent(new URL(databaseUrl("owner")).pathname.slice(1))}_staff`;
  const plain = drizzle(
    fake((...query) => answered(tx.unsafe(...query)), options),
    { casing: "snake_case" },
  );
  let acting: Actor | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => {});
    return mine;
  };
  const become = async (actor: Actor | null) => {
    if (acting === actor) return;
    if (acting !== null) await tx.unsafe("reset role");
    acting = actor;
    if (actor === null) return;
    await setScope(asContextDb(plain), actor);
    await tx.unsafe(`set local role "${staff}"`);
  };
  const dbOf = (actor: Actor | null): Context["db"] => {
    const send = (...query: Query) => ({
      values: () => inTurn(() => become(actor).then(() => tx.unsafe(...query).values())),
      all: () => inTurn(() => become(actor).then(() => tx.unsafe(...query))),
    });
    return asContextDb(drizzle(fake(send, options), { casing: "snake_case" }));
  };
  const attempt = async (work: () => Promise<unknown>): Promise<unknown> => {
    await inTurn(() => tx.unsafe("savepoint attempt"));
    const outcome = await work().then(
      () => null,
      (error: unknown) => error,
    );
    await inTurn(() => tx.unsafe("rollback to attempt"));
    await inTurn(() => tx.unsafe("reset role"));
    acting = null;
    return outcome;
  };
  return { dbOf, attempt };
}

type Answered = { values: () => PromiseLike<unknown>; all: () => PromiseLike<unknown> };

const answered = (query: ReturnType<TransactionSql["unsafe"]>): Answered => ({
  values: () => query.values(),
  all: () => query,
});

/** What drizzle asks of a client of postgres.js: its options, and `unsafe` with or without `values()`. */
function fake(send: (...query: Query) => Answered, options: Sql["options"]): Sql {
  const unsafe = (...query: Query) => {
    const sent = send(...query);
    return {
      values: sent.values,
      // biome-ignore lint/suspicious/noThenProperty: drizzle awaits a query as it is, or asks it for bare values
      then: (...heard: Parameters<PromiseLike<unknown>["then"]>) => sent.all().then(...heard),
    };
  };
  // Drizzle calls nothing else; a test would fail at once if it did.
  return { options, unsafe } as unknown as Sql;
}

// A database of drizzle has what verbs use of a transaction; rolling back is for inRollback.
const asContextDb = (db: ReturnType<typeof drizzle>) => db as unknown as Context["db"];
