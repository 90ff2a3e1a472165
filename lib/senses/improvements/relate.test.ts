import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { Visitor } from "../../context";
import { areaId, as, inRollback, unitOf, type World } from "../../testing";
import { openTopic } from "../../topics/open";
import { heldRound } from "../testing";
import { findHeard } from "../told/heard";
import { tellRound } from "../told/tell";
import { closeImprovement } from "./close";
import { openImprovementInput } from "./input";
import { openImprovement } from "./open";
import { getImprovement, listOfTopic } from "./queries";
import { relateImprovement } from "./relate";

const place = "甲一社区";
const low = Array.from({ length: 40 }, (_, n) => 1 + (n % 2));
const project = "每周六义诊";

async function arranged(world: World) {
  const round = await heldRound(world, { area: place, marks: { S1: low } });
  const ctx = as(world, "official", "甲街道");
  const unitId = unitOf(world, place).id;
  const input = { id: uuidv7(), roundId: round, areaId: areaId(world, place), item: "S1", unitId };
  await openImprovement(ctx, openImprovementInput.parse({ ...input, plan: "装路灯", dueOn: "2026-12-31" }));
  return { ctx, round, id: input.id, topicId: await topicIn(world, "甲街道"), ...(await around(world, place)) };
}

async function topicIn(world: World, street: string): Promise<string> {
  const id = uuidv7();
  const topic = { areaId: areaId(world, street), title: "夜里不敢走的路", goal: "都亮", keyword: "路灯" };
  const ctx = as(world, "official", street);
  await openTopic(ctx, { id, ...topic, unitId: unitOf(world, street).id, startsOn: "2026-10-26" });
  return id;
}

async function around(world: World, name: string) {
  const [stationId, partnerId, projectId] = [uuidv7(), uuidv7(), uuidv7()];
  const area = areaId(world, name);
  await world.owner.execute(sql`
    insert into stations (id, area_id, area_pos, name, field, opened_on)
    select ${stationId}, id, pos, '红色驿站', 'residents', '2026-01-01' from areas where id = ${area}`);
  await world.owner.execute(sql`
    insert into units (id, area_id, area_pos, name, kind) select ${partnerId}, id, pos, '社区医院', 'partner' from areas where id = ${area}`);
  await world.owner.execute(sql`
    insert into projects (id, area_id, area_pos, partner_id, offer, need, promised_by)
    select ${projectId}, id, pos, ${partnerId}, ${project}, '量血压', '2026-12-01' from areas where id = ${area}`);
  return { stationId, projectId };
}

test("an improvement is done with a topic, a station and a project of a partner, which the topic and residents are told", () =>
  inRollback(async (world) => {
    const { ctx, round, id, topicId, stationId, projectId } = await arranged(world);
    await relateImprovement(ctx, { id, topicId, stationId, projectId });
    expect(await getImprovement(ctx, id)).toMatchObject({
      topicTitle: "夜里不敢走的路",
      stationName: "红色驿站",
      partnerName: "社区医院",
      project,
    });
    expect(await listOfTopic(ctx, topicId)).toMatchObject([{ id }]);
    const events = await world.owner.execute(
      sql`select detail from events where subject_id = ${round} and action = 'improvement.related'`,
    );
    expect(events).toMatchObject([{ detail: { item: "S1", station: "红色驿站", project } }]);

    await tellRound(ctx, { id: round });
    const [{ code } = { code: "" }] = await world.owner.execute<{ code: string }>(
      sql`select told_code as code from rounds where id = ${round}`,
    );
    const visitor: Visitor = { place: "203.0.113.9", now: world.now, transaction: (work) => work(world.owner) };
    expect((await findHeard(visitor, code))?.improvements).toMatchObject([
      { topic: "夜里不敢走的路", station: "红色驿站", partner: "社区医院", project },
    ]);

    await relateImprovement(ctx, { id });
    expect(await getImprovement(ctx, id)).toMatchObject({ topicId: null, stationId: null, project: null });
  }));

test("what lies elsewhere, or is over cannot be chosen; a topic that ended since stays", () =>
  inRollback(async (world) => {
    const { ctx, id, topicId, stationId } = await arranged(world);
    const refused = (chosen: object) => world.attempt(() => relateImprovement(ctx, { id, ...chosen }));
    const far = await around(world, "甲二社区");
    expect(await refused({ stationId: far.stationId })).toMatchObject({ field: "stationId" });
    expect(await refused({ topicId: await topicIn(world, "乙街道") })).toMatchObject({ field: "topicId" });
    expect(await refused({ projectId: far.projectId })).toMatchObject({ field: "projectId" });
    await relateImprovement(ctx, { id, topicId, stationId });
    await world.owner.execute(sql`update stations set closed_on = '2026-11-01' where id = ${stationId}`);
    await world.owner.execute(
      sql`update topics set closing = 'x', closed_on = '2026-11-01', closed_name = 'x' where id = ${topicId}`,
    );
    expect(await refused({ topicId, stationId })).toBeNull();
    await relateImprovement(ctx, { id });
    expect(await refused({ topicId })).toMatchObject({ field: "topicId" });
  }));

test("a leader relates none, elsewhere there is none, and what is closed stays as it is", () =>
  inRollback(async (world) => {
    const { ctx, id, topicId } = await arranged(world);
    await expect(relateImprovement(as(world, "leader", place), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(relateImprovement(as(world, "official", "乙街道"), { id })).rejects.toMatchObject({
      code: "not-found",
    });
    await closeImprovement(ctx, { id, outcome: "done", closing: "亮了" });
    expect(await world.attempt(() => relateImprovement(ctx, { id, topicId }))).toMatchObject({
      code: "conflict",
      reason: "improvement.closedAlready",
    });
  }));
