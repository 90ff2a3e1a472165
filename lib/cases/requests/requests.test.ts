import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { assignments, events } from "../../../db/schema/cases";
import { caseRequests } from "../../../db/schema/requests";
import type { Role } from "../../access/model";
import { as, inRollback, unitOf, type World } from "../../testing";
import { callBackCase } from "../call-back";
import { dispatchCase } from "../dispatch";
import type { CaseState, RequestKind } from "../model";
import { findCase, listCaseEvents } from "../queries";
import { resolveCase } from "../resolve";
import { signCase } from "../sign";
import { caseIn } from "../testing";
import { askRequest } from "./ask";
import { decideRequest } from "./decide";

const kinds: {
  kind: RequestKind;
  from: CaseState;
  to: CaseState;
  done: string;
  wrongState: CaseState;
  refused: Role;
  until?: string;
  validity?: "invalid";
}[] = [
  {
    kind: "return",
    from: "signed",
    to: "registered",
    done: "case.returned",
    wrongState: "resolved",
    refused: "leader",
  },
  {
    kind: "extend",
    from: "signed",
    to: "signed",
    done: "case.extended",
    wrongState: "resolved",
    refused: "leader",
    until: "2026-12-31",
  },
  {
    kind: "defer",
    from: "dispatched",
    to: "dispatched",
    done: "case.deferred",
    wrongState: "registered",
    refused: "officer",
    until: "2026-12-31",
  },
  {
    kind: "reopen",
    from: "called_back",
    to: "dispatched",
    done: "case.reopened",
    wrongState: "signed",
    refused: "handler",
  },
  {
    kind: "void",
    from: "signed",
    to: "closed",
    done: "case.voided",
    wrongState: "closed",
    refused: "handler",
    validity: "invalid",
  },
];

const asker = (world: World) => as(world, "staff", "甲一社区");
const publicReply = "经核实没有这件事。";
const decider = (world: World) => as(world, "official", "甲街道");

type More = { until?: string | undefined; validity?: "invalid" | undefined };

async function asked(world: World, kind: RequestKind, at: { id: string; version: number }, more: More = {}) {
  await askRequest(asker(world), { ...at, kind, note: "理由", ...more });
  return { ...at, request: await requestOf(world, at.id) };
}

async function requestOf(world: World, caseId: string): Promise<string> {
  const [found] = await world.owner
    .select({ id: caseRequests.id })
    .from(caseRequests)
    .where(and(eq(caseRequests.caseId, caseId), isNull(caseRequests.decidedAt)));
  return found?.id ?? "";
}

async function traceOf(world: World, id: string) {
  const found = await world.owner.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id);
  return found.map(({ action, role }) => [action, role]);
}

describe.each(kinds)("$kind", ({ kind, from, to, done, wrongState, refused, until, validity }) => {
  const more = { until, validity };
  test("is asked for by one, granted by another, and leaves both events", () =>
    inRollback(async (world) => {
      const at = await asked(world, kind, await caseIn(world, from), more);
      expect((await findCase(asker(world), at.id))?.current).toMatchObject({ state: from, version: 1 });
      await decideRequest(decider(world), { ...at, outcome: "granted", publicReply });
      expect((await findCase(asker(world), at.id))?.current).toMatchObject({ state: to, version: 2 });
      expect(await traceOf(world, at.id)).toEqual([
        [`case.asked-${kind}`, "staff"],
        [done, "official"],
      ]);
    }));

  test("is refused with a reason and changes nothing", () =>
    inRollback(async (world) => {
      const at = await asked(world, kind, await caseIn(world, from), more);
      await decideRequest(decider(world), { ...at, outcome: "refused", note: "不同意" });
      expect((await findCase(asker(world), at.id))?.current).toMatchObject({ state: from, version: 1 });
      expect((await traceOf(world, at.id)).map(([action]) => action)).toEqual([`case.asked-${kind}`, "case.refused"]);
    }));

  test("is granted by nobody who asked for it, nor without the right to", () =>
    inRollback(async (world) => {
      const at = await caseIn(world, from);
      await askRequest(decider(world), { ...at, kind, note: "理由", ...more });
      const granting = { ...at, request: await requestOf(world, at.id), outcome: "granted" as const };
      const own = decideRequest(decider(world), granting);
      await expect(own).rejects.toMatchObject({ code: "conflict", reason: "case.own" });
      const leader = decideRequest(as(world, "leader", "甲街道"), granting);
      await expect(leader).rejects.toMatchObject({ code: "forbidden" });
    }));

  test(`is not asked for by a ${refused}, nor elsewhere, nor in the wrong state, nor twice`, () =>
    inRollback(async (world) => {
      const at = await caseIn(world, from);
      const ask = (role: Role, area: string, given = at) =>
        askRequest(as(world, role, area), { ...given, kind, note: "理由", ...more });
      await expect(ask(refused, refused === "officer" ? "甲一1网格" : "甲一社区")).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(ask("staff", "甲二社区")).rejects.toMatchObject({ code: "not-found" });
      await expect(ask("staff", "甲一社区", await caseIn(world, wrongState))).rejects.toMatchObject({
        reason: "case.state",
      });
      await ask("staff", "甲一社区");
      await expect(ask("official", "甲街道")).rejects.toMatchObject({ reason: "case.askedAlready" });
    }));

  test("is decided once, and in another area by nobody", () =>
    inRollback(async (world) => {
      const at = await asked(world, kind, await caseIn(world, from), more);
      await expect(decideRequest(as(world, "official", "乙街道"), { ...at, outcome: "granted" })).rejects.toMatchObject(
        { code: "not-found" },
      );
      await decideRequest(decider(world), { ...at, outcome: "refused", note: "不同意" });
      await expect(decideRequest(decider(world), { ...at, outcome: "granted", publicReply })).rejects.toMatchObject({
        reason: "case.decided",
      });
    }));
});

