import { uuidv7 } from "uuidv7";
import { areaId, as, unitOf, type World } from "../testing";
import { addUnit } from "../units/units";
import { addEstate, addPlace } from "./estates";
import { setParty } from "./parties";

/** An estate of 甲一社区 that is 甲一1网格, with its property company, its owners' committee, and a handler of each. */
export async function anEstate(world: World) {
  const official = as(world, "official", "甲街道");
  const owners = await addUnit(official, { areaId: areaId(world, "甲一社区"), name: "甲一业委会", kind: "owners" });
  const staff = as(world, "staff", "甲一社区");
  const estateId = await addEstate(staff, { areaId: areaId(world, "甲一社区"), name: "甲苑" });
  await addPlace(staff, { estateId, placeId: areaId(world, "甲一1网格") });
  const property = unitOf(world, "甲一社区").id;
  const since = { estateId, startsOn: "2026-01-01" };
  await setParty(staff, { ...since, role: "property", unitId: property });
  await setParty(staff, { ...since, role: "owners", unitId: owners });
  return { estateId, owners, property };
}

/** Whoever acts for a unit at 甲一社区. */
export function handlerOf(world: World, unitId: string) {
  const { actor } = as(world, "handler", "甲一社区");
  const other = { ...actor, unitId };
  return { actor: other, db: world.dbOf(other), now: world.now };
}

export const agreed = (estateId: string) => ({
  estateId,
  id: uuidv7(),
  title: "停车收费",
  body: "每月公示停车收支。",
  agreedOn: "2026-11-01",
  residents: false,
  owners: true,
  property: true,
});
