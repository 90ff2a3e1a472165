import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import { plainName } from "../../areas/model";
import { openOwnDatabase } from "../../testing-database";
import { type Role, roles } from "../model";
import { furnish } from "./furniture";

export type Person = {
  role: Role;
  login: string;
  accountId: string;
  grantId: string;
  sessionId: string;
  /** Where the grant holds. */
  top: string;
  unitId: string | null;
};

/** A database of its own with a small city, everybody in it, and rows of every kind in every area. */
export type City = {
  owner: Sql;
  areas: Map<string, string>;
  people: Person[];
  /** The unit of the handlers of 甲街道, and another one. */
  unit: string;
  otherUnit: string;
  close: () => Promise<void>;
};

/** Name, level, and the area it hangs under: an area stands behind the one above it. */
const tree: [name: string, level: string, under: string | null][] = [
  ["试城", "city", null],
  ["试区", "district", "试城"],
  ["甲街道", "street", "试区"],
  ["甲一社区", "community", "甲街道"],
  ["甲一1网格", "grid", "甲一社区"],
  ["甲一2网格", "grid", "甲一社区"],
  ["甲二社区", "community", "甲街道"],
  ["乙街道", "street", "试区"],
  ["乙一社区", "community", "乙街道"],
  ["乙一1网格", "grid", "乙一社区"],
  ["别区", "district", "试城"],
  ["丙街道", "street", "别区"],
  ["丙一社区", "community", "丙街道"],
];

/** Where everybody of each role acts from. */
const tops = ["甲街道", "甲一社区", "试城"];

export async function openCity(suffix: string): Promise<City> {
  const { owner, close } = await openOwnDatabase(suffix);
  return { owner, ...(await settle(owner)), close };
}

async function settle(owner: Sql): Promise<Omit<City, "owner" | "close">> {
  const areas = new Map(tree.map(([name]) => [name, uuidv7()]));
  const rows = tree.map(([name, level, under]) => ({
    id: areas.get(name),
    parent_id: under === null ? null : areas.get(under),
    level,
    name,
    plain_name: plainName(name),
    kind: level === "grid" ? "general" : null,
    households: level === "grid" ? 300 : null,
  }));
  await owner`select add_areas(${JSON.stringify(rows)}::text::jsonb)`;
  const [unit, otherUnit] = [uuidv7(), uuidv7()];
  for (const [id, name] of [
    [unit, "甲街道物业"],
    [otherUnit, "甲街道城管"],
  ] as const)
    await owner`insert into units (id, area_id, area_pos, name, kind) select ${id}, id, pos, ${name}, 'department' from areas where name = '甲街道'`;
  const people = tops.flatMap((top) => roles.map((role) => personAt(role, top, areas, unit)));
  for (const person of people) await moveIn(owner, person);
  await furnish(owner, { unit, otherUnit });
  return { areas, people, unit, otherUnit };
}

function personAt(role: Role, top: string, areas: Map<string, string>, unit: string): Person {
  const [accountId, grantId, sessionId] = [uuidv7(), uuidv7(), uuidv7()];
  const login = `${role}-${areas.get(top)}`;
  return {
    role,
    login,
    accountId,
    grantId,
    sessionId,
    top: areas.get(top) ?? "",
    unitId: role === "handler" ? unit : null,
  };
}

async function moveIn(owner: Sql, { role, login, accountId, grantId, sessionId, top, unitId }: Person): Promise<void> {
  await owner`insert into accounts (id, login, name) values (${accountId}, ${login}, ${login})`;
  await owner`insert into grants (id, account_id, role, area_id, unit_id) values (${grantId}, ${accountId}, ${role}, ${top}, ${unitId})`;
  await owner`insert into sessions (id, account_id, grant_id) values (${sessionId}, ${accountId}, ${grantId})`;
}

/** Somebody of a role at an area. */
export function personOf(city: City, role: Role, top = "甲街道"): Person {
  const found = city.people.find((person) => person.role === role && person.top === city.areas.get(top));
  if (!found) throw new Error(`nobody is ${role} at ${top}`);
  return found;
}
