import { createHash } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { uuidv7 } from "uuidv7";
import { copy, type Value } from "../db/seed/copy";
import type { Role } from "../lib/access/model";
import type { AreaLevel } from "../lib/areas/model";

/** A city of the size of Beijing: 17 districts, 343 streets, 7,200 communities, 60,000 grids. */
const size = [
  ["district", 17],
  ["street", 343],
  ["community", 7_200],
  ["grid", 60_000],
] as const satisfies [AreaLevel, number][];

type Box = { west: number; south: number; east: number; north: number };
type Place = { id: string; parentId: string | null; level: AreaLevel; name: string; box: Box };

const names: Partial<Record<AreaLevel, string>> = { district: "区", street: "街道", community: "社区", grid: "网格" };

/** Lays out the tree with its people and boundaries; answers who signs in to measure. */
export async function layCity(owner: Sql): Promise<void> {
  const levels = growLevels();
  const places = levels.flat();
  await owner.begin(async (tx) => {
    await copy(
      tx,
      "areas",
      ["id", "parent_id", "level", "name", "plain_name", "pos", "last", "kind", "households", "party_from"],
      places.map((place, index) => [...areaOf(place), ...rangeOf(index), ...gridOf(place, index)]),
    );
    await tx`select number_areas()`;
    await drawCity(tx, places);
    await peopleCity(tx);
  });
}

function areaOf({ id, parentId, level, name }: Place): Value[] {
  return [id, parentId, level, name, name];
}

/** Any order that rises; the database numbers the tree anew. */
const rangeOf = (index: number): Value[] => [1_000_000_000 + index, 1_000_000_000 + index];

function gridOf({ level }: Place, index: number): Value[] {
  const isGrid = level === "grid";
  return [
    isGrid ? "general" : null,
    isGrid ? 200 + (index % 150) : null,
    isGrid && index % 3 > 0 ? "2024-05-06" : null,
  ];
}

function growLevels(): Place[][] {
  const whole = { west: 116, south: 39.6, east: 117, north: 40.4 };
  const city: Place = { id: idOf("city", 0), parentId: null, level: "city", name: "量城", box: whole };
  const levels: Place[][] = [[city]];
  for (const [level, count] of size) {
    const parents = levels.at(-1) ?? [];
    levels.push(parents.flatMap((parent, index) => split(parent, level, share(count, parents.length, index))));
  }
  return levels;
}

/** The first and the number of those that fall to one of many, as evenly as can be. */
function share(count: number, among: number, index: number): [first: number, n: number] {
  const first = Math.floor((count * index) / among);
  return [first, Math.floor((count * (index + 1)) / among) - first];
}

function split(parent: Place, level: AreaLevel, [first, n]: [number, number]): Place[] {
  const across = Math.ceil(Math.sqrt(n));
  const down = Math.ceil(n / across);
  const { west, south, east, north } = parent.box;
  const at = (low: number, high: number, step: number, steps: number) => low + ((high - low) * step) / steps;
  return Array.from({ length: n }, (_, k) => {
    const [x, y] = [k % across, Math.floor(k / across)];
    const box = {
      west: at(west, east, x, across),
      east: at(west, east, x + 1, across),
      south: at(south, north, y, down),
      north: at(south, north, y + 1, down),
    };
    const number = first + k;
    return { id: idOf(level, number), parentId: parent.id, level, name: `第${number + 1}${names[level] ?? ""}`, box };
  });
}

const idOf = (level: string, number: number) => {
  const hash = createHash("md5").update(`${level} ${number}`).digest("hex");
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-7$3-8$4-$5");
};

async function drawCity(tx: TransactionSql, places: readonly Place[]): Promise<void> {
  const numbers = await tx<{ id: string; pos: number }[]>`select id, pos from areas`;
  const posOf = new Map(numbers.map(({ id, pos }) => [id, pos]));
  await copy(
    tx,
    "boundaries",
    ["area_id", "area_pos", "shape", "outline", "drawn"],
    places
      .filter(({ level }) => level !== "grid")
      .map(({ id, box }) => {
        const shape = JSON.stringify({ type: "Polygon", coordinates: [ringOf(box)] });
        return [id, posOf.get(id) ?? 0, shape, shape, "bench"];
      }),
  );
}

/** Forty points, for a street of a real map has about as many. */
function ringOf({ west, south, east, north }: Box): number[][] {
  const points = Array.from({ length: 40 }, (_, k) => {
    const angle = (k / 40) * 2 * Math.PI;
    const reach = 0.49 - 0.04 * (k % 3);
    return [
      (west + east) / 2 + Math.cos(angle) * reach * (east - west),
      (south + north) / 2 + Math.sin(angle) * reach * (north - south),
    ];
  });
  return [...points, points[0] ?? []].map((point) => point.map((degrees) => Math.round(degrees * 1e6) / 1e6));
}

async function peopleCity(tx: TransactionSql): Promise<void> {
  await tx`
    insert into officers (id, area_id, area_pos, name, kind, starts_on)
    select gen_random_uuid(), id, pos, '网格员', 'full_time', '2024-01-01' from areas where level = 'grid' and pos % 20 <> 0`;
  await tx`
    insert into stations (id, area_id, area_pos, name, field, opened_on)
    select gen_random_uuid(), id, pos, '驿站', (array['residents', 'property', 'office'])[1 + pos % 3], '2024-03-01' from areas where level = 'community'`;
}

export type Watcher = {
  role: Role;
  areaId: string;
  level: AreaLevel;
  accountId: string;
  grantId: string;
  session: string;
};

/** An account, a grant and a session of a role at an area. */
export async function openWatcher(owner: Sql, role: Role, areaId: string): Promise<Watcher> {
  const [area] = await owner<{ level: AreaLevel }[]>`select level from areas where id = ${areaId}`;
  if (!area) throw new Error("a watcher needs an area");
  const [accountId, grantId, session] = [uuidv7(), uuidv7(), uuidv7()];
  await owner`insert into accounts (id, login, name) values (${accountId}, ${accountId}, '量')`;
  await owner`insert into grants (id, account_id, role, area_id) values (${grantId}, ${accountId}, ${role}, ${areaId})`;
  await owner`insert into sessions (id, account_id, grant_id) values (${session}, ${accountId}, ${grantId})`;
  return { role, areaId, level: area.level, accountId, grantId, session };
}
