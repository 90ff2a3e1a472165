import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { boundaries } from "../../../db/schema/areas";
import { events } from "../../../db/schema/cases";
import { caseLinks } from "../../../db/schema/requests";
import { findPlaces, placeAt } from "../../areas/find-places";
import { aCase, areaId, as, inRollback, type World } from "../../testing";
import { listAlike } from "../alike/queries";
import type { RegisterInput } from "../input";
import { findCase } from "../queries";
import { registerCase } from "../register";
import { linkRegistered, registerLinked } from "./link-registered";
import { lookFirst } from "./look-first";
import { listOften } from "./often";

const heard = (world: World, overrides: Partial<RegisterInput> = {}): RegisterInput => ({
  id: uuidv7(),
  areaId: areaId(world, "甲一1网格"),
  title: "凉亭顶棚被风掀开",
  channel: "phone",
  requestType: "help",
  urgent: false,
  ...overrides,
});

test("what is alike and what is dangerous is shown once, and not where the page has shown it", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const first = heard(world);
    await lookFirst(staff, first);
    await registerCase(staff, first);
    const number = String((await findCase(staff, first.id))?.current.number);

    const again = heard(world, { title: "凉亭顶棚被风掀开，有人晕倒" });
    await expect(lookFirst(staff, again)).rejects.toMatchObject({
      reason: "case.callFirst",
      offers: [
        { name: "toldNumbers", value: "120", href: "tel:120" },
        { name: "linkNumber", value: number, href: `/cases/${first.id}` },
      ],
    });
    await expect(lookFirst(staff, { ...again, toldNumbers: ["120"] })).rejects.toMatchObject({
      reason: "case.alikeFirst",
    });
    await lookFirst(staff, { ...again, toldNumbers: ["120"], seenAlike: [number] });
    await lookFirst(staff, { ...again, toldNumbers: ["120"], seenAlike: ["live"] });
    await lookFirst(as(world, "leader", "甲街道"), again);
  }));

test("an officer, who sees the own grid alone, is shown what is alike there; staff all of the community", () =>
  inRollback(async (world) => {
    const [officer, staff] = [as(world, "officer", "甲一1网格"), as(world, "staff", "甲一社区")];
    const here = heard(world);
    await registerCase(staff, here);
    const told = { title: here.title, place: null, categoryCode: null };
    const alike = async (ctx: typeof staff, area: string) =>
      (await listAlike(ctx, areaId(world, area), told)).map(({ id }) => id);
    expect(await alike(officer, "甲一1网格")).toEqual([here.id]);
    expect(await alike(staff, "甲一2网格")).toEqual([here.id]);
    expect(await alike(as(world, "officer", "乙一1网格"), "乙一1网格")).toEqual([]);
  }));

test("an order is registered once: the same form again is well, another one is led to the first", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const order = heard(world, { channel: "hotline", orderNumber: "SZ20261123001" });
    await registerCase(staff, order);
    await registerCase(staff, order);
    await expect(registerCase(staff, { ...order, id: uuidv7() })).rejects.toMatchObject({
      reason: "case.orderTaken",
      field: "orderNumber",
      offers: [{ name: "open", href: `/cases/${order.id}` }],
    });
    const elsewhere = { ...order, id: uuidv7(), areaId: areaId(world, "乙一1网格") };
    await expect(registerCase(as(world, "staff", "乙一社区"), elsewhere)).rejects.toMatchObject({
      reason: "case.orderElsewhere",
    });
  }));

test("an order from above is numbered by the office that got it", () =>
  inRollback(async (world) => {
    const order = heard(world, { channel: "order", orderNumber: "2026-17" });
    await registerCase(as(world, "staff", "甲一社区"), order);
    const elsewhere = { ...order, id: uuidv7(), areaId: areaId(world, "乙一1网格") };
    await registerCase(as(world, "staff", "乙一社区"), elsewhere);
    await expect(registerCase(as(world, "staff", "甲一社区"), { ...order, id: uuidv7() })).rejects.toMatchObject({
      reason: "case.orderTaken",
    });
  }));

