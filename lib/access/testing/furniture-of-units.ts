import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";

/** An estate that a unit is a party to, with what it has promised; answers the ids of estate, agreement and task. */
export async function placeEstate(owner: Sql, area: string, unit: string) {
  const [estate, agreement, task] = [uuidv7(), uuidv7(), uuidv7()];
  const [found] = await owner<{ pos: number }[]>`select pos from areas where id = ${area}`;
  const at = { area_id: area, area_pos: found?.pos ?? 0 };
  const of = { ...at, estate_id: estate };
  const since = { starts_on: "2020-01-01" };
  await owner`insert into estates ${owner({ ...at, id: estate, name: estate })}`;
  await owner`insert into estate_places ${owner({ ...of, place_id: area })}`;
  await owner`insert into estate_parties ${owner({ ...of, ...since, id: uuidv7(), role: "property", unit_id: unit })}`;
  await owner`insert into agreements ${owner({ ...of, id: agreement, title: "停车", body: "每月公示", agreed_on: "2026-01-01", parties: ["residents", "property"] })}`;
  await owner`insert into agreement_tasks ${owner({ ...of, agreement_id: agreement, id: task, title: "公示收支", unit_id: unit, due_on: "2026-12-01" })}`;
  return { estate, agreement, task };
}

/** A partner of an area; answers its id. */
export async function placePartner(owner: Sql, area: string): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into units (id, area_id, area_pos, name, kind) select ${id}, id, pos, ${id}, 'partner' from areas where id = ${area}`;
  return id;
}

/** What a partner promised an area; answers its id. */
export async function placeProject(owner: Sql, area: string): Promise<string> {
  const [id, partner] = [uuidv7(), await placePartner(owner, area)];
  await owner`
    insert into projects (id, area_id, area_pos, partner_id, offer, need, promised_by)
    select ${id}, id, pos, ${partner}, '义诊', '量血压', '2026-12-01' from areas where id = ${area}`;
  return id;
}

/** A unit of an area; answers its id. */
export async function placeUnit(owner: Sql, area: string, closedOn: string | null = null): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into units (id, area_id, area_pos, name, kind, closed_on)
    select ${id}, id, pos, ${id}, 'property', ${closedOn} from areas where id = ${area}`;
  return id;
}
