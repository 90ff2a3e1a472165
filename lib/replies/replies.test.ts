import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "../../db/schema/cases";
import { closeCase } from "../cases/close";
import { declineCase } from "../cases/decline";
import { getCase } from "../cases/queries";
import { caseIn } from "../cases/testing";
import type { Context } from "../context";
import { areaId, as, inRollback, type World } from "../testing";
import { addTemplateInput } from "./input";
import { fitting, getTemplate, listTemplates } from "./queries";
import { addTemplate, changeTemplate, retireTemplate } from "./templates";

const body = "您反映的“{title}”（{number} 号）已由{unit}于{date}办结。";
const official = (world: World) => as(world, "official", "甲街道");

async function added(world: World, more: { categoryCode?: string; name?: string; move?: "close" | "decline" } = {}) {
  const name = more.name ?? "修好了";
  await addTemplate(official(world), { areaId: areaId(world, "甲街道"), name, move: "close", body, ...more });
  const found = (await listTemplates(official(world))).find((one) => one.name === name);
  if (!found) throw new Error("it was not added");
  return found;
}

const names = async (ctx: Context) => (await listTemplates(ctx)).map(({ name }) => name);

test("an official adds a template; it holds in the area and all below, nowhere else, and leaves its event", () =>
  inRollback(async (world) => {
    const { id } = await added(world);
    expect(await names(as(world, "staff", "甲一社区"))).toEqual(["修好了"]);
    expect(await names(as(world, "official", "试城"))).toEqual(["修好了"]);
    expect(await names(as(world, "staff", "乙一社区"))).toEqual([]);
    expect(await names(as(world, "handler", "甲街道"))).toEqual([]);
    const left = await world.owner.select().from(events).where(eq(events.subjectId, id));
    expect(left).toMatchObject([{ action: "reply.added", subject: "reply", detail: { name: "修好了" } }]);
  }));

test("staff edit none; in another area there is nothing to edit, and of an area above neither", () =>
  inRollback(async (world) => {
    const { id, version } = await added(world);
    const change = (ctx: Context, v = version) =>
      changeTemplate(ctx, { id, version: v, name: "改", move: "close", categoryCode: undefined, body });
    await expect(change(as(world, "staff", "甲街道"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(change(as(world, "official", "乙街道"))).rejects.toMatchObject({ code: "not-found" });
    await expect(change(as(world, "official", "甲一社区"))).rejects.toMatchObject({ code: "not-found" });
    await expect(
      addTemplate(official(world), {
        areaId: areaId(world, "乙街道"),
        name: "改",
        move: "close",
        body,
        categoryCode: undefined,
      }),
    ).rejects.toMatchObject({ code: "not-found" });
    await change(official(world));
    await expect(change(official(world))).rejects.toMatchObject({
      ...{ code: "conflict", reason: "reply.moved", values: { version: version + 1 } },
    });
    expect(await getTemplate(official(world), id)).toMatchObject({ name: "改", version: version + 1 });
  }));

test("a retired one is offered no more, and not changed either", () =>
  inRollback(async (world) => {
    const { id, version } = await added(world);
    await retireTemplate(official(world), { id, version });
    expect(await names(official(world))).toEqual([]);
    await expect(retireTemplate(official(world), { id, version })).rejects.toMatchObject({ code: "not-found" });
  }));

test("to a step of a request those fit that are for it, for its category or all, the nearest first", () =>
  inRollback(async (world) => {
    await added(world, { name: "通用" });
    await added(world, { name: "照明类", categoryCode: "02" });
    await added(world, { name: "楼道灯", categoryCode: "0202" });
    await added(world, { name: "不受理", move: "decline" });
    await added(world, { name: "停车", categoryCode: "0101" });
    const all = await listTemplates(official(world));
    const { current } = await getCase(official(world), (await caseIn(world, "resolved")).id);
    const chosenFor = (categoryCode: string | null) =>
      fitting(all, "close", { ...current, categoryCode }).map(({ name }) => name);
    expect(chosenFor("0202")).toEqual(["楼道灯", "照明类", "通用"]);
    expect(chosenFor(null)).toEqual(["通用"]);
  }));

test("what the resident reads is the filled-in text; what cannot be filled in is refused at the field", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "resolved");
    const close = (publicReply: string) =>
      closeCase(as(world, "staff", "甲一社区"), { id, version: 1, reason: "solved", publicReply });
    await expect(close("{name}您好，{phone}")).rejects.toMatchObject({
      code: "invalid",
      reason: "reply.unknown",
      field: "publicReply",
      values: { names: "{name} {phone}" },
    });
    await expect(close("在{place}修好。")).rejects.toMatchObject({
      reason: "reply.empty",
      values: { names: "{place}" },
    });
    await close(body);
    const { current } = await getCase(official(world), id);
    expect(current.publicReply).toBe(
      `您反映的“楼道灯不亮”（${current.number} 号）已由甲一社区物业于2026年11月23日办结。`,
    );
    const declined = await caseIn(world, "registered");
    await declineCase(as(world, "staff", "甲一社区"), {
      ...declined,
      reason: "not_ours",
      publicReply: "{number} 号请找{area}。",
    });
    const after = await getCase(official(world), declined.id);
    expect(after.current.publicReply).toBe(`${after.current.number} 号请找甲一1网格。`);
  }));

test("a template with a place that nothing fills in is not taken", () => {
  const given = { areaId: "0193a0f0-0000-7000-8000-000000000000", name: "x", move: "close", body: "{who}" };
  expect(addTemplateInput.safeParse(given).error?.issues).toMatchObject([{ path: ["body"], message: "placeholder" }]);
  expect(addTemplateInput.safeParse({ ...given, body: "{due}" }).success).toBe(true);
});
