import { expect, test } from "vitest";
import { roles } from "../../access/model";
import { getOpenArea } from "../../areas/queries";
import { changeSettings } from "../../settings/change";
import { defaultSettings } from "../../settings/model";
import { aCase, areaId, as, inRollback, unitOf, type World } from "../../testing";
import { callBackCase } from "../call-back";
import { caseFilter } from "../filter";
import { drawCallbacks } from "../follow-up/draw";
import { countCases, listCases } from "../queries";
import { askRequest } from "../requests/ask";
import { listOpenRequests } from "../requests/queries";
import { caseIn } from "../testing";
import { urgeCase } from "../urges/urge";
import { dayOf, dayParts, nextOf } from "./model";
import { listDay, rowsAPart } from "./queries";

async function aDay(world: World) {
  for (const state of ["registered", "accepted", "dispatched", "signed", "resolved", "checked", "closed"] as const)
    await caseIn(world, state);
  for (let n = 0; n < rowsAPart + 2; n++)
    await aCase(world, "甲一1网格", { contactDueAt: new Date(Date.UTC(2026, 10, 23, n)), contactedAt: null });
  await aCase(world, "乙一1网格");
}

test("every number of a day is that of its list, for everybody who has one", () =>
  inRollback(async (world) => {
    await aDay(world);
    for (const role of roles) {
      const ctx = as(world, role, "甲一社区");
      const area = await getOpenArea(as(world, "official", "甲街道"), areaId(world, "甲一社区"));
      const day = await listDay(ctx, area);
      expect(day.map(({ key }) => key)).toEqual(dayOf(role));
      for (const { key, n, rows, ...part } of day) {
        const filter = caseFilter.parse(part.filter);
        expect((await countCases(ctx, area, filter)).n, `${role} ${key}`).toBe(n);
        const listed = (await listCases(ctx, area, filter, 1000)).rows.map(({ id }) => id);
        expect(listed.length).toBe(n);
        expect(rows.every(({ id }) => listed.includes(id))).toBe(true);
        expect(rows.length).toBe(Math.min(n, rowsAPart));
      }
    }
  }));

test("staff find what is to be contacted, due first, and how much of it is late", () =>
  inRollback(async (world) => {
    await aDay(world);
    const ctx = as(world, "staff", "甲一社区");
    const day = await listDay(ctx, ctx.actor);
    const contact = day.find(({ key }) => key === "contact");
    expect(contact?.rows[0]?.dueAt).toEqual(new Date(Date.UTC(2026, 10, 23, 0)));
    expect(contact?.late).toBe(2);
    expect(day.find(({ key }) => key === "dispatch")?.n).toBe(2 + rowsAPart + 2);
    expect(
      day
        .find(({ key }) => key === "check")
        ?.rows.map(({ state }) => state)
        .sort(),
    ).toEqual(["checked", "resolved"]);
    expect(day.find(({ key }) => key === "call-back")?.n).toBe(1);
  }));

test("a handler finds what lies with the own unit, and nothing else", () =>
  inRollback(async (world) => {
    await aDay(world);
    const ours = as(world, "handler", "甲一社区");
    const others = as(world, "handler", "甲街道");
    const counts = async (ctx: typeof ours) => (await listDay(ctx, ctx.actor)).map(({ key, n }) => [key, n]);
    expect(unitOf(world, "甲一社区").id).toBe(ours.actor.unitId);
    expect(await counts(ours)).toEqual([
      ["sign", 1],
      ["urged", 0],
      ["contact", 2],
      ["serve", 1],
    ]);
    expect(await counts(others)).toEqual([
      ["sign", 0],
      ["urged", 0],
      ["contact", 0],
      ["serve", 0],
    ]);
  }));

test("where a case lies with a unit the street presses, and who works on it takes the step", () => {
  for (const key of ["sign", "serve"] as const) {
    expect(nextOf({ role: "official" }, key)).toBe("urge");
    for (const role of ["staff", "handler", "officer"] as const) expect(nextOf({ role }, key)).toBe(dayParts[key].move);
  }
  expect(nextOf({ role: "official" }, "dispatch")).toBe("dispatch");
});

test("what waits for a decision or an answer is due when that is, also while the case is deferred", () =>
  inRollback(async (world) => {
    const at = await caseIn(world, "signed");
    await world.owner.execute(
      `update cases set deferred_at = '2026-11-20', deferred_until = '2026-12-20' where id = '${at.id}'`,
    );
    await askRequest(as(world, "staff", "甲一社区"), { ...at, kind: "void", validity: "invalid", note: "误报" });
    await urgeCase(as(world, "leader", "甲街道"), { id: at.id, reason: "拖了太久", dueOn: "2026-11-23" });
    const [request] = await listOpenRequests(as(world, "official", "甲街道"), at.id);
    world.now = new Date("2026-11-24T08:00:00Z");
    const official = as(world, "official", "甲街道");
    const day = await listDay(official, official.actor);
    const part = (wanted: string) => day.find(({ key }) => key === wanted);
    expect(part("asked")).toMatchObject({ n: 1, late: 1, rows: [{ dueAt: request?.dueAt, deferredAt: null }] });
    expect(part("urged")).toMatchObject({ n: 1, late: 1, rows: [{ dueAt: new Date("2026-11-23T15:59:59.999Z") }] });
  }));

test("where not all are asked afterwards, the day holds those who were drawn", () =>
  inRollback(async (world) => {
    await changeSettings(as(world, "sysadmin", "试城"), { ...defaultSettings, callbackShare: 20 });
    for (let n = 0; n < 5; n += 1) await caseIn(world, "closed");
    const official = as(world, "official", "甲街道");
    const toCall = async () => (await listDay(official, official.actor)).find(({ key }) => key === "call-back");
    expect((await toCall())?.n).toBe(0);
    await drawCallbacks(official, { from: "2026-11-23", to: "2026-11-23" });
    const part = await toCall();
    expect(part?.n).toBe(1);
    for (const { id } of part?.rows ?? [])
      await callBackCase(official, { id, version: 1, outcome: "declined", note: "不愿多谈" });
    expect((await toCall())?.n).toBe(0);
  }));
