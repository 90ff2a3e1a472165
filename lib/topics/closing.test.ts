import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { aCase, as, inRollback, unitOf } from "../testing";
import { closeTopic, reopenTopic } from "./close";
import { editTopic } from "./edit";
import { addNote } from "./notes";
import { putNumber, putUnderTopic, takeFromTopic } from "./put";
import { getTopic, listTopics } from "./queries";
import { addTask, finishTask } from "./tasks";
import { elsewhere, eventsOf, official, opened, wanted } from "./testing";

const changed = { title: "电梯停运与困人", goal: "困人为零", endsOn: "2026-12-31" };
const closing = "停运减半，报警器装了一半";

test("a topic is said anew; what was said before stays in its event", () =>
  inRollback(async (world) => {
    const id = await opened(world);
    const ctx = official(world);
    const unitId = unitOf(world, "甲一社区").id;
    await editTopic(ctx, { id, ...changed, unitId });
    expect(await getTopic(ctx, id)).toMatchObject({ ...changed, leadUnitId: unitId, startsOn: "2026-10-26" });
    expect(await eventsOf(world, id)).toEqual(["topic.opened", "topic.edited"]);
    const [event] = await world.owner.execute(
      `select detail->'before'->>'title' as title from events where subject_id = '${id}' and action = 'topic.edited'`,
    );
    expect(event?.title).toBe(wanted(world).title);

    await editTopic(ctx, { id, title: "电梯", goal: "减半", unitId });
    expect((await getTopic(ctx, id)).endsOn).toBeNull();
    const refused = (given: object) => world.attempt(() => editTopic(ctx, { id, ...changed, unitId, ...given }));
    expect(await refused({ endsOn: "2026-10-25" })).toMatchObject({ code: "invalid", field: "endsOn" });
    expect(await refused({ unitId: uuidv7() })).toMatchObject({ code: "invalid", field: "unitId" });
    await expect(editTopic(as(world, "leader", "甲街道"), { id, ...changed, unitId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(editTopic(elsewhere(world), { id, ...changed, unitId })).rejects.toMatchObject({ code: "not-found" });
  }));

test("a topic keeps its lead where that unit was closed since, and gets no other that is", () =>
  inRollback(async (world) => {
    const id = await opened(world);
    const [lead, other] = [unitOf(world, "甲街道").id, unitOf(world, "甲一社区").id];
    await world.owner.execute(`update units set closed_on = '2026-11-01' where id in ('${lead}', '${other}')`);
    await editTopic(official(world), { id, ...changed, unitId: lead });
    expect(await world.attempt(() => editTopic(official(world), { id, ...changed, unitId: other }))).toMatchObject({
      field: "unitId",
    });
  }));

test("a topic is closed with what came of it, stands after the open ones, and is taken up again", () =>
  inRollback(async (world) => {
    const ctx = official(world);
    const [first, second] = [await opened(world), await opened(world)];
    await closeTopic(ctx, { id: second, closing });
    expect(await getTopic(ctx, second)).toMatchObject({ closing, closedOn: "2026-11-23", closedName: ctx.actor.name });
    expect((await listTopics(ctx, ctx.actor)).map(({ id }) => id)).toEqual([first, second]);
    await reopenTopic(ctx, { id: second, reason: "又停了" });
    expect(await getTopic(ctx, second)).toMatchObject({ closing: null, closedOn: null, closedName: null });
    expect(await eventsOf(world, second)).toEqual(["topic.opened", "topic.closed", "topic.reopened"]);
  }));

test("a leader closes and reopens none, and elsewhere there is no such topic", () =>
  inRollback(async (world) => {
    const id = await opened(world);
    const leader = as(world, "leader", "甲街道");
    for (const [ctx, code] of [[leader, "forbidden"] as const, [elsewhere(world), "not-found"] as const]) {
      await expect(closeTopic(ctx, { id, closing })).rejects.toMatchObject({ code });
      await expect(reopenTopic(ctx, { id, reason: "x" })).rejects.toMatchObject({ code });
    }
  }));

test("on a closed topic nobody works, and only a closed one is reopened", () =>
  inRollback(async (world) => {
    const ctx = official(world);
    const id = await opened(world);
    const unitId = unitOf(world, "甲街道").id;
    expect(await world.attempt(() => reopenTopic(ctx, { id, reason: "x" }))).toMatchObject({
      reason: "topic.openAlready",
    });
    await closeTopic(ctx, { id, closing });
    const request = await aCase(world, "甲一1网格");
    for (const work of [
      () => closeTopic(ctx, { id, closing }),
      () => editTopic(ctx, { id, ...changed, unitId }),
      () => addNote(ctx, { id, day: "2026-11-02", note: "x" }),
      () => addTask(ctx, { id, unitId, task: "x", dueOn: "2026-12-01" }),
      () => finishTask(ctx, { id, task: uuidv7(), note: "x" }),
      () => putUnderTopic(ctx, { id: request, topicId: id }),
      () => takeFromTopic(ctx, { id: request, topicId: id }),
      () => putNumber(ctx, { topicId: id, number: 1 }),
    ])
      expect(await world.attempt(work)).toMatchObject({ code: "conflict", reason: "topic.closed" });
  }));
