import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { registerCase } from "../cases/register";
import { areaId, as, inRollback, type World } from "../testing";
import { eventFilter } from "./input";
import { listEvents } from "./queries";
import { record } from "./record";

async function live(world: World): Promise<void> {
  for (let i = 0; i < 60; i++) {
    world.now = new Date(Date.UTC(2026, 10, 23, 2, i));
    const ctx = as(world, "sysadmin", "试城");
    await record(ctx, { subject: "account", id: uuidv7(), action: "account.added", areaPos: ctx.actor.pos });
  }
  await registerCase(as(world, "official", "甲街道"), {
    id: uuidv7(),
    areaId: areaId(world, "甲一社区"),
    title: "不给审计员看的内容",
    channel: "phone",
    requestType: "other",
    urgent: false,
  });
}

test("an auditor reads the trace page by page, none twice, and of a request nothing but that", () =>
  inRollback(async (world) => {
    await live(world);
    const ctx = as(world, "auditor", "试城");
    const first = await listEvents(ctx, {});
    expect(first.rows).toHaveLength(50);
    const second = await listEvents(ctx, eventFilter.parse({ older: first.older }));
    expect(second.older).toBeNull();
    const seen = [...first.rows, ...second.rows];
    expect(new Set(seen.map(({ id }) => id)).size).toBe(61);
    expect(JSON.stringify(seen)).not.toContain("不给审计员看");
    expect(seen.filter(({ subject }) => subject === "case").map(({ detail }) => detail)).toEqual([{}]);
  }));

test("the filters hold together, and what they do not understand they leave out", () =>
  inRollback(async (world) => {
    await live(world);
    const ctx = as(world, "auditor", "试城");
    const count = async (given: Record<string, string>) =>
      (await listEvents(ctx, eventFilter.parse(given))).rows.length;
    expect(await count({ action: "case.registered" })).toBe(1);
    expect(await count({ by: "official 甲", from: "2026-11-23", to: "2026-11-23" })).toBe(1);
    expect(await count({ by: "%" })).toBe(0);
    expect(await count({ from: "2026-11-24" })).toBe(0);
    expect(await count({ action: "' or 1=1", from: "2026-02-30", older: "x", by: "official" })).toBe(1);
  }));

test("an auditor of another place, and who is none, sees nothing of accounts", () =>
  inRollback(async (world) => {
    await live(world);
    expect((await listEvents(as(world, "auditor", "乙街道"), {})).rows).toHaveLength(0);
    const seen = await listEvents(as(world, "official", "试城"), {});
    expect(seen.rows.map(({ action }) => action)).toEqual(["case.registered"]);
  }));
