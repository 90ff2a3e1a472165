import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "./interval";
import { rankRates } from "./ranking";

const row = (key: string, numerator: number, denominator: number) => ({ key, numerator, denominator });
const ranksOf = (rows: ReturnType<typeof row>[], minimum = 30) =>
  rankRates(rows, { minimum }).ranked.map(({ key, rank }) => [key, rank]);

describe("a ranking of rates", () => {
  test("goes from the highest rate down", () => {
    expect(ranksOf([row("a", 40, 80), row("b", 30, 40), row("c", 90, 100)])).toEqual([
      ["c", 1],
      ["b", 2],
      ["a", 3],
    ]);
  });

  test("gives equal rates one rank, the larger first, and counts on: 1, 2, 2, 4", () => {
    const rows = [row("small", 30, 40), row("first", 39, 40), row("large", 75, 100), row("last", 10, 40)];
    expect(ranksOf(rows)).toEqual([
      ["first", 1],
      ["large", 2],
      ["small", 2],
      ["last", 4],
    ]);
  });

  test("compares fractions, not decimals", () => {
    const less = row("less", 9_007_199_254_740_989, 9_007_199_254_740_990);
    const more = row("more", 9_007_199_254_740_990, 9_007_199_254_740_991);
    expect(less.numerator / less.denominator).toBe(more.numerator / more.denominator);
    expect(ranksOf([less, more])).toEqual([
      ["more", 1],
      ["less", 2],
    ]);
    expect(ranksOf([row("a", 33, 99), row("b", 100, 300)])).toEqual([
      ["b", 1],
      ["a", 1],
    ]);
  });

  test("22 of 22 does not rank: too few is a group of its own, and so is nothing", () => {
    const { ranked, tooFew, nothing } = rankRates([
      row("all", 22, 22),
      row("none", 0, 0),
      row("enough", 20, 30),
      row("short", 29, 29),
    ]);
    expect(ranked.map(({ key }) => key)).toEqual(["enough"]);
    expect(tooFew.map(({ key }) => key)).toEqual(["all", "short"]);
    expect(nothing.map(({ key }) => key)).toEqual(["none"]);
  });

  test("never ranks nothing, even with a minimum of 0", () => {
    expect(rankRates([row("none", 0, 0)], { minimum: 0 })).toMatchObject({
      ranked: [],
      tooFew: [],
      nothing: [row("none", 0, 0)],
    });
  });

  test("is clear where the interval overlaps none of the next rank, not even the wide one of a tie", () => {
    const clear = (rows: ReturnType<typeof row>[]) =>
      rankRates(rows).ranked.map((ranked) => [ranked.key, ranked.clear]);
    expect(clear([row("a", 950, 1000), row("b", 800, 1000), row("c", 790, 1000)])).toEqual([
      ["a", true],
      ["b", false],
      ["c", true],
    ]);
    expect(clear([row("a", 900, 1000), row("b", 800, 1000), row("b30", 24, 30)])).toEqual([
      ["a", false],
      ["b", true],
      ["b30", true],
    ]);
  });

  test("keeps what else a row carries", () => {
    expect(rankRates([{ ...row("a", 30, 40), name: "金元社区" }]).ranked[0]?.name).toBe("金元社区");
  });

  test.each([
    [1.5, 30],
    [31, 30],
    [6, 5],
    [1, 0],
    [-1, 30],
    [Number.NaN, 30],
    [1, Number.POSITIVE_INFINITY],
  ])("refuses %d of %d", (numerator, denominator) => {
    expect(() => rankRates([row("a", numerator, denominator)])).toThrow(RangeError);
  });
});

test("any rows come back once each, by falling rate, whatever their order, with ranks that count those above", () => {
  const rows = fc.array(
    fc
      .integer({ min: 0, max: 60 })
      .chain((denominator) =>
        fc.record({ denominator: fc.constant(denominator), numerator: fc.integer({ min: 0, max: denominator }) }),
      ),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(rows, (list) => {
      const keyed = list.map((entry, i) => ({ ...entry, key: String(i) }));
      const { ranked, tooFew, nothing } = rankRates(keyed);
      expect([...ranked, ...tooFew, ...nothing].map(({ key }) => Number(key)).sort((a, b) => a - b)).toEqual(
        keyed.map((_, i) => i),
      );
      for (const { numerator, denominator, rank, clear } of ranked) {
        expect(denominator).toBeGreaterThanOrEqual(30);
        expect(rank).toBe(
          1 + ranked.filter((other) => other.numerator * denominator > numerator * other.denominator).length,
        );
        const next = ranked.find((other) => other.rank > rank);
        if (next && clear)
          expect(wilson(numerator, denominator)[0]).toBeGreaterThan(wilson(next.numerator, next.denominator)[1]);
      }
      expect(rankRates(keyed.toReversed()).ranked.map(({ rank }) => rank)).toEqual(ranked.map(({ rank }) => rank));
    }),
  );
});
