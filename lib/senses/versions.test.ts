import { expect, test } from "vitest";
import type { RoundRow } from "./queries";
import { senseOf } from "./queries";
import type { Cell } from "./results";

const row = (id: string, closesOn: string, changed: Partial<RoundRow> = {}): RoundRow =>
  // Only what comparing looks at.
  ({
    ...{ id, name: id, closesOn, mode: "drawn", instrumentId: "v1", instrumentKey: "k", version: 1 },
    ...{ made: { gain: ["G1", "G2"] }, ...changed },
  }) as RoundRow;
const cell = (roundId: string, mean: number): Cell => ({
  ...{ roundId, areaId: "a", key: "gain", n: 60, missing: 0, mean, variance: 100, top: 30, meanCoarse: false },
  ...{ coarse: false, alpha: null, weightedMean: null, weightedVariance: null, weightedDf: null, effectiveN: null },
});
const told = (last: Partial<RoundRow>) =>
  senseOf("gain", {
    known: [row("c", "2026-09-01", last), row("b", "2026-06-01"), row("a", "2026-03-01")],
    against: null,
    cells: [cell("a", 60), cell("b", 70), cell("c", 80)],
    day: "2026-10-01",
  });

test("rounds of one version make one line and are compared", () => {
  expect(told({})).toMatchObject({ spark: [60, 70, 80], remade: null, broken: false, before: { direction: "up" } });
});

test("another version breaks the line; with the same scored items the index is compared, with others it is not", () => {
  expect(told({ instrumentId: "v2" })).toMatchObject({
    ...{ spark: [60, 70, null, 80], remade: "alike", before: { direction: "up" } },
  });
  for (const made of [{ gain: ["G1", "G2.2"] }, { gain: ["G1", "G2×2"] }])
    expect(told({ instrumentId: "v2", made })).toMatchObject({
      ...{ spark: [60, 70, null, 80], remade: "other", before: { direction: "none" } },
    });
});

test("a break further back is told too, when the versions since are one", () => {
  const known = [
    ["d", "v2"],
    ["c", "v2"],
    ["b", "v1"],
    ["a", "v1"],
  ].map(([id = "", instrumentId = ""], at) => row(id, `2026-0${9 - at}-01`, { instrumentId }));
  const cells = known.map(({ id }) => cell(id, 60));
  const found = senseOf("gain", { known, against: null, cells, day: "2026-10-01" });
  expect(found).toMatchObject({ spark: [60, 60, null, 60, 60], remade: null, broken: true });
});

test("another way of asking breaks the line too, and is no new version", () => {
  expect(told({ mode: "open" })).toMatchObject({
    spark: [60, 70, null, 80],
    remade: null,
    before: { direction: "none" },
    round: { mode: "open" },
  });
});
