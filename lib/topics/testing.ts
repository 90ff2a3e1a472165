import { uuidv7 } from "uuidv7";
import { areaId, as, unitOf, type World } from "../testing";
import { openTopic } from "./open";

export const official = (world: World) => as(world, "official", "甲街道");
export const elsewhere = (world: World) => as(world, "official", "乙街道");

export function wanted(world: World) {
  const unitId = unitOf(world, "甲街道").id;
  const areaIdOf = areaId(world, "甲街道");
  return { id: uuidv7(), areaId: areaIdOf, title: "电梯停运", goal: "减半", category: "06", keyword: "电梯", unitId };
}

export async function opened(world: World): Promise<string> {
  const input = { ...wanted(world), startsOn: "2026-10-26" };
  await openTopic(official(world), input);
  return input.id;
}

export const eventsOf = async (world: World, id: string) => {
  const rows = await world.owner.execute<{ action: string }>(
    `select action from events where subject_id = '${id}' order by at, id`,
  );
  return rows.map(({ action }) => action);
};
