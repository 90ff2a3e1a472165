import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { events } from "../../db/schema/cases";
import { areaId, as, inRollback, type World } from "../testing";
import { type RegisterInput, registerInput } from "./input";
import { findCase } from "./queries";
import { registerCase } from "./register";

const heard = (world: World, overrides: Partial<RegisterInput> = {}): RegisterInput => ({
  id: uuidv7(),
  areaId: areaId(world, "甲一1网格"),
  title: "楼道灯不亮",
  channel: "phone",
  requestType: "help",
  urgent: false,
  ...overrides,
});

test("registers with the limits of its category and leaves its event", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const input = heard(world, { categoryCode: "0202" });
    await registerCase(staff, input);
    const found = await findCase(staff, input.id);
    expect(found?.current).toMatchObject({ state: "registered", placed: true, dueProvisional: false });
    // Monday 10:00: two work days end with Wednesday, contact and dispatch are due within a day.
    expect(found?.current.closeDueAt).toEqual(new Date("2026-11-25T15:59:59.999Z"));
    expect(found?.current.contactDueAt).toEqual(new Date("2026-11-24T02:00:00Z"));
    expect(found?.current.dispatchDueAt).toEqual(new Date("2026-11-24T02:00:00Z"));
    const trace = await world.owner.select().from(events).where(eq(events.subjectId, input.id));
    expect(trace.map(({ action }) => action)).toEqual(["case.registered"]);
  }));

test("the same form sent twice is one case and one event", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const input = heard(world);
    await registerCase(staff, input);
    await registerCase(staff, input);
    expect(await world.owner.select().from(events).where(eq(events.subjectId, input.id))).toHaveLength(1);
  }));

test("urgent runs in real hours, with an hour to the first contact", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const input = heard(world, { categoryCode: "0101", urgent: true });
    await registerCase(staff, input);
    const found = await findCase(staff, input.id);
    expect(found?.current.contactDueAt).toEqual(new Date("2026-11-23T03:00:00Z"));
    expect(found?.current.closeDueAt).toEqual(new Date("2026-11-23T06:00:00Z"));
  }));

test("praise has no limit at all", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲一社区");
    const input = heard(world, { categoryCode: "1210" });
    await registerCase(staff, input);
    const found = await findCase(staff, input.id);
    expect(found?.current).toMatchObject({ closeDueAt: null, dispatchDueAt: null });
  }));

test("a limit that falls in a year without published holidays is provisional", () =>
  inRollback(async (world) => {
    world.now = new Date("2026-12-30T02:00:00Z");
    const staff = as(world, "staff", "甲一社区");
    const input = heard(world, { categoryCode: "0203" });
    await registerCase(staff, input);
    expect((await findCase(staff, input.id))?.current.dueProvisional).toBe(true);
  }));

test("a leader is refused, another community is not found, a closed or unknown category is named", () =>
  inRollback(async (world) => {
    await expect(registerCase(as(world, "leader", "甲街道"), heard(world))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(registerCase(as(world, "staff", "甲二社区"), heard(world))).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      registerCase(as(world, "staff", "甲一社区"), heard(world, { categoryCode: "9999" })),
    ).rejects.toMatchObject({
      code: "invalid",
      field: "categoryCode",
    });
  }));

test.each([
  ["nothing written", { title: "   " }],
  ["a title too long", { title: "长".repeat(121) }],
  ["an unknown channel", { channel: "pigeon" }],
  ["a latitude of 91", { lon: "106", lat: "91" }],
  ["a longitude that is no number", { lon: "NaN", lat: "26" }],
  ["an unknown field", { state: "closed" }],
  ["a malformed id", { id: "{x}" }],
])("%s is refused by the schema", (_, wrong) => {
  const form = {
    id: uuidv7(),
    areaId: uuidv7(),
    title: "楼道灯不亮",
    channel: "phone",
    requestType: "help",
    urgent: "",
    ...wrong,
  };
  expect(registerInput.safeParse(form).success).toBe(false);
});
