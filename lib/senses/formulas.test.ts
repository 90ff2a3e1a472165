import { expect, test } from "vitest";
import { getArea } from "../areas/queries";
import { tInterval, wilson } from "../figures/interval";
import { cronbachAlpha, indexOfAnswer, momentsOf, varianceOf } from "../figures/scale";
import { areaId, as, inRollback } from "../testing";
import { findPublishedRound } from "./queries";
import { heldRound } from "./testing";
import { getRoundView } from "./view";

const place = "甲一社区";
const people = Array.from({ length: 60 }, (_, n) => {
  const level = 1 + ((n * 7) % 5);
  return [0, 1, 2, 3].map((k) => Math.min(5, Math.max(1, level + ((n * (k + 3)) % 3) - 1)));
});
const marks = {
  ...Object.fromEntries(["G1", "G2", "G3"].map((code, k) => [code, people.map((answers) => answers[k] ?? 1)])),
  H1: people.map((answers) => answers[0] ?? 1),
  S1: people.map((answers) => 6 - (answers[1] ?? 1)),
};

test("item, sense, reliability and all senses together are what the formulas say of the answers, to 1e-9", () =>
  inRollback(async (world) => {
    const id = await heldRound(world, { area: place, marks });
    const ctx = as(world, "leader", place);
    const area = await getArea(ctx, areaId(world, place));
    const round = (await findPublishedRound(ctx, area, id)) ?? expect.fail();
    const view = await getRoundView(ctx, area, round, { sense: "gain" });
    const near = (value: number | null | undefined, wanted: number | null | undefined) =>
      expect(Math.abs((value ?? Number.NaN) - (wanted ?? 0))).toBeLessThan(1e-9);

    const g1 = momentsOf(people.map(([first = 1]) => indexOfAnswer(first, 1, 5)));
    const item = view.items.find(({ code }) => code === "G1")?.result ?? expect.fail();
    near(item.value, g1.mean);
    const expected = tInterval({ n: g1.n, mean: g1.mean, variance: varianceOf(g1) ?? 0 });
    for (const end of [0, 1] as const) near(item.interval?.[end], expected?.[end]);
    const top = people.filter(([first = 1]) => first >= 4).length;
    expect(item.topBox).toMatchObject({ numerator: top, denominator: 60, interval: wilson(top, 60) });

    const scores = people.map(
      (answers) => answers.slice(0, 3).reduce((sum, mark) => sum + indexOfAnswer(mark, 1, 5), 0) / 3,
    );
    const gain = view.senseResults.find(({ sense }) => sense === "gain")?.result ?? expect.fail();
    near(gain.value, momentsOf(scores).mean);
    near(gain.alpha, cronbachAlpha(people.map((answers) => answers.slice(0, 3))));
    const all = people.map(([first = 1, second = 1], n) => {
      return ((scores[n] ?? 0) + indexOfAnswer(first, 1, 5) + indexOfAnswer(6 - second, 1, 5)) / 3;
    });
    near(view.overall?.value, momentsOf(all).mean);
  }));

test("Cronbach's alpha has its closed forms: copies give 1, and two halves the formula of Spearman and Brown", () => {
  const copies = people.map(([first = 1]) => [first, first, first]);
  expect(cronbachAlpha(copies)).toBeCloseTo(1, 12);
  const [a, b] = [
    [1, 2, 3, 4],
    [2, 1, 4, 3],
  ];
  const r = 0.6;
  expect(cronbachAlpha(a.map((mark, n) => [mark, b[n] ?? 0]))).toBeCloseTo((2 * r) / (1 + r), 12);
});
