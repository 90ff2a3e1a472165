import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { events } from "../../db/schema/cases";
import type { Role } from "../access/model";
import type { Context } from "../context";
import { aCase, as, inRollback, unitOf, type World } from "../testing";
import { dispatchCase } from "./dispatch";
import { linkCase } from "./link";
import { mergeCase } from "./merge";
import { isWithin } from "./model";
import { findCase, listCaseEvents } from "./queries";
import { listLinks } from "./requests/queries";
import { splitCase } from "./split";
import { caseIn, numberOf } from "./testing";

const staff = (world: World) => as(world, "staff", "甲一社区");

async function actionsOf(world: World, id: string): Promise<string[]> {
  const rows = await world.owner.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id);
  return rows.map(({ action }) => action);
}

type At = { id: string; version: number };
const verbs: { name: string; run: (ctx: Context, at: At, number: number) => Promise<void>; wrongState: boolean }[] = [
  { name: "link", run: (ctx, at, number) => linkCase(ctx, { ...at, number }), wrongState: false },
  {
    name: "merge",
    run: (ctx, at, number) => mergeCase(ctx, { ...at, number, publicReply: "合并办理。" }),
    wrongState: true,
  },
  { name: "split", run: (ctx, at) => splitCase(ctx, { ...at, newId: uuidv7(), title: "另一件" }), wrongState: true },
];

describe.each(verbs)("$name", ({ run, wrongState }) => {
  test("is refused to a handler and a leader, elsewhere, in the wrong state and over an old page", () =>
    inRollback(async (world) => {
      const at = await caseIn(world, "signed");
      const number = await numberOf(world, (await caseIn(world, "registered")).id);
      for (const role of ["handler", "leader"] as Role[])
        await expect(run(as(world, role, "甲一社区"), at, number)).rejects.toMatchObject({ code: "forbidden" });
      await expect(run(as(world, "staff", "甲二社区"), at, number)).rejects.toMatchObject({ code: "not-found" });
      await expect(run(staff(world), { ...at, version: 7 }, number)).rejects.toMatchObject({ reason: "case.moved" });
      if (wrongState)
        await expect(run(staff(world), await caseIn(world, "closed"), number)).rejects.toMatchObject({
          reason: "case.state",
        });
    }));
});

test("linked cases show one another and go their own way", () =>
  inRollback(async (world) => {
    const [one, other] = [await caseIn(world, "signed"), await caseIn(world, "closed")];
    await linkCase(staff(world), { ...one, number: await numberOf(world, other.id) });
    expect((await listLinks(staff(world), one.id)).map(({ id, kind }) => [id, kind])).toEqual([[other.id, "related"]]);
    expect((await listLinks(staff(world), other.id)).map(({ id }) => id)).toEqual([one.id]);
    expect((await findCase(staff(world), one.id))?.current.state).toBe("signed");
    expect(await actionsOf(world, one.id)).toEqual(["case.linked"]);
  }));

test("a merged case ends as a duplicate, stays, and the other goes on for both", () =>
  inRollback(async (world) => {
    const [one, main] = [await caseIn(world, "signed"), await caseIn(world, "signed")];
    await mergeCase(staff(world), { ...one, number: await numberOf(world, main.id), publicReply: "合并办理。" });
    expect((await findCase(staff(world), one.id))?.current).toMatchObject({
      state: "closed",
      validity: "duplicate",
      closeReason: "duplicate",
    });
    expect((await listLinks(staff(world), main.id)).map(({ kind }) => kind)).toEqual(["duplicated-by"]);
    expect([await actionsOf(world, one.id), await actionsOf(world, main.id)]).toEqual([
      ["case.merged"],
      ["case.joined"],
    ]);
    const back = mergeCase(staff(world), { ...main, number: await numberOf(world, one.id), publicReply: "合并。" });
    await expect(back).rejects.toMatchObject({ code: "invalid", reason: "case.mainNotValid" });
  }));

test("nothing ends in a case on which nobody works any more", () =>
  inRollback(async (world) => {
    const [one, done] = [await caseIn(world, "signed"), await caseIn(world, "closed")];
    const merge = mergeCase(staff(world), {
      ...one,
      number: await numberOf(world, done.id),
      publicReply: "合并办理。",
    });
    await expect(merge).rejects.toMatchObject({ code: "invalid", reason: "case.mainClosed", field: "number" });
    expect((await findCase(staff(world), one.id))?.current).toMatchObject({ state: "signed", version: 1 });
  }));

test("a case is linked neither with itself nor with one that cannot be seen", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "signed");
    const link = async (id: string) => linkCase(staff(world), { ...at, number: await numberOf(world, id) });
    await expect(link(at.id)).rejects.toMatchObject({ code: "invalid", reason: "case.itself", field: "number" });
    const unseen = await aCase(world, "乙一1网格");
    await expect(link(unseen)).rejects.toMatchObject({ code: "invalid", reason: "case.noSuchNumber" });
  }));

test("what is split off is a case of its own, whose clocks run from when both were heard", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "signed");
    const newId = uuidv7();
    await splitCase(staff(world), { ...at, newId, title: "另一件", categoryCode: "0202" });
    const [whole, part] = [await findCase(staff(world), at.id), await findCase(staff(world), newId)];
    expect(part?.current).toMatchObject({
      state: "registered",
      title: "另一件",
      categoryCode: "0202",
      registeredAt: whole?.current.registeredAt,
    });
    expect((await listLinks(staff(world), newId)).map(({ id, kind }) => [id, kind])).toEqual([[at.id, "split-from"]]);
    expect([await actionsOf(world, at.id), await actionsOf(world, newId)]).toEqual([
      ["case.split"],
      ["case.registered"],
    ]);
  }));

test("what was split from a case, and what ended in it, is told on its line", () =>
  inRollback(async (world) => {
    const [main, double] = [await caseIn(world, "signed"), await caseIn(world, "registered")];
    const part = uuidv7();
    await splitCase(staff(world), { ...main, newId: part, title: "另一件" });
    await mergeCase(staff(world), { ...double, number: await numberOf(world, main.id), publicReply: "合并办理。" });
    await dispatchCase(staff(world), { id: part, version: 1, unitId: unitOf(world, "甲一社区").id });

    const parts = (await listLinks(staff(world), main.id)).filter(isWithin).map(({ id }) => id);
    expect(parts.sort()).toEqual([double.id, part].sort());
    const told = (await listCaseEvents(staff(world), main.id, ...parts)).map((event) => [
      event.subjectId,
      event.action,
    ]);
    expect(told).toContainEqual([main.id, "case.split"]);
    expect(told).toContainEqual([part, "case.dispatched"]);
    expect(told).toContainEqual([double.id, "case.merged"]);
    expect((await listLinks(staff(world), part)).filter(isWithin)).toEqual([]);
  }));
