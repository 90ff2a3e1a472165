import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { areaId, as, inRollback, unitOf, type World } from "../../testing";
import { closeCase } from "../close";
import { findCase, listCaseEvents } from "../queries";
import { resolveCase } from "../resolve";
import { caseIn } from "../testing";
import { answerWhistle } from "./answer";
import { arriveAtCase } from "./arrive";
import { callUnits } from "./call";
import { whistleInput } from "./input";
import { noteMeeting } from "./meet";
import { listWhistles } from "./queries";
import { standDown } from "./stand-down";

/** Monday 10:00; three work days end on Thursday. */
const limit = { limit: 3, limitUnit: "work_day" } as const;
const official = (world: World) => as(world, "official", "甲街道");
const called = (world: World) => as(world, "handler", "甲街道");
const calling = (world: World) => ({ unitId: unitOf(world, "甲街道").id, task: "关掉总闸", ...limit });

async function isJoint(world: World, id: string): Promise<boolean | undefined> {
  return (await findCase(official(world), id))?.current.joint;
}

async function counted(world: World): Promise<number> {
  const [row] = await world.owner.execute<{ n: number }>(
    sql`select coalesce(sum(joint), 0)::int as n from area_days where area_id = ${areaId(world, "试城")}`,
  );
  return row?.n ?? 0;
}

async function whistled(world: World): Promise<{ id: string; whistle: string; version: number }> {
  const { id, version } = await caseIn(world, "signed");
  await callUnits(official(world), { id, version, ...calling(world) });
  const [first] = await listWhistles(official(world), id);
  return { id, whistle: first?.id ?? "", version: version + 1 };
}

