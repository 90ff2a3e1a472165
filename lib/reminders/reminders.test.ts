import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { settings } from "../../db/schema/accounts";
import { assignments, cases } from "../../db/schema/cases";
import { roles } from "../access/model";
import { askRequest } from "../cases/requests/ask";
import { caseIn } from "../cases/testing";
import { answerUrge } from "../cases/urges/answer";
import { listUrges } from "../cases/urges/queries";
import { urgeCase } from "../cases/urges/urge";
import { answerWhistle } from "../cases/whistles/answer";
import { arriveAtCase } from "../cases/whistles/arrive";
import { callUnits } from "../cases/whistles/call";
import { listWhistles } from "../cases/whistles/queries";
import { aCase, as, inRollback, unitOf, type World } from "../testing";
import { chooseDigest } from "./choose-digest";
import { countNewReminders, findIssue, listReminders } from "./queries";
import { readDigest } from "./queries-digest";
import { seeReminders } from "./see";

const at = (local: string) => new Date(`${local.replace(" ", "T")}+08:00`);
const staff = (world: World) => as(world, "staff", "甲一社区");
const told = async (world: World, ctx = staff(world)) =>
  (await listReminders(ctx)).rows.map(({ kind, isNew }) => `${kind}${isNew ? " new" : ""}`);
const seeAll = (world: World, ctx = staff(world)) => seeReminders(ctx, { until: world.now.toISOString() });

async function contactDue(world: World, due: string, overrides = {}): Promise<string> {
  return aCase(world, "甲一1网格", {
    registeredAt: at("2026-11-23 09:00"),
    contactDueAt: at(due),
    dispatchedAt: at("2026-11-23 09:10"),
    state: "signed",
    ...overrides,
  });
}

test("a limit is reminded of as it comes near, once more when it has passed, and no more when it is met", () =>
  inRollback(async (world) => {
    await chooseDigest(staff(world), { digestHour: null });
    const id = await contactDue(world, "2026-11-24 11:00");
    expect(await told(world)).toEqual([]);
    world.now = at("2026-11-23 15:00");
    expect(await told(world)).toEqual(["contact new"]);
    expect(await countNewReminders(staff(world))).toBe(1);
    await seeAll(world);
    expect(await told(world)).toEqual(["contact"]);
    expect(await countNewReminders(staff(world))).toBe(0);
    world.now = at("2026-11-24 11:00");
    expect(await told(world)).toEqual(["contact new"]);
    await seeAll(world);
    expect(await told(world)).toEqual(["contact"]);
    await world.owner.update(cases).set({ contactedAt: world.now }).where(eq(cases.id, id));
    expect(await told(world)).toEqual([]);
  }));

test("nothing is raised in quiet hours but the urgent, and all of it when they are over", () =>
  inRollback(async (world) => {
    await chooseDigest(staff(world), { digestHour: null });
    await contactDue(world, "2026-11-23 21:00");
    await contactDue(world, "2026-11-24 03:00", {
      urgent: true,
      registeredAt: at("2026-11-24 02:00"),
      dispatchedAt: at("2026-11-24 02:10"),
    });
    world.now = at("2026-11-23 19:00");
    await seeAll(world);
    world.now = at("2026-11-24 03:30");
    expect(await told(world)).toEqual(["contact new", "contact"]);
    await seeAll(world);
    expect(await countNewReminders(staff(world))).toBe(0);
    world.now = at("2026-11-24 08:00");
    expect(await countNewReminders(staff(world))).toBe(1);

    await world.owner.insert(settings).values({ key: "urgentAlways", value: false });
    world.now = at("2026-11-25 03:00");
    await contactDue(world, "2026-11-25 02:59", {
      urgent: true,
      registeredAt: at("2026-11-25 02:00"),
      dispatchedAt: at("2026-11-25 02:10"),
    });
    expect(await told(world)).toHaveLength(2);
    world.now = at("2026-11-25 08:00");
    expect(await told(world)).toHaveLength(3);
  }));

