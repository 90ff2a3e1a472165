import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { areaId, as, inRollback, unitOf, type World } from "../testing";
import { keepProject, promiseProject } from "./projects";
import { listProjects } from "./queries";

const place = "甲一社区";

async function given(world: World) {
  const partnerId = uuidv7();
  await world.owner.execute(sql`
    insert into units (id, area_id, area_pos, name, kind)
    select ${partnerId}, id, pos, '社区医院', 'partner' from areas where id = ${areaId(world, place)}`);
  const words = { offer: "每周六义诊", need: "老人就近量血压", promisedBy: "2026-11-30" };
  return { id: uuidv7(), areaId: areaId(world, place), partnerId, ...words };
}

const listed = (world: World, where: string) => {
  const ctx = as(world, "staff", where);
  return listProjects(ctx, ctx.actor);
};

test("a project is promised and kept, leaves its events and stands in the list of its community", () =>
  inRollback(async (world) => {
    const project = await given(world);
    await promiseProject(as(world, "official", "甲街道"), project);
    expect(await listed(world, place)).toMatchObject([{ partnerName: "社区医院", offer: "每周六义诊", keptOn: null }]);
    expect(await listed(world, "甲二社区")).toEqual([]);
    await keepProject(as(world, "staff", place), { projectId: project.id, keptOn: "2026-11-21" });
    expect(await listed(world, place)).toMatchObject([{ keptOn: "2026-11-21" }]);
    const events = await world.owner.execute(
      sql`select action from events where subject_id = ${project.areaId} and action like 'project.%' order by id`,
    );
    expect(events.map(({ action }) => action)).toEqual(["project.promised", "project.kept"]);
  }));

test("neither a leader nor an officer promises or keeps one", () =>
  inRollback(async (world) => {
    const project = await given(world);
    for (const role of ["leader", "officer"] as const)
      await expect(promiseProject(as(world, role, place), project)).rejects.toMatchObject({ code: "forbidden" });
    await promiseProject(as(world, "staff", place), project);
    const keep = { projectId: project.id, keptOn: "2026-11-21" };
    for (const role of ["leader", "officer"] as const)
      await expect(keepProject(as(world, role, place), keep)).rejects.toMatchObject({ code: "forbidden" });
  }));

test("elsewhere there is neither the community nor the project", () =>
  inRollback(async (world) => {
    const project = await given(world);
    const far = as(world, "staff", "甲二社区");
    await expect(promiseProject(far, project)).rejects.toMatchObject({ code: "not-found" });
    await promiseProject(as(world, "staff", place), project);
    const keep = { projectId: project.id, keptOn: "2026-11-21" };
    await expect(keepProject(far, keep)).rejects.toMatchObject({ code: "not-found" });
  }));

test("it is promised once, to a community, by a partner, and kept once, not before it happened", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const project = await given(world);
    const promise = (change: Partial<typeof project>) =>
      world.attempt(() => promiseProject(ctx, { ...project, ...change }));
    expect(await promise({ areaId: areaId(world, "甲街道") })).toMatchObject({ reason: "project.level" });
    expect(await promise({ partnerId: unitOf(world, place).id })).toMatchObject({ field: "partnerId" });
    await promiseProject(ctx, project);
    expect(await promise({})).toMatchObject({ code: "conflict", reason: "project.twice" });
    const keep = (keptOn: string) => keepProject(ctx, { projectId: project.id, keptOn });
    expect(await world.attempt(() => keep("2026-11-24"))).toMatchObject({ reason: "estate.future" });
    await keep("2026-11-21");
    await expect(keep("2026-11-22")).rejects.toMatchObject({ code: "conflict", reason: "project.kept" });
  }));
