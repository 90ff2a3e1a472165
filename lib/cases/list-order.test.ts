import { expect, test } from "vitest";
import { getOpenArea } from "../areas/queries";
import { aCase, areaId, as, inRollback, type World } from "../testing";
import { caseFilter } from "./filter";
import { orderOf, ordersOf } from "./list-order";
import { listCases } from "./queries";
import { caseIn } from "./testing";

const dues = ["2026-11-25T02:00:00Z", null, "2026-11-20T02:00:00Z", "2026-11-25T02:00:00Z", "2026-12-01T02:00:00Z"];

async function aQueue(world: World): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, due] of dues.entries())
    ids.push(
      await aCase(world, "甲一1网格", {
        registeredAt: new Date(Date.UTC(2026, 10, 10 + i)),
        closeDueAt: due === null ? null : new Date(due),
      }),
    );
  return ids;
}

test("what falls due first stands first, page by page and back, and what has no limit comes last", () =>
  inRollback(async (world) => {
    const ids = await aQueue(world);
    const ctx = as(world, "official", "甲街道");
    const area = await getOpenArea(ctx, areaId(world, "甲一社区"));
    const look = async (more: object) => listCases(ctx, area, caseFilter.parse({ queue: "open", ...more }), 2);
    const places = ({ rows }: Awaited<ReturnType<typeof look>>) => rows.map(({ id }) => ids.indexOf(id));

    const first = await look({ order: "due" });
    const second = await look({ order: "due", older: first.older });
    const third = await look({ order: "due", older: second.older });
    expect([first, second, third].flatMap(places)).toEqual([2, 0, 3, 4, 1]);
    expect(first.newer).toBe(false);
    expect(third.older).toBe(false);
    const back = await look({ order: "due", newer: third.newer });
    expect(places(back)).toEqual(places(second));
    expect(places(await look({ order: "due", newer: back.newer }))).toEqual(places(first));
    expect(places(await look({}))).toEqual([4, 3]);
  }));

test("a list of what is late begins with what is late longest; a long or ended list only with the newest", () => {
  expect(orderOf({ queue: "overdue" })).toBe("due");
  expect(orderOf({ queue: "overdue", order: "newest" })).toBe("newest");
  expect(orderOf({ queue: "open" })).toBe("newest");
  expect(orderOf({ queue: "open", order: "due" })).toBe("due");
  for (const filter of [{}, { queue: "call-back" as const }, { queue: "open" as const, q: "灯" }]) {
    expect(ordersOf(filter)).toEqual(["newest"]);
    expect(orderOf({ ...filter, order: "due" })).toBe("newest");
  }
});

test("what may take a step is found among all that a list holds, however old it is", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const states = ["registered", "accepted", "dispatched", "signed", "resolved", "closed"] as const;
    for (const state of states) await caseIn(world, state);
    const statesOf = async (ready: string) =>
      (await listCases(ctx, ctx.actor, caseFilter.parse({ ready }))).rows.map(({ state }) => state).sort();
    expect(await statesOf("accept")).toEqual(["registered"]);
    expect(await statesOf("dispatch")).toEqual(["accepted", "registered"]);
    expect(await statesOf("close")).toEqual(["accepted", "registered", "resolved"]);
  }));
