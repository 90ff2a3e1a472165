import { expect, test } from "vitest";
import { listCases } from "../cases/queries";
import { numberOf } from "../cases/testing";
import { aCase, as, inRollback, type World } from "../testing";
import { putNumber, putUnderTopic, takeFromTopic } from "./put";
import { countLinked, getTopic, listSuggested } from "./queries";
import { elsewhere, eventsOf, official, opened } from "./testing";

const lift = { categoryCode: "0602", title: "三号楼电梯又停了" };

async function suggestedIn(world: World, topicId: string): Promise<string[]> {
  const rows = await listSuggested(official(world), await getTopic(official(world), topicId), 30);
  return rows.map(({ id }) => id).sort();
}

test("requests are put under a topic from what is suggested or by number, each with its trace, and not twice", () =>
  inRollback(async (world) => {
    const topicId = await opened(world);
    const [one, two] = [await aCase(world, "甲一1网格", lift), await aCase(world, "甲二社区", lift)];
    await aCase(world, "乙一社区", lift);
    expect(await suggestedIn(world, topicId)).toEqual([one, two].sort());

    await putUnderTopic(official(world), { id: one, topicId });
    expect(await world.attempt(() => putUnderTopic(official(world), { id: one, topicId }))).toMatchObject({
      code: "conflict",
      reason: "topic.standsThere",
    });
    expect(await suggestedIn(world, topicId)).toEqual([two]);
    await putNumber(official(world), { topicId, number: await numberOf(world, two) });
    expect(await countLinked(official(world), topicId)).toBe(2);
    const topic = await getTopic(official(world), topicId);
    const listed = await listCases(official(world), topic, { topic: topicId });
    expect(listed.rows.map(({ id }) => id).sort()).toEqual([one, two].sort());
    for (const id of [one, two]) expect(await eventsOf(world, id)).toEqual(["case.put-under-topic"]);
    await expect(putNumber(official(world), { topicId, number: 2_000_000_000 })).rejects.toMatchObject({
      field: "number",
    });
  }));

test("what was put under a topic is taken out and may be put there again, each with its trace", () =>
  inRollback(async (world) => {
    const topicId = await opened(world);
    const id = await aCase(world, "甲一1网格", lift);
    expect(await world.attempt(() => takeFromTopic(official(world), { id, topicId }))).toMatchObject({
      code: "conflict",
      reason: "topic.standsNot",
    });
    await putUnderTopic(official(world), { id, topicId });
    await takeFromTopic(official(world), { id, topicId });
    expect(await countLinked(official(world), topicId)).toBe(0);
    expect(await suggestedIn(world, topicId)).toEqual([id]);
    await putUnderTopic(official(world), { id, topicId });
    expect(await countLinked(official(world), topicId)).toBe(1);
    const [put, taken] = ["case.put-under-topic", "case.taken-from-topic"];
    expect(await eventsOf(world, id)).toEqual([put, taken, put]);
  }));

test("a leader puts nothing there and takes nothing out, and of another area neither topic nor request is found", () =>
  inRollback(async (world) => {
    const topicId = await opened(world);
    const [id, foreign] = [await aCase(world, "甲一1网格", lift), await aCase(world, "乙一社区", lift)];
    const number = await numberOf(world, id);
    const leader = as(world, "leader", "甲街道");
    for (const run of [putUnderTopic, takeFromTopic]) {
      await expect(run(leader, { id, topicId })).rejects.toMatchObject({ code: "forbidden" });
      await expect(run(elsewhere(world), { id, topicId })).rejects.toMatchObject({ code: "not-found" });
      await expect(run(official(world), { id: foreign, topicId })).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(putNumber(leader, { topicId, number })).rejects.toMatchObject({ code: "forbidden" });
    await expect(putNumber(elsewhere(world), { topicId, number })).rejects.toMatchObject({ code: "not-found" });
  }));
