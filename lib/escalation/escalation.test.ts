import { and, eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { closeConnections } from "../../db/index";
import { cases, events } from "../../db/schema/cases";
import { escalations } from "../../db/schema/escalation";
import { listCaseEvents, listCases } from "../cases/queries";
import { countQueues } from "../cases/queries-owed";
import { databaseUrl } from "../env";
import { listReminders } from "../reminders/queries";
import { aCase, areaId, as, inRollback, type World } from "../testing";
import { escalateLate, escalateSome } from "./escalate";
import { type RuleInput, ruleInput, toldDetail } from "./input";
import { listEscalated, listRules } from "./queries";
import { addRule, endRule } from "./rules";

afterAll(closeConnections);

const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour);
const leader = (world: World) => as(world, "leader", "试城");
const rangeOf = ({ actor: { pos, last } }: { actor: { pos: number; last: number } }) => ({ pos, last });

/** The database tells the time of what it does by itself. */
const today = (world: World) => {
  world.now = new Date();
};

function rule(world: World, given: Partial<RuleInput> = {}): RuleInput {
  return {
    areaId: areaId(world, "甲街道"),
    clock: "close",
    lateBy: 2,
    unit: "times",
    toRole: "leader",
    toLevel: "street",
    ...given,
  };
}

const lateCase = (world: World, area: string, { since, due }: { since: number; due: number }, more = {}) =>
  aCase(world, area, {
    registeredAt: ago(since),
    closeDueAt: ago(due),
    contactedAt: ago(since - 1),
    dispatchedAt: ago(since - 1),
    state: "signed",
    ...more,
  });

const escalate = (world: World) => escalateSome(world.owner, new Date());
const toldOf = async (world: World, id: string) =>
  (await world.owner.select().from(escalations).where(eq(escalations.caseId, id))).map(
    ({ clock, toRole, toAreaId }) => `${clock} ${toRole} ${world.areas.find((area) => area.id === toAreaId)?.name}`,
  );

test("what took twice the time there was comes before the leader of the street, once, with an event", () =>
  inRollback(async (world) => {
    today(world);
    await addRule(leader(world), rule(world));
    const late = await lateCase(world, "甲一1网格", { since: 101, due: 51 });
    const fresh = await lateCase(world, "甲一1网格", { since: 99, due: 49 });
    const elsewhere = await lateCase(world, "乙一1网格", { since: 101, due: 51 });
    expect(await escalate(world)).toBe(1);
    expect(await escalate(world)).toBe(0);
    expect(await toldOf(world, late)).toEqual(["close leader 甲街道"]);
    expect([await toldOf(world, fresh), await toldOf(world, elsewhere)]).toEqual([[], []]);

    const street = as(world, "leader", "甲街道");
    const [event, ...others] = await listCaseEvents(street, late);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      action: "case.escalated",
      role: "rule",
      detail: { clock: "close", lateBy: 2, lateUnit: "times", toRole: "leader", toName: "甲街道" },
    });
    world.now = new Date(Date.now() + 13 * hour);
    expect((await listReminders(as(world, "leader", "甲街道"))).rows.map(({ kind, id }) => [kind, id])).toEqual([
      ["escalated", late],
    ]);
    expect((await listReminders(as(world, "official", "甲街道"))).rows).toEqual([]);
  }));

test("what several rules find late at once is told in the order of how late that is", () =>
  inRollback(async (world) => {
    today(world);
    const rules = [rule(world, { lateBy: 3 }), rule(world, { unit: "work_hour", lateBy: 8 }), rule(world)];
    for (const given of rules) await addRule(leader(world), given);
    const late = await lateCase(world, "甲一1网格", { since: 2_000, due: 1_990 });
    expect(await escalate(world)).toBe(3);
    const told = await listCaseEvents(as(world, "leader", "甲街道"), late);
    expect(told.map(({ detail: { lateBy, lateUnit } }) => [lateBy, lateUnit])).toEqual([
      [8, "work_hour"],
      [2, "times"],
      [3, "times"],
    ]);
  }));

test("late by work hours is reckoned by the calendar, and never less than so many real hours", () =>
  inRollback(async (world) => {
    today(world);
    await addRule(leader(world), rule(world, { unit: "work_hour", lateBy: 3, toRole: "official" }));
    const [longAgo, lately] = [
      await lateCase(world, "甲一1网格", { since: 999, due: 800 }),
      await lateCase(world, "甲一1网格", { since: 999, due: 2 }),
    ];
    expect(await escalate(world)).toBe(1);
    expect(await toldOf(world, longAgo)).toEqual(["close official 甲街道"]);
    await world.owner.execute(sql`select escalate_late(jsonb_build_object('3', now()))`);
    expect(await toldOf(world, lately)).toEqual([]);
  }));

