import { expect, test } from "vitest";
import { getArea } from "../areas/queries";
import type { Change } from "../board/model";
import { areaId, as, inRollback, type World } from "../testing";
import { findPublishedRound } from "./queries";
import { heldRound, heldStreet } from "./testing";
import { getRoundView, type RoundView } from "./view";

async function viewOf(world: World, id: string, against?: string): Promise<RoundView> {
  const ctx = as(world, "leader", "甲街道");
  const area = await getArea(ctx, areaId(world, "甲街道"));
  const round = (await findPublishedRound(ctx, area, id)) ?? expect.fail();
  return getRoundView(ctx, area, round, { sense: "gain", with: against });
}

const rowsOf = ({ children }: RoundView) => [...children.shown, ...children.tooFew];
const changeOf = (view: RoundView) => view.senses.find(({ key }) => key === "gain")?.before;
const three = async (world: World, middle: Parameters<typeof heldStreet>[1]) => [
  await heldStreet(world, { 甲一社区: { n: 60, shift: 2 }, 甲二社区: 40 }, "2026-03-20"),
  await heldStreet(world, middle, "2026-06-20"),
  await heldStreet(world, { 甲一社区: 60, 甲二社区: { n: 40, shift: 1 } }, "2026-09-20"),
];

test("a round is compared with the one before, or with an earlier one that is chosen", () =>
  inRollback(async (world) => {
    const [first = "", before = "", last = ""] = await three(world, { 甲一社区: 60, 甲二社区: { n: 40, shift: 1 } });
    const usual = await viewOf(world, last);
    expect(usual).toMatchObject({ against: null, comparable: [{ id: first }] });
    expect(changeOf(usual)).toMatchObject({ direction: "unclear", difference: 0 });
    for (const other of [before, last, "nothing"]) expect(await viewOf(world, last, other)).toEqual(usual);

    const chosen = await viewOf(world, last, first);
    expect(chosen.against).toMatchObject({ id: first, name: "2026-03-20测评" });
    expect(rowsOf(chosen).map(({ name, change }) => [name, change.direction])).toEqual([
      ["甲一社区", "up"],
      ["甲二社区", "down"],
    ]);
    expect(chosen.items.map(({ change }) => change.direction)).not.toContain("none");
    expect(chosen.senses[0]?.href).toContain(`with=${first}`);
    expect(await viewOf(world, before, last)).toMatchObject({ against: null, comparable: [] });
  }));

test("what was asked in another way, or of other questions, is not offered", () =>
  inRollback(async (world) => {
    const marks = { G1: Array.from({ length: 40 }, (_, n) => 1 + (n % 5)) };
    await heldRound(world, { area: "甲街道", marks, closesOn: "2026-01-20", mode: "open" });
    await heldRound(world, { area: "甲街道", marks: { S1: marks.G1 }, closesOn: "2026-02-20" });
    const [first = "", , last = ""] = await three(world, { 甲一社区: 60 });
    expect((await viewOf(world, last)).comparable.map(({ id }) => id)).toEqual([first]);
  }));

test("all senses together are compared where every sense was made of the same questions, else not", () =>
  inRollback(async (world) => {
    const held = (codes: string[], shift: number, closesOn: string) => {
      const marks = codes.map((code) => [code, Array.from({ length: 40 }, (_, n) => shift + (n % 3))]);
      return heldRound(world, { area: "甲街道", marks: Object.fromEntries(marks), closesOn });
    };
    await held(["G1", "H1", "S1"], 1, "2026-03-20");
    const last = await viewOf(world, await held(["G1", "H1", "S1"], 3, "2026-06-20"));
    expect(last.overallChange).toMatchObject({ direction: "up", difference: expect.closeTo(50, 9) });
    expect(last.overallChange.interval?.[0]).toBeGreaterThan(40);
    const other = await viewOf(world, await held(["G1", "H1"], 1, "2026-09-20"));
    expect(other.overall?.n).toBe(40);
    expect(other.overallChange).toEqual({ direction: "none", difference: null, interval: null });
  }));

type Pair = { change: Change | undefined; now: number | undefined; past: number | undefined };

/** Every change that a page tells, beside what it and the page of the other round tell for themselves. */
function pairsOf(view: RoundView, other: RoundView): Pair[] {
  const before = new Map(rowsOf(other).map((row) => [row.areaId, row.result?.value]));
  const asked = new Map(other.items.map(({ code, result }) => [code, result?.value]));
  const [now, then] = [view, other].map(({ senseResults }) => senseResults[0]);
  return [
    ...rowsOf(view).map(({ areaId: at, change, result }) => ({ change, now: result?.value, past: before.get(at) })),
    ...view.items.map(({ code, change, result }) => ({ change, now: result?.value, past: asked.get(code) })),
    { change: now?.change, now: now?.result.value, past: then?.result.value },
    { change: view.overallChange, now: view.overall?.value, past: other.overall?.value },
  ];
}

test("a comparison with any round tells what both pages tell and no more: nothing of an area that one of them hides", () =>
  inRollback(async (world) => {
    const rounds = [
      ...(await three(world, { 甲一社区: 45, 甲二社区: 6 })),
      await heldStreet(world, { 甲一社区: { n: 12, shift: 3 }, 甲二社区: 45 }, "2026-10-20"),
    ];
    const pairs: Pair[] = [];
    for (const id of rounds)
      for (const { id: against } of (await viewOf(world, id)).comparable)
        pairs.push(...pairsOf(await viewOf(world, id, against), await viewOf(world, against)));
    const isTold = ({ now, past }: Pair) => now !== undefined && past !== undefined;
    const hidden = pairs.filter((pair) => !isTold(pair));
    expect(hidden.length).toBeGreaterThan(1);
    for (const { change } of hidden) expect(change).toEqual({ direction: "none", difference: null, interval: null });
    const told = pairs.filter(isTold);
    expect(told.length).toBeGreaterThan(10);
    for (const { change, now = 0, past = 0 } of told) expect(change?.difference).toBeCloseTo(now - past, 9);
  }));
