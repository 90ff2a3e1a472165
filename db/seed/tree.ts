import type { TransactionSql } from "postgres";
import { plainName } from "../../lib/areas/model";
import type { Area, Tree } from "./areas";
import type { World } from "./cases";
import { copy, type Value } from "./copy";

export async function loadTree(tx: TransactionSql, { tree }: World): Promise<void> {
  const areaColumns = [
    "id",
    "parent_id",
    "level",
    "name",
    "plain_name",
    "pos",
    "last",
    "kind",
    "households",
    "residents",
    "area_m2",
    "covered_m2",
    "opened_on",
    "closed_on",
    "party_from",
  ];
  await copy(
    tx,
    "areas",
    areaColumns,
    tree.all.map((area): Value[] => [
      area.id,
      area.parent?.id ?? null,
      area.level,
      area.name,
      plainName(area.name),
      area.pos,
      area.last,
      area.kind,
      area.households,
      area.residents,
      area.areaM2,
      area.coveredM2,
      area.openedOn,
      area.closedOn,
      area.partyFrom,
    ]),
  );
  await takeNumbers(tx, tree);
  const codes = tree.all.flatMap((area) => area.codes.map((code) => ({ area, ...code })));
  await copy(
    tx,
    "area_codes",
    ["id", "area_id", "area_pos", "scheme", "code", "name", "valid_from", "valid_to"],
    codes.map(({ area, scheme, code, name = null, from, to }, index): Value[] => [
      numbered(area, index),
      area.id,
      area.pos,
      scheme,
      code,
      name,
      from,
      to,
    ]),
  );
  const heirs = tree.all.flatMap((area) => (area.predecessor ? [{ area, predecessor: area.predecessor }] : []));
  await copy(
    tx,
    "area_predecessors",
    ["area_id", "area_pos", "predecessor_id"],
    heirs.map(({ area, predecessor }): Value[] => [area.id, area.pos, predecessor.id]),
  );
  const drawn = tree.all.filter((area) => area.shape !== null);
  await copy(
    tx,
    "boundaries",
    ["area_id", "area_pos", "shape", "outline", "drawn"],
    drawn.map((area): Value[] => [area.id, area.pos, JSON.stringify(area.shape), JSON.stringify(area.outline), "demo"]),
  );
}

async function takeNumbers(tx: TransactionSql, tree: Tree): Promise<void> {
  await tx`select number_areas()`;
  const numbers = await tx<{ id: string; pos: number; last: number }[]>`select id, pos, last from areas`;
  const known = new Map(numbers.map((row) => [row.id, row]));
  for (const area of tree.all) Object.assign(area, known.get(area.id));
}

/** An id for a lesser row of an area, made from that of the area. */
export const numbered = (area: Area, index: number): string =>
  `${area.id.slice(0, 24)}${(index + 0xc0de0000).toString(16).padStart(12, "0")}`;