test("each clock has its own rules, and one that stands still or was met is left alone", () =>
  inRollback(async (world) => {
    today(world);
    for (const clock of ["contact", "dispatch", "sign", "close", "call-back"] as const)
      await addRule(leader(world), rule(world, { clock, toRole: "official" }));
    const since = { registeredAt: ago(101) };
    const contact = await aCase(world, "甲一1网格", {
      ...since,
      contactDueAt: ago(60),
      dispatchedAt: ago(100),
      state: "signed",
    });
    const dispatch = await aCase(world, "甲一1网格", { ...since, dispatchDueAt: ago(60), contactedAt: ago(100) });
    const sign = await aCase(world, "甲一1网格", {
      ...since,
      dispatchedAt: ago(100),
      signDueAt: ago(60),
      contactedAt: ago(100),
      state: "dispatched",
    });
    const callBack = await aCase(world, "甲一1网格", {
      ...since,
      closedAt: ago(100),
      callbackDueAt: ago(60),
      state: "closed",
      closeReason: "solved",
    });
    const deferred = await lateCase(world, "甲一1网格", { since: 101, due: 60 }, { deferredAt: ago(70) });
    const done = await lateCase(
      world,
      "甲一1网格",
      { since: 101, due: 60 },
      { closedAt: ago(10), state: "closed", closeReason: "explained" },
    );
    await escalate(world);
    for (const [id, clock] of [
      [contact, "contact"],
      [dispatch, "dispatch"],
      [sign, "sign"],
      [callBack, "call-back"],
    ] as const)
      expect(await toldOf(world, id), clock).toEqual([`${clock} official 甲街道`]);
    expect([await toldOf(world, deferred), await toldOf(world, done)]).toEqual([[], []]);
  }));

test("the page of supervision lists what was escalated until it is done", () =>
  inRollback(async (world) => {
    today(world);
    await addRule(leader(world), rule(world));
    await addRule(leader(world), rule(world, { toRole: "official" }));
    const id = await lateCase(world, "甲一1网格", { since: 101, due: 60 });
    await escalate(world);
    const range = rangeOf(leader(world));
    expect(await listEscalated(leader(world), range, 10)).toMatchObject([{ id, times: 2 }]);
    expect(await countQueues(leader(world), range, ["escalated"])).toEqual({ escalated: 1 });
    expect((await listCases(leader(world), range, { queue: "escalated" })).rows.map((row) => row.id)).toEqual([id]);
    await world.owner
      .update(cases)
      .set({ closedAt: new Date(), state: "closed", closeReason: "solved" })
      .where(eq(cases.id, id));
    expect(await listEscalated(leader(world), range, 10)).toEqual([]);
    expect(await countQueues(leader(world), range, ["escalated"])).toEqual({ escalated: 0 });
  }));

test("a rule is added and ended with its event, and ended it tells nobody any more", () =>
  inRollback(async (world) => {
    today(world);
    await addRule(leader(world), rule(world));
    const street = as(world, "official", "甲街道");
    const [held] = await listRules(street, rangeOf(street));
    await endRule(leader(world), { id: held?.rule.id ?? "" });
    await expect(endRule(leader(world), { id: held?.rule.id ?? "" })).rejects.toMatchObject({ code: "conflict" });
    await lateCase(world, "甲一1网格", { since: 101, due: 60 });
    expect(await escalate(world)).toBe(0);
    expect(await listRules(street, rangeOf(street))).toEqual([]);
    const trace = await world.owner
      .select({ action: events.action })
      .from(events)
      .where(and(eq(events.subjectId, areaId(world, "甲街道")), eq(events.subject, "area")))
      .orderBy(events.id);
    expect(trace.map(({ action }) => action)).toEqual(["rule.added", "rule.ended"]);
  }));

test("who does not answer for an area sets no rule in it, and nobody brings cases before those above", () =>
  inRollback(async (world) => {
    await expect(addRule(as(world, "staff", "甲街道"), rule(world))).rejects.toMatchObject({ code: "forbidden" });
    await expect(addRule(as(world, "official", "乙街道"), rule(world))).rejects.toMatchObject({ code: "not-found" });
    await expect(addRule(as(world, "official", "甲街道"), rule(world, { toLevel: "city" }))).rejects.toMatchObject({
      reason: "escalation.tooHigh",
    });
    await addRule(leader(world), rule(world, { areaId: areaId(world, "试城"), toLevel: "city" }));
    const street = as(world, "official", "甲街道");
    const [above] = await listRules(street, rangeOf(street));
    expect(above?.areaName).toBeNull();
    await expect(endRule(street, { id: above?.rule.id ?? "" })).rejects.toMatchObject({ code: "not-found" });
  }));

test("how late is a number that makes sense", () => {
  const read = (lateBy: string, unit: string) =>
    ruleInput.safeParse({
      areaId: "01935b7a-0000-7000-8000-000000000133",
      clock: "close",
      lateBy,
      unit,
      toRole: "leader",
      toLevel: "street",
    }).success;
  expect([read("0", "work_hour"), read("240", "work_hour"), read("2", "times"), read("10", "times")]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([
    read("241", "work_hour"),
    read("-1", "work_hour"),
    read("1", "times"),
    read("11", "times"),
    read("2.5", "times"),
  ]).toEqual([false, false, false, false, false]);
});

test("while another copy of the app escalates this one waits for the next time", async () => {
  const other = postgres(databaseUrl("owner"), { max: 1 });
  await other.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(133137)`;
    expect(await escalateLate()).toBe(0);
  });
  await other.end();
});

test("an event of before, when the unit of lateness was called as a unit that handles, reads as one of today", () => {
  const detail = { clock: "close", lateBy: 2, toRole: "leader", toName: "甲街道" };
  const today = { ...detail, lateUnit: "times" };
  expect(toldDetail.parse({ ...detail, unit: "times" })).toEqual(today);
  expect(toldDetail.parse(today)).toEqual(today);
  expect(toldDetail.safeParse({ ...detail, unit: "幸福物业" }).success).toBe(false);
});