test("what was just registered is tied to another, once, and both know it", () =>
  inRollback(async (world) => {
    const officer = as(world, "officer", "甲一1网格");
    const [id, other] = [await aCase(world, "甲一1网格"), await aCase(world, "甲一1网格")];
    const number = (await findCase(officer, other))?.current.number ?? 0;
    await linkRegistered(officer, { id, number });
    await linkRegistered(officer, { id, number });
    const ties = await world.owner.select().from(caseLinks).where(eq(caseLinks.otherId, id));
    expect(ties.map(({ caseId, kind }) => [caseId, kind])).toEqual([[other, "related"]]);
    const trace = await world.owner.select().from(events).where(eq(events.subjectId, id));
    expect(trace.map(({ action }) => action)).toEqual(["case.linked"]);
  }));

test("a request is registered and tied in one go, and sent twice it is tied once", () =>
  inRollback(async (world) => {
    const officer = as(world, "officer", "甲一1网格");
    const other = await aCase(world, "甲一1网格");
    const linkNumber = (await findCase(officer, other))?.current.number;
    const input = heard(world, { channel: "officer", linkNumber });
    for (const _ of [1, 2]) await registerLinked(officer, input);
    const ties = await world.owner.select().from(caseLinks).where(eq(caseLinks.otherId, input.id));
    expect(ties.map(({ caseId }) => caseId)).toEqual([other]);
  }));

test("others tie nothing: a leader is refused, another community finds nothing, a case is not tied to itself", () =>
  inRollback(async (world) => {
    const id = await aCase(world, "甲一1网格");
    const number = (await findCase(as(world, "staff", "甲一社区"), id))?.current.number ?? 0;
    await expect(linkRegistered(as(world, "leader", "甲街道"), { id, number })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(linkRegistered(as(world, "staff", "甲二社区"), { id, number })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(linkRegistered(as(world, "staff", "甲一社区"), { id, number })).rejects.toMatchObject({
      code: "invalid",
    });
  }));

test("what comes up most comes first, from the own area only", () =>
  inRollback(async (world) => {
    for (const categoryCode of ["0602", "0602", "0202"]) await aCase(world, "甲一1网格", { categoryCode });
    for (const categoryCode of ["0101", "0101", "0101"]) await aCase(world, "乙一1网格", { categoryCode });
    const staff = as(world, "staff", "甲一社区");
    expect(await listOften(staff, staff.actor)).toEqual(["0602", "0202"]);
  }));

test("places are found by a part of their name, in the own area only", () =>
  inRollback(async (world) => {
    const found = await findPlaces(as(world, "official", "甲街道"), "一1");
    expect(found).toEqual([{ areaId: areaId(world, "甲一1网格"), name: "甲一1网格", within: "甲一社区", place: "" }]);
    expect(await findPlaces(as(world, "official", "甲街道"), "乙一")).toEqual([]);
    expect(await findPlaces(as(world, "official", "甲街道"), "%")).toEqual([]);
  }));

test("a point is in the smallest area drawn around it, in the own area only", () =>
  inRollback(async (world) => {
    const draw = async (name: string, [west, east]: [number, number]) => {
      const ring = [
        [west, 31],
        [east, 31],
        [east, 31.2],
        [west, 31.2],
        [west, 31],
      ];
      const shape = { type: "Polygon" as const, coordinates: [ring] };
      const areaPos = world.areas.find((area) => area.name === name)?.pos ?? 0;
      await world.owner
        .insert(boundaries)
        .values({ areaId: areaId(world, name), areaPos, shape, outline: shape, drawn: "imported" });
    };
    await draw("甲一社区", [120, 120.4]);
    await draw("甲一1网格", [120, 120.2]);
    await draw("乙一社区", [120.4, 120.6]);
    const official = as(world, "official", "甲街道");
    const at = async (lon: number) => (await placeAt(official, { lon, lat: 31.1 }))?.name ?? null;
    expect([await at(120.1), await at(120.3), await at(120.5), await at(121)]).toEqual([
      "甲一1网格",
      "甲一社区",
      null,
      null,
    ]);
  }));
