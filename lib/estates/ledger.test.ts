import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listCases } from "../cases/queries";
import { aCase, areaId, as, inRollback, unitOf, type World } from "../testing";
import { addEstate } from "./estates";
import type { LedgerFilter } from "./input";
import { markLedger } from "./mark-ledger";
import { countLedger, findLedgersOf, listLedger } from "./queries-ledger";
import { anEstate, handlerOf } from "./testing";

const all: LedgerFilter = { state: "all" };
const staffOf = (world: World, where = "甲一社区") => as(world, "staff", where);

/** Six requests, of which two belong into the ledger by their category and place. */
async function live(world: World) {
  const estate = await anEstate(world);
  const body = "张某住在三楼，电话一三三";
  const lift = await aCase(world, "甲一1网格", {
    title: "电梯停运",
    body,
    categoryCode: "0602",
    closeDueAt: new Date("2026-11-22T02:00:00Z"),
    unitId: estate.property,
    state: "dispatched",
  });
  const charges = await aCase(world, "甲一1网格", {
    title: "公共收益未公示",
    categoryCode: "0607",
    state: "closed",
    closedAt: new Date("2026-11-23T01:30:00Z"),
    closeReason: "solved",
    publicReply: "已公示。",
  });
  const noise = await aCase(world, "甲一1网格", { title: "夜间噪声", categoryCode: "0402" });
  await aCase(world, "甲一2网格", { title: "别的楼的电梯", categoryCode: "0602" });
  await aCase(world, "甲一1网格", { title: "重复的电梯", categoryCode: "0602", validity: "duplicate" });
  await aCase(world, "甲二1网格", { title: "别社区的电梯", categoryCode: "0602" });
  return { ...estate, lift, charges, noise };
}

test("all three parties see the same lines, and nothing that was written down beside", () =>
  inRollback(async (world) => {
    const { estateId, property, owners, lift, charges } = await live(world);
    const parties = [staffOf(world), handlerOf(world, property), handlerOf(world, owners)];
    for (const ctx of parties) {
      const { lines } = await listLedger(ctx, estateId, all);
      expect(lines.map(({ id }) => id).sort()).toEqual([lift, charges].sort());
      expect(JSON.stringify(lines)).not.toContain("张某");
      expect(Object.keys(lines[0] ?? {}).sort()).toEqual(
        [
          "id",
          "number",
          "title",
          "categoryCode",
          "categoryName",
          "state",
          "registeredAt",
          "closeDueAt",
          "deferred",
          "closedAt",
          "unitName",
          "publicReply",
          "mine",
        ].sort(),
      );
      const counts = await countLedger(ctx, estateId);
      expect(counts.reduce((sum, { all: n }) => sum + n, 0)).toBe(2);
      expect(counts.find(({ unitId }) => unitId === property)).toMatchObject({ open: 1, late: 1, closed: 0 });
    }
    const late = await listLedger(parties[1] ?? staffOf(world), estateId, { state: "late" });
    expect(late.lines.map(({ title }) => title)).toEqual(["电梯停运"]);
  }));

test("a party opens what was given to it, and of all others neither request nor contact nor history exists", () =>
  inRollback(async (world) => {
    const { estateId, owners, property, lift, charges } = await live(world);
    await world.owner.execute(sql`
      insert into case_contacts (case_id, area_pos, sealed, given_at) select id, area_pos, '1.x', now() from cases where id in (${lift}, ${charges})`);
    await world.owner.execute(sql`
      insert into assignments (case_id, id, area_pos, unit_id, dispatched_at) select id, id, area_pos, ${property}, now() from cases where id = ${lift}`);
    const committee = handlerOf(world, owners);
    expect((await listLedger(committee, estateId, all)).lines.map(({ mine }) => mine)).toEqual([false, false]);
    expect((await listCases(committee, committee.actor, {})).rows).toEqual([]);
    for (const table of ["cases", "case_contacts", "events", "visits", "ledger_marks"])
      expect(await committee.db.execute(sql.raw(`select 1 from ${table}`)), table).toHaveLength(0);

    const company = handlerOf(world, property);
    const opened = (await listLedger(company, estateId, all)).lines.filter(({ mine }) => mine);
    expect(opened.map(({ id }) => id)).toEqual([lift]);
    expect((await listCases(company, company.actor, {})).rows.map(({ id }) => id)).toEqual([lift]);
  }));

test("of another estate, or of a community elsewhere, the ledger is empty", () =>
  inRollback(async (world) => {
    const { estateId, property } = await live(world);
    const other = await addEstate(staffOf(world), { areaId: areaId(world, "甲一社区"), name: "丙苑" });
    expect((await listLedger(handlerOf(world, property), other, all)).lines).toEqual([]);
    const stranger = handlerOf(world, unitOf(world, "甲二社区").id);
    expect((await listLedger(stranger, estateId, all)).lines).toEqual([]);
    expect((await listLedger(staffOf(world, "甲二社区"), estateId, all)).lines).toEqual([]);
    expect((await listLedger(as(world, "sysadmin", "试城"), estateId, all)).lines).toEqual([]);
  }));

test("a request is put in or kept out by who keeps the ledger, and its history says so", () =>
  inRollback(async (world) => {
    const { estateId, property, noise, lift } = await live(world);
    const official = as(world, "official", "甲街道");
    await markLedger(official, { id: noise, shared: "yes" });
    await markLedger(official, { id: lift, shared: "no" });
    const titles = (await listLedger(handlerOf(world, property), estateId, all)).lines.map(({ title }) => title);
    expect(titles.sort()).toEqual(["公共收益未公示", "夜间噪声"].sort());
    expect(await findLedgersOf(official, noise)).toEqual([{ id: estateId, name: "甲苑", shared: true }]);
    const events = await world.owner.execute(sql`select action from events where subject_id in (${noise}, ${lift})`);
    expect(events.map(({ action }) => action).sort()).toEqual(["case.ledger-shared", "case.ledger-withheld"]);
    await expect(markLedger(official, { id: noise, shared: "yes" })).rejects.toMatchObject({ code: "conflict" });
  }));

test("no party puts a request in, and elsewhere there is none", () =>
  inRollback(async (world) => {
    const { noise } = await live(world);
    const given = { id: noise, shared: "yes" as const };
    await expect(markLedger(as(world, "officer", "甲一1网格"), given)).rejects.toMatchObject({ code: "forbidden" });
    await expect(markLedger(staffOf(world, "甲二社区"), given)).rejects.toMatchObject({ code: "not-found" });
  }));
