import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listUnits } from "../cases/queries";
import { caseIn } from "../cases/testing";
import { areaId, as, inRollback, unitOf, type World } from "../testing";
import { countOpenOf, listUnitsOf } from "./queries";
import { addUnit, changeUnit, closeUnit, reopenUnit } from "./units";

const street = (world: World) => as(world, "official", "甲街道");
const given = (world: World) => ({ areaId: areaId(world, "甲一社区"), name: "甲一业委会", kind: "owners" as const });
const offered = async (world: World, where = "甲街道") =>
  (await listUnits(as(world, "official", where))).map(({ name }) => name);

test("a unit is added, renamed, closed and reopened, and each leaves its event", () =>
  inRollback(async (world) => {
    const unitId = await addUnit(street(world), given(world));
    await changeUnit(street(world), { unitId, name: "甲一业主委员会", kind: "owners" });
    expect(await offered(world)).toContain("甲一业主委员会");
    await closeUnit(street(world), { unitId });
    expect(await offered(world)).not.toContain("甲一业主委员会");
    await reopenUnit(street(world), { unitId });
    expect(await offered(world)).toContain("甲一业主委员会");
    const events = await world.owner.execute(
      sql`select action from events where subject = 'unit' and subject_id = ${unitId} order by id`,
    );
    expect(events.map(({ action }) => action)).toEqual(["unit.added", "unit.changed", "unit.closed", "unit.reopened"]);
  }));

test("a unit is offered where it serves: in its area, below it and above it", () =>
  inRollback(async (world) => {
    await addUnit(street(world), given(world));
    expect(await offered(world, "甲一社区")).toContain("甲一业委会");
    expect(await offered(world, "甲一社区")).toContain("甲街道办事处");
    expect(await offered(world, "试城")).toContain("甲一业委会");
    expect(await offered(world, "甲二社区")).not.toContain("甲一业委会");
    expect(await offered(world, "乙街道")).not.toContain("甲一业委会");
  }));

test("a unit moves to another area of the own part of the tree, and to no other", () =>
  inRollback(async (world) => {
    const unitId = await addUnit(street(world), given(world));
    const moved = { unitId, name: "甲街业委会", kind: "owners" as const };
    await changeUnit(street(world), { ...moved, areaId: areaId(world, "甲二社区") });
    expect(await offered(world, "甲二社区")).toContain("甲街业委会");
    expect(await offered(world, "甲一社区")).not.toContain("甲街业委会");
    await expect(changeUnit(street(world), { ...moved, areaId: areaId(world, "乙一社区") })).rejects.toMatchObject({
      code: "not-found",
    });
  }));

test("who may not edit units is refused, and who may does so in the own area only", () =>
  inRollback(async (world) => {
    const unitId = unitOf(world, "甲一社区").id;
    for (const role of ["staff", "leader", "secadmin"] as const)
      await expect(addUnit(as(world, role, "甲街道"), given(world))).rejects.toMatchObject({ code: "forbidden" });
    await expect(closeUnit(as(world, "staff", "甲一社区"), { unitId })).rejects.toMatchObject({ code: "forbidden" });
    for (const role of ["official", "sysadmin"] as const) {
      const elsewhere = as(world, role, "乙街道");
      await expect(addUnit(elsewhere, given(world))).rejects.toMatchObject({ code: "not-found" });
      await expect(closeUnit(elsewhere, { unitId })).rejects.toMatchObject({ code: "not-found" });
      await expect(changeUnit(elsewhere, { unitId, name: "改名", kind: "partner" })).rejects.toMatchObject({
        code: "not-found",
      });
    }
  }));

test("names are not taken twice, and what is closed is not changed, closed again or opened twice", () =>
  inRollback(async (world) => {
    const unitId = await addUnit(street(world), given(world));
    await expect(addUnit(street(world), given(world))).rejects.toMatchObject({ reason: "unit.nameTaken" });
    await expect(reopenUnit(street(world), { unitId })).rejects.toMatchObject({ code: "conflict" });
    await closeUnit(street(world), { unitId });
    await expect(closeUnit(street(world), { unitId })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeUnit(street(world), { unitId, name: "新名", kind: "owners" })).rejects.toMatchObject({
      reason: "unit.closed",
    });
  }));

test("a closed unit keeps its name and what it has", () =>
  inRollback(async (world) => {
    await caseIn(world, "dispatched");
    const unit = unitOf(world, "甲一社区");
    const official = street(world);
    await closeUnit(official, { unitId: unit.id });
    expect(await countOpenOf(official, unit.id)).toBe(1);
    const range = { pos: official.actor.pos, last: official.actor.last };
    const names = async (closed?: "1") => (await listUnitsOf(official, range, { closed })).map(({ name }) => name);
    expect(await names()).not.toContain(unit.name);
    expect(await names("1")).toContain(unit.name);
  }));