describe("calling", () => {
  test("several units come to one case, each with its task and clock; the lead stays, the case is joint and counted", () =>
    inRollback(async (world) => {
      const { id, version } = await caseIn(world, "signed");
      const before = await findCase(official(world), id);
      await callUnits(official(world), {
        ...{ id, version, ...calling(world) },
        ...{ unitId2: unitOf(world, "试区").id, task2: "查电表" },
      });

      const after = await findCase(official(world), id);
      expect(after?.current).toMatchObject({ joint: true, state: "signed", version: version + 1 });
      expect(after?.current.leadUnitId).toBe(before?.current.leadUnitId);
      const rows = await listWhistles(official(world), id);
      expect(rows.map(({ task }) => task).sort()).toEqual(["关掉总闸", "查电表"]);
      for (const { arriveDueAt, dueAt } of rows) {
        expect(arriveDueAt).toEqual(new Date("2026-11-23T04:00:00Z"));
        expect(dueAt).toEqual(new Date("2026-11-26T15:59:59.999Z"));
      }
      expect(await counted(world)).toBe(1);
      expect((await listCaseEvents(official(world), id)).map(({ action }) => action)).toEqual(["case.whistled"]);
    }));

  test("neither a handler nor a leader calls, another street finds nothing, in the wrong state it is a conflict", () =>
    inRollback(async (world) => {
      const { id, version } = await caseIn(world, "signed");
      const input = { id, version, ...calling(world) };
      for (const ctx of [as(world, "handler", "甲一社区"), as(world, "leader", "甲街道")])
        await expect(callUnits(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
      await expect(callUnits(as(world, "official", "乙街道"), input)).rejects.toMatchObject({ code: "not-found" });
      const waiting = await caseIn(world, "registered");
      await expect(callUnits(official(world), { ...input, ...waiting })).rejects.toMatchObject({ code: "conflict" });
    }));

  test("not the lead, not twice while there is no answer", () =>
    inRollback(async (world) => {
      const { id, version } = await whistled(world);
      const input = { id, version, ...calling(world) };
      await expect(callUnits(official(world), input)).rejects.toMatchObject({ reason: "case.whistle.already" });
      const lead = unitOf(world, "甲一社区").id;
      await expect(callUnits(official(world), { ...input, unitId: lead })).rejects.toMatchObject({
        reason: "case.whistle.isLead",
        field: "unitId",
      });
      const twice = { unitId: unitOf(world, "试区").id, unitId2: unitOf(world, "试区").id, task2: "查电表" };
      await expect(callUnits(official(world), { ...input, ...twice })).rejects.toMatchObject({ field: "unitId2" });
    }));

  test("a unit without a task, or a task without a unit, is told so where it is missing", () => {
    const unit = "019a0000-0000-7000-8000-000000000001";
    const base = { id: unit, version: "1", unitId: unit, task: "关闸", limit: "3", limitUnit: "work_day" };
    expect(whistleInput.safeParse({ ...base, unitId2: "", task2: "" }).success).toBe(true);
    expect(whistleInput.safeParse({ ...base, unitId2: unit, task2: "" }).error?.issues[0]?.path).toEqual(["task2"]);
    expect(whistleInput.safeParse({ ...base, task3: "关闸" }).error?.issues[0]?.path).toEqual(["unitId3"]);
  });
});

describe("the called unit", () => {
  test("sees the case, comes, answers, and touches nothing else", () =>
    inRollback(async (world) => {
      const before = await caseIn(world, "signed");
      expect(await findCase(called(world), before.id)).toBeNull();
      const { id, whistle } = await whistled(world);

      expect(await findCase(called(world), id)).not.toBeNull();
      await expect(resolveCase(called(world), { id, version: 2 })).rejects.toMatchObject({
        reason: "case.elsewhere",
      });
      expect(
        await called(world).db.execute(sql`update cases set title = 'x' where id = ${id} returning id`),
      ).toHaveLength(0);
      const answer = { id, whistle, outcome: "done", answer: "已关闸" } as const;
      await expect(answerWhistle(called(world), answer)).rejects.toMatchObject({ reason: "case.whistle.notArrived" });
      await arriveAtCase(called(world), { id, whistle });
      await expect(arriveAtCase(called(world), { id, whistle })).rejects.toMatchObject({ code: "conflict" });
      await answerWhistle(called(world), answer);
      await expect(answerWhistle(called(world), answer)).rejects.toMatchObject({ code: "conflict" });

      const [row] = await listWhistles(official(world), id);
      expect(row).toMatchObject({ outcome: "done", answer: "已关闸", arrivedName: "handler 甲街道" });
      const told = (await listCaseEvents(called(world), id)).map(({ action }) => action);
      expect(told).toEqual(["case.whistled", "case.came", "case.answered-whistle"]);
    }));

  test("another unit, even the lead, does not answer for it; another street finds nothing", () =>
    inRollback(async (world) => {
      const { id, whistle } = await whistled(world);
      const lead = as(world, "handler", "甲一社区");
      expect(await listWhistles(lead, id)).toHaveLength(1);
      await expect(arriveAtCase(lead, { id, whistle })).rejects.toMatchObject({ code: "forbidden" });
      for (const ctx of [as(world, "leader", "甲街道"), as(world, "officer", "甲街道")])
        await expect(arriveAtCase(ctx, { id, whistle })).rejects.toMatchObject({ code: "forbidden" });
      await expect(arriveAtCase(as(world, "official", "乙街道"), { id, whistle })).rejects.toMatchObject({
        code: "not-found",
      });
    }));
});

describe("taking back", () => {
  test("by who called; the case is joint no longer and nobody of the unit sees it", () =>
    inRollback(async (world) => {
      const { id, whistle, version } = await whistled(world);
      const input = { id, version, whistle, note: "已自行处理" };
      await expect(standDown(as(world, "staff", "甲一社区"), input)).rejects.toMatchObject({
        reason: "case.whistle.notYours",
      });
      await expect(standDown(called(world), input)).rejects.toMatchObject({ code: "forbidden" });
      await standDown(official(world), input);
      expect(await isJoint(world, id)).toBe(false);
      expect(await counted(world)).toBe(0);
      expect(await findCase(called(world), id)).toBeNull();
      await expect(arriveAtCase(official(world), { id, whistle })).rejects.toMatchObject({ code: "conflict" });
      await expect(standDown(as(world, "official", "乙街道"), input)).rejects.toMatchObject({ code: "not-found" });
    }));

  test("of one of two calls leaves the case joint", () =>
    inRollback(async (world) => {
      const { id, whistle, version } = await whistled(world);
      await callUnits(official(world), { id, version, ...calling(world), unitId: unitOf(world, "试区").id });
      await standDown(official(world), { id, version: version + 1, whistle, note: "不需要了" });
      expect(await isJoint(world, id)).toBe(true);
      expect(await counted(world)).toBe(1);
    }));
});

test("an open task holds up nothing, and ends with the case without an answer", () =>
  inRollback(async (world) => {
    const { id, whistle, version } = await whistled(world);
    await resolveCase(as(world, "handler", "甲一社区"), { id, version });
    await closeCase(official(world), { id, version: version + 1, reason: "solved", publicReply: "已修好。" });
    const [row] = await listWhistles(official(world), id);
    expect(row).toMatchObject({ id: whistle, endReason: "closed", answeredAt: null, endedAt: world.now });
    await expect(arriveAtCase(called(world), { id, whistle })).rejects.toMatchObject({ code: "conflict" });
    expect(await isJoint(world, id)).toBe(true);
  }));

test("what a meeting agreed on stands in the history, where units were called", () =>
  inRollback(async (world) => {
    const { id } = await whistled(world);
    const input = { id, note: "两家到场，商定周五前修好" };
    await noteMeeting(official(world), input);
    const [last] = (await listCaseEvents(official(world), id)).reverse();
    expect(last).toMatchObject({ action: "case.met", detail: { note: input.note } });
    await expect(noteMeeting(called(world), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(noteMeeting(as(world, "official", "乙街道"), input)).rejects.toMatchObject({ code: "not-found" });
    const alone = await caseIn(world, "signed");
    await expect(noteMeeting(official(world), { ...input, id: alone.id })).rejects.toMatchObject({ code: "conflict" });
  }));