test("what was seen on an older page does not hide what was raised since", () =>
  inRollback(async (world) => {
    await chooseDigest(staff(world), { digestHour: null });
    await contactDue(world, "2026-11-23 11:00");
    const older = at("2026-11-23 10:30");
    world.now = at("2026-11-23 11:30");
    await seeReminders(staff(world), { until: older.toISOString() });
    expect(await countNewReminders(staff(world))).toBe(1);
    await seeAll(world);
    await seeReminders(staff(world), { until: older.toISOString() });
    expect(await countNewReminders(staff(world))).toBe(0);
  }));

test("each is reminded of the own work only", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "dispatched");
    world.now = at("2026-11-26 16:00");
    await world.owner
      .update(cases)
      .set({ signDueAt: at("2026-11-23 11:00") })
      .where(eq(cases.id, id));
    expect(await told(world, as(world, "handler", "甲一社区"))).toEqual(["sign new", "close new"]);
    expect(await told(world)).toEqual(["sign new", "close new"]);
    for (const [role, area] of [
      ["handler", "甲二社区"],
      ["staff", "甲二社区"],
      ["official", "甲街道"],
      ["leader", "试城"],
      ["staff", "试城"],
    ] as const)
      expect(await told(world, as(world, role, area)), `${role} ${area}`).toEqual([]);
  }));

test("what is handed to a unit anew is new to who has looked since it was handed to another", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "dispatched");
    const handler = () => as(world, "handler", "甲一社区");
    await seeAll(world, handler());
    world.now = at("2026-11-23 10:30");
    await world.owner.update(assignments).set({ dispatchedAt: world.now }).where(eq(assignments.caseId, id));
    await world.owner
      .update(cases)
      .set({ signDueAt: at("2026-11-23 13:30"), returnedCount: 1 })
      .where(eq(cases.id, id));
    expect(await told(world, handler())).toEqual(["sign new"]);
  }));

test("every role is answered at every level", () =>
  inRollback(async (world) => {
    for (const role of roles)
      for (const area of ["试城", "试区", "甲街道", "甲一社区"]) {
        const ctx = as(world, role, area);
        expect(await countNewReminders(ctx), `${role} ${area}`).toBeTypeOf("number");
        expect(await told(world, ctx), `${role} ${area}`).toEqual([]);
      }
  }));

test("what waits for a decision or an answer reminds who gives it, and the answer who asked for it", () =>
  inRollback(async (world) => {
    const { id, version } = await caseIn(world, "dispatched");
    const [handler, leader] = [as(world, "handler", "甲一社区"), as(world, "leader", "甲街道")];
    await askRequest(handler, { id, version, kind: "return", note: "不属本单位" });
    expect(await told(world, as(world, "official", "甲街道"))).toEqual(["decision new"]);
    expect(await told(world, handler)).toEqual([]);
    await urgeCase(leader, { id, reason: "拖了太久", dueOn: "2026-11-24" });
    expect(await told(world, handler)).toEqual(["urge new"]);
    const [urge] = await listUrges(handler, id);
    world.now = at("2026-11-23 14:00");
    await answerUrge(as(world, "handler", "甲一社区"), { id, urge: urge?.id ?? "", answer: "今天修好" });
    expect(await told(world, as(world, "handler", "甲一社区"))).toEqual([]);
    expect(await told(world, as(world, "leader", "甲街道"))).toEqual(["answer new"]);
    world.now = at("2026-12-01 14:00");
    expect(await told(world, as(world, "leader", "甲街道"))).toEqual([]);
  }));