test("a case leaves the rates by the word of the street, as what was asked for, and nobody in the community grants it", () =>
  inRollback(async (world) => {
    const at = await asked(world, "void", await caseIn(world, "signed"), { validity: "invalid" });
    const granting = { ...at, outcome: "granted" as const, publicReply };
    await expect(decideRequest(as(world, "staff", "甲街道"), granting)).rejects.toMatchObject({ code: "forbidden" });
    await decideRequest(decider(world), granting);
    expect((await findCase(asker(world), at.id))?.current).toMatchObject({ validity: "invalid", voidedAt: world.now });
  }));

test("nobody takes a case out of the rates without an answer, which the resident reads filled in", () =>
  inRollback(async (world) => {
    const at = await asked(world, "void", await caseIn(world, "signed"), { validity: "invalid" });
    const grant = (said?: string) =>
      decideRequest(decider(world), { ...at, outcome: "granted", ...(said ? { publicReply: said } : {}) });
    expect(await world.attempt(() => grant())).toMatchObject({
      code: "invalid",
      reason: "case.replyMissing",
      field: "publicReply",
    });
    expect(await world.attempt(() => grant("{phone} 已核实"))).toMatchObject({ code: "invalid", field: "publicReply" });
    expect((await findCase(asker(world), at.id))?.current).toMatchObject({ state: "signed", publicReply: null });
    await grant("您反映的“{title}”经核实没有这件事。");
    expect((await findCase(asker(world), at.id))?.current).toMatchObject({
      state: "closed",
      publicReply: "您反映的“楼道灯不亮”经核实没有这件事。",
    });
  }));

test("what is asked for lapses when the case goes on without it", () =>
  inRollback(async (world) => {
    const at = await asked(world, "return", await caseIn(world, "signed"));
    await resolveCase(as(world, "handler", "甲一社区"), at);
    const [request] = await world.owner.select().from(caseRequests).where(eq(caseRequests.caseId, at.id));
    expect(request).toMatchObject({ outcome: "lapsed", decidedBy: null });
    const [told] = (await listCaseEvents(decider(world), at.id)).filter(({ action }) => action === "case.lapsed");
    expect(told?.detail).toEqual({ request: "return" });
  }));

test("a return asked for leaves the lead with the unit; granted it goes back, and the task ends as returned", () =>
  inRollback(async (world) => {
    const [first, second] = [unitOf(world, "甲一社区"), unitOf(world, "甲街道")];
    const at = await asked(world, "return", await caseIn(world, "signed"));
    const lead = async () => (await findCase(decider(world), at.id))?.leadName;
    expect(await lead()).toBe(first.name);
    await decideRequest(decider(world), { ...at, outcome: "granted" });
    expect(await lead()).toBe(second.name);
    await dispatchCase(decider(world), { id: at.id, version: 2, unitId: first.id });
    expect(await lead()).toBe(second.name);
    await signCase(as(world, "handler", "甲一社区"), { id: at.id, version: 3 });
    expect(await lead()).toBe(first.name);
    const tasks = await world.owner.select().from(assignments).where(eq(assignments.caseId, at.id));
    expect(tasks.map(({ endReason }) => endReason ?? "").sort()).toEqual(["", "returned"]);
  }));

test("a call-back that says not solved, or dissatisfied, asks for the case to be taken up again", () =>
  inRollback(async (world) => {
    for (const [solved, satisfaction, opens] of [
      ["no", 3, true],
      ["yes", 2, true],
      ["partly", 3, false],
    ] as const) {
      const at = await caseIn(world, "closed");
      await callBackCase(asker(world), { ...at, outcome: "reached", contacted: "yes", solved, satisfaction });
      expect((await requestOf(world, at.id)) !== "", `${solved} ${satisfaction}`).toBe(opens);
    }
  }));

test("a reopened case keeps what the person said until she is asked again, and its deadline", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "closed");
    const answer = { outcome: "reached", contacted: "yes", solved: "no", satisfaction: 1 } as const;
    await callBackCase(asker(world), { ...at, ...answer });
    const request = await requestOf(world, at.id);
    await decideRequest(decider(world), { id: at.id, version: 2, request, outcome: "granted" });
    expect((await findCase(asker(world), at.id))?.current).toMatchObject({
      state: "dispatched",
      closedAt: null,
      callbackSolved: "no",
      reopenedCount: 1,
    });
  }));

test("what is taken up again into a year whose holidays are not published says that its limit may move", () =>
  inRollback(async (world) => {
    const closed = await caseIn(world, "called_back");
    world.now = new Date("2026-12-31T08:30:00Z");
    const at = await asked(world, "reopen", closed);
    await decideRequest(decider(world), { ...at, outcome: "granted" });
    expect((await findCase(asker(world), at.id))?.current).toMatchObject({ state: "dispatched", dueProvisional: true });
  }));
