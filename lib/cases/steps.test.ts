import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "../../db/schema/cases";
import type { Role } from "../access/model";
import type { Context } from "../context";
import { totalOf } from "../counters/testing";
import { as, inRollback, unitOf, type World } from "../testing";
import { acceptCase } from "./accept";
import { callBackCase } from "./call-back";
import { checkCase } from "./check";
import { closeCase } from "./close";
import { contactCase } from "./contact";
import { declineCase } from "./decline";
import { dispatchCase } from "./dispatch";
import type { CaseState } from "./model";
import { findCase } from "./queries";
import { resolveCase } from "./resolve";
import { reworkCase } from "./rework";
import { signCase } from "./sign";
import { caseIn } from "./testing";

type Step = {
  name: string;
  run: (ctx: Context, at: { id: string; version: number }, world: World) => Promise<void>;
  from: CaseState;
  to: CaseState;
  action: string;
  refused: Role;
  wrongState: CaseState;
};

const steps: Step[] = [
  {
    name: "contact",
    run: contactCase,
    from: "registered",
    to: "registered",
    action: "case.contacted",
    refused: "leader",
    wrongState: "closed",
  },
  {
    name: "dispatch",
    run: (ctx, at, world) => dispatchCase(ctx, { ...at, unitId: unitOf(world, "甲一社区").id }),
    from: "registered",
    to: "dispatched",
    action: "case.dispatched",
    refused: "officer",
    wrongState: "signed",
  },
  {
    name: "accept",
    run: acceptCase,
    from: "registered",
    to: "accepted",
    action: "case.accepted",
    refused: "officer",
    wrongState: "dispatched",
  },
  {
    name: "decline",
    run: (ctx, at) => declineCase(ctx, { ...at, reason: "not_ours", publicReply: "请找供电公司。" }),
    from: "registered",
    to: "closed",
    action: "case.declined",
    refused: "officer",
    wrongState: "accepted",
  },
  {
    name: "check",
    run: checkCase,
    from: "resolved",
    to: "checked",
    action: "case.checked",
    refused: "handler",
    wrongState: "signed",
  },
  {
    name: "rework",
    run: (ctx, at) => reworkCase(ctx, { ...at, note: "灯还是不亮" }),
    from: "resolved",
    to: "signed",
    action: "case.reworked",
    refused: "handler",
    wrongState: "closed",
  },
  {
    name: "sign",
    run: signCase,
    from: "dispatched",
    to: "signed",
    action: "case.signed",
    refused: "officer",
    wrongState: "registered",
  },
  {
    name: "resolve",
    run: resolveCase,
    from: "signed",
    to: "resolved",
    action: "case.resolved",
    refused: "leader",
    wrongState: "dispatched",
  },
  {
    name: "close",
    run: (ctx, at) => closeCase(ctx, { ...at, reason: "solved", publicReply: "已修好。" }),
    from: "resolved",
    to: "closed",
    action: "case.closed",
    refused: "handler",
    wrongState: "signed",
  },
  {
    name: "call back",
    run: (ctx, at) =>
      callBackCase(ctx, { ...at, outcome: "reached", contacted: "yes", solved: "yes", satisfaction: 5 }),
    from: "closed",
    to: "called_back",
    action: "case.called-back",
    refused: "officer",
    wrongState: "resolved",
  },
];

describe.each(steps)("$name", ({ run, from, to, action, refused, wrongState }) => {
  test("moves the case and leaves its event", () =>
    inRollback(async (world) => {
      const at = await caseIn(world, from);
      const staff = as(world, "staff", "甲一社区");
      await run(staff, at, world);
      const found = await findCase(staff, at.id);
      expect(found?.current).toMatchObject({ state: to, version: 2 });
      const trace = await world.owner.select().from(events).where(eq(events.subjectId, at.id));
      expect(trace.map((event) => [event.action, event.role, event.by])).toEqual([[action, "staff", staff.actor.name]]);
    }));

  test(`is refused to a ${refused}`, () =>
    inRollback(async (world) => {
      const at = await caseIn(world, from);
      const place = refused === "officer" ? "甲一1网格" : "甲一社区";
      await expect(run(as(world, refused, place), at, world)).rejects.toMatchObject({ code: "forbidden" });
      expect(await world.owner.select().from(events).where(eq(events.subjectId, at.id))).toEqual([]);
    }));

  test("finds nothing in another area", () =>
    inRollback(async (world) => {
      const at = await caseIn(world, from);
      await expect(run(as(world, "staff", "甲二社区"), at, world)).rejects.toMatchObject({ code: "not-found" });
    }));

  test("is a conflict in the wrong state, and over a page that is out of date", () =>
    inRollback(async (world) => {
      const staff = as(world, "staff", "甲一社区");
      const wrong = await caseIn(world, wrongState);
      await expect(run(staff, wrong, world)).rejects.toMatchObject({ code: "conflict", reason: "case.state" });
      const at = await caseIn(world, from);
      await expect(run(staff, { ...at, version: 7 }, world)).rejects.toMatchObject({
        code: "conflict",
        reason: "case.moved",
      });
    }));
});

test("every step alters the counts of the whole city in the same transaction", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "resolved");
    await closeCase(as(world, "staff", "甲一社区"), { ...at, reason: "solved", publicReply: "已修好。" });
    for (const area of ["试城", "甲街道", "甲一社区"]) {
      for (const counter of ["received", "finished", "reason_solved"] as const)
        expect(await totalOf(world, area, counter), `${counter} ${area}`).toBe(1);
    }
  }));

test("a handler acts only on what lies with the own unit", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "dispatched");
    await expect(signCase(as(world, "handler", "甲二社区"), at)).rejects.toMatchObject({ code: "not-found" });
    await expect(signCase(as(world, "handler", "甲街道"), at)).rejects.toMatchObject({ code: "not-found" });
    await signCase(as(world, "handler", "甲一社区"), at);
  }));

test("closing as a duplicate takes the case out of the rates, not out of what was received", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "resolved");
    const staff = as(world, "staff", "甲一社区");
    await closeCase(staff, { ...at, reason: "duplicate", publicReply: "与另一件合并办理。" });
    expect((await findCase(staff, at.id))?.current).toMatchObject({ validity: "duplicate", closeReason: "duplicate" });
  }));