test("a call to help reminds the called unit until it has answered, and once more when it should have come", () =>
  inRollback(async (world) => {
    const { id, version } = await caseIn(world, "signed");
    const [called, elsewhere] = [as(world, "handler", "甲街道"), as(world, "handler", "甲二社区")];
    const now = (role: "handler" | "staff", area: string) => told(world, as(world, role, area));
    await callUnits(as(world, "official", "甲街道"), {
      ...{ id, version, unitId: unitOf(world, "甲街道").id, task: "关掉总闸" },
      ...({ limit: 3, limitUnit: "work_day" } as const),
    });
    expect(await told(world, called)).toEqual(["whistle new"]);
    expect(await told(world, elsewhere)).toEqual([]);
    await seeAll(world, called);
    expect(await told(world, called)).toEqual(["whistle"]);
    world.now = at("2026-11-23 12:30");
    expect(await now("handler", "甲街道")).toEqual(["whistle new"]);
    expect(await now("staff", "甲一社区")).toContain("whistle new");
    const [whistle] = await listWhistles(called, id);
    await arriveAtCase(as(world, "handler", "甲街道"), { id, whistle: whistle?.id ?? "" });
    await seeAll(world, as(world, "handler", "甲街道"));
    expect(await now("handler", "甲街道")).toEqual(["whistle"]);
    const answer = { id, whistle: whistle?.id ?? "", outcome: "done", answer: "已关" } as const;
    await answerWhistle(as(world, "handler", "甲街道"), answer);
    expect(await now("handler", "甲街道")).toEqual([]);
  }));

test("who administers has no reminders and no mark", () =>
  inRollback(async (world) => {
    const admin = as(world, "sysadmin", "试城");
    expect(await countNewReminders(admin)).toBe(0);
    await expect(seeAll(world, admin)).rejects.toMatchObject({ code: "forbidden" });
  }));

test("the digest of a day is one thing to see, at the hour one wants it, and tells of the day before it", () =>
  inRollback(async (world) => {
    const grid = {
      registeredAt: at("2026-11-20 09:00"),
      contactedAt: at("2026-11-20 09:10"),
      state: "signed" as const,
    };
    const late = await aCase(world, "甲一1网格", { ...grid, closeDueAt: at("2026-11-22 17:00") });
    const today = await aCase(world, "甲一1网格", { ...grid, closeDueAt: at("2026-11-23 17:00") });
    await aCase(world, "甲一1网格", { ...grid, closeDueAt: at("2026-11-21 17:00") });
    world.now = at("2026-11-23 09:00");
    await seeAll(world);
    expect(await findIssue(staff(world))).toMatchObject({ at: at("2026-11-23 08:00"), isNew: false });
    world.now = at("2026-11-24 07:59");
    expect(await findIssue(staff(world))).toMatchObject({ isNew: false });
    world.now = at("2026-11-24 08:00");
    expect(await findIssue(staff(world))).toMatchObject({ at: at("2026-11-24 08:00"), isNew: true });

    const digest = await readDigest(staff(world), { after: at("2026-11-22 08:00"), at: at("2026-11-23 08:00") });
    const ids = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id);
    expect([ids(digest.becameLate), ids(digest.dueToday), digest.escalated.n]).toEqual([[late], [today], 0]);

    await chooseDigest(staff(world), { digestHour: 10 });
    expect(await findIssue(staff(world))).toMatchObject({ at: at("2026-11-23 10:00") });
    await chooseDigest(staff(world), { digestHour: null });
    expect(await findIssue(staff(world))).toBeNull();
  }));

test("another hour makes no second digest of a day", () =>
  inRollback(async (world) => {
    const isNewAt = async (local: string) => {
      world.now = at(local);
      return (await findIssue(staff(world)))?.isNew ?? false;
    };
    expect(await isNewAt("2026-11-23 08:30")).toBe(true);
    await seeAll(world);
    await chooseDigest(staff(world), { digestHour: 9 });
    await chooseDigest(staff(world), { digestHour: 10 });
    expect(await isNewAt("2026-11-23 10:30")).toBe(false);
    await chooseDigest(staff(world), { digestHour: null });
    await chooseDigest(staff(world), { digestHour: 12 });
    expect(await isNewAt("2026-11-23 12:30")).toBe(false);
    expect(await isNewAt("2026-11-24 11:59")).toBe(false);
    expect(await isNewAt("2026-11-24 12:00")).toBe(true);
  }));
