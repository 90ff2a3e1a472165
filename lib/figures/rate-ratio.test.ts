import { describe, expect, test } from "vitest";
import { type Random, randomFrom } from "../../db/seed/random";
import { incompleteBeta } from "./beta";
import { clopperPearson, compareWeeks } from "./rate-ratio";

describe("the exact interval of a share", () => {
  /** Newcombe, Stat. Med. 1998; 17: 857, table I, method 5. */
  test.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])("%i of %i", (successes, n, low, high) => {
    const [from, to] = clopperPearson(successes, n);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });

  test("closes at 0 and at all as a power does", () => {
    expect(clopperPearson(0, 30)[1]).toBeCloseTo(1 - 0.025 ** (1 / 30), 12);
    expect(clopperPearson(30, 30)[0]).toBeCloseTo(0.025 ** (1 / 30), 12);
  });

  test("rests on the tail of the binomial: I_p(x, n − x + 1) = P(X ≥ x)", () => {
    const [n, p, x] = [12, 0.3, 5];
    const choose = (k: number) => Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
    const tail = Array.from({ length: n - x + 1 }, (_, i) => choose(x + i) * p ** (x + i) * (1 - p) ** (n - x - i));
    expect(incompleteBeta(p, x, n - x + 1)).toBeCloseTo(
      tail.reduce((a, b) => a + b, 0),
      12,
    );
  });

  test("refuses what is no share", () => {
    expect(() => clopperPearson(3, 2)).toThrow(RangeError);
    expect(() => clopperPearson(0, 0)).toThrow(RangeError);
  });
});

describe("weeks before and after", () => {
  test("the ratio and its interval are the odds of the share, by the weeks there were", () => {
    const found = compareWeeks([10, 10, 10, 10], [5, 5]);
    const [low, high] = clopperPearson(10, 50);
    expect(found).toMatchObject({ before: 40, after: 10, ratio: 0.5, dispersion: 1 });
    expect(found.interval?.[0]).toBeCloseTo((low / (1 - low)) * 2, 10);
    expect(found.interval?.[1]).toBeCloseTo((high / (1 - high)) * 2, 10);
  });

  test("weeks that scatter widen the interval", () => {
    const even = compareWeeks([20, 20, 20, 20], [12, 12, 12, 12]);
    const wild = compareWeeks([2, 38, 5, 35], [1, 23, 2, 22]);
    expect(even.direction).toBe("down");
    expect(wild).toMatchObject({ before: even.before, after: even.after, direction: "unclear" });
    expect(wild.dispersion).toBeGreaterThan(5);
  });

  test("nothing before has no ratio but a lowest one; nothing at all has neither", () => {
    const risen = compareWeeks([0, 0, 0], [6, 7, 6]);
    expect(risen).toMatchObject({ ratio: null, direction: "up" });
    expect(risen.interval?.[1]).toBe(Number.POSITIVE_INFINITY);
    expect(compareWeeks([0], [0])).toMatchObject({ ratio: null, interval: null, direction: "none" });
    expect(compareWeeks([4], [])).toMatchObject({ direction: "none" });
    expect(() => compareWeeks([1.5], [2])).toThrow(RangeError);
  });
});

describe("an action", () => {
  const weeks = (count: () => number) => Array.from({ length: 12 }, count);
  const shareOf = (wanted: string, draw: (random: Random, side: "before" | "after") => number) => {
    let hits = 0;
    const runs = 1_500;
    for (let run = 0; run < runs; run += 1) {
      const random = randomFrom(`weeks/${wanted}/${run}`);
      const found = compareWeeks(
        weeks(() => draw(random, "before")),
        weeks(() => draw(random, "after")),
      );
      if (found.direction === wanted) hits += 1;
    }
    return hits / runs;
  };

  test("without effect shows a fall, or a rise, no more often than chance allows", () => {
    expect(shareOf("down", (random) => random.count(7))).toBeLessThan(0.03);
    expect(shareOf("up", (random) => random.count(7))).toBeLessThan(0.03);
  });

  test("nor where the weeks have moods of their own", () => {
    const moody = (random: Random) => random.count(9 * random.skewed(1, 0.45));
    expect(shareOf("down", moody)).toBeLessThan(0.05);
    expect(shareOf("up", moody)).toBeLessThan(0.05);
  });

  test("that halves the number is seen", () => {
    expect(shareOf("down", (random, side) => random.count(side === "before" ? 12 : 6))).toBeGreaterThan(0.95);
  });
});
