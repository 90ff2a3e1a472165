import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "../../db/schema/cases";
import { getOpenArea } from "../areas/queries";
import { countCases } from "../cases/queries";
import type { Context } from "../context";
import { aCase, areaId, as, inRollback, type World } from "../testing";
import { filterOf, queryOf, saveViewInput } from "./input";
import { countViews, findFirstView, listViews } from "./queries";
import { changeView, removeView, saveView } from "./views";

const staff = (world: World) => as(world, "staff", "甲街道");
const view = { name: "待派", query: "queue=undispatched", shared: false, first: false };

async function saved(ctx: Context, more: Partial<typeof view> = {}) {
  await saveView(ctx, { ...view, ...more });
  const found = (await listViews(ctx)).find(({ name }) => name === (more.name ?? view.name));
  if (!found) throw new Error("it was not saved");
  return found;
}

test("an own view is there for nobody else and leaves its event; a shared one for all who work in the area", () =>
  inRollback(async (world) => {
    const { id } = await saved(staff(world));
    const names = async (ctx: Context) => (await listViews(ctx)).map(({ name, own }) => `${name} ${own}`);
    expect(await names(staff(world))).toEqual(["待派 true"]);
    expect(await names(as(world, "official", "甲街道"))).toEqual([]);
    await changeView(staff(world), { id, name: "都来派", shared: true, first: false });
    expect(await names(as(world, "officer", "甲一1网格"))).toEqual(["都来派 false"]);
    expect(await names(as(world, "official", "试城"))).toEqual(["都来派 false"]);
    expect(await names(as(world, "staff", "乙街道"))).toEqual([]);
    const left = await world.owner.select().from(events).where(eq(events.subjectId, id)).orderBy(events.id);
    expect(left.map(({ action }) => action)).toEqual(["view.saved", "view.changed"]);
  }));

test("who may not share keeps it to oneself; administrators keep none; what is another's is not found", () =>
  inRollback(async (world) => {
    await expect(saveView(as(world, "officer", "甲街道"), { ...view, shared: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    await saved(as(world, "officer", "甲街道"));
    await expect(saveView(as(world, "auditor", "甲街道"), view)).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await saved(staff(world), { shared: true });
    const official = as(world, "official", "甲街道");
    await expect(removeView(official, { id })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeView(official, { id, ...view })).rejects.toMatchObject({ code: "not-found" });
    await removeView(staff(world), { id });
    await expect(removeView(staff(world), { id })).rejects.toMatchObject({ code: "not-found" });
  }));

test("one view is the first, and another takes its place", () =>
  inRollback(async (world) => {
    await saved(staff(world), { first: true });
    const { id } = await saved(staff(world), { name: "超期", query: "queue=overdue" });
    expect((await findFirstView(staff(world)))?.query).toBe("queue=undispatched");
    await changeView(staff(world), { id, name: "超期", shared: false, first: true });
    expect((await findFirstView(staff(world)))?.query).toBe("queue=overdue");
    await removeView(staff(world), { id });
    expect(await findFirstView(staff(world))).toBeNull();
  }));

test("twenty views are enough", () =>
  inRollback(async (world) => {
    for (let n = 0; n < 20; n++) await saveView(staff(world), view);
    await expect(saveView(staff(world), view)).rejects.toMatchObject({ reason: "view.tooMany" });
  }));

test("a view of an area out of sight is left out, and a queue tells how many stand in it", () =>
  inRollback(async (world) => {
    const leader = as(world, "official", "试城");
    await saved(leader, { name: "乙的", query: `area=${areaId(world, "乙街道")}&queue=open`, shared: true });
    await saved(leader, { name: "办理中", query: "queue=open", shared: true });
    await saved(leader, { name: "找灯", query: "q=灯&queue=open", shared: true });
    await aCase(world, "甲一1网格");
    await aCase(world, "乙一1网格");
    const views = await listViews(staff(world));
    expect(views.map(({ name }) => name)).toEqual(["办理中", "找灯"]);
    const area = await getOpenArea(staff(world), areaId(world, "甲街道"));
    const counts = await countViews(staff(world), area, views);
    const [open] = views;
    expect([...counts]).toEqual([[open?.id, (await countCases(staff(world), area, { queue: "open" } as never)).n]]);
    expect(counts.get(open?.id ?? "")).toBe(1);
  }));

test("a filter has one way to be written, without the place in the list; nothing is no view", () => {
  const given =
    "state=signed&older=2026-11-01T00:00:00.000Z_0193a0f0-0000-7000-8000-000000000000&queue=open&x=1&channel=no";
  expect(queryOf(filterOf(given))).toBe("queue=open&state=signed");
  expect(saveViewInput.safeParse({ name: "空", query: "x=1" }).error?.issues).toMatchObject([{ message: "noFilter" }]);
});
