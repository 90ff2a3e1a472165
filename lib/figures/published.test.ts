import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wilson } from "./interval";
import { rateOf } from "./rate";
import { indexOfAnswer } from "./scale";

type Counts = Record<string, number>;
type Check = { name: string; computed: number; published: number };
type Report = {
  id: string;
  counts?: Counts;
  published?: Counts;
  formula?: Record<string, string>;
  subsets?: ({ name: string } & Record<string, string | number>)[];
  identity?: string;
  shares_of_total?: Record<string, [number, number]>;
  n?: number;
  percent?: number[];
  percent_2001?: number[];
  index_0_100_linear?: Counts;
  top3_share?: Counts;
  top3_wilson95_2002?: [number, number];
};

const file = join(process.cwd(), "../shared/data/oracles/published_reports.json");
const missing = !existsSync(file);
const reports: Report[] = missing
  ? [{ id: "SKIPPED: ../shared/data/oracles/published_reports.json is not there" }]
  : JSON.parse(readFileSync(file, "utf8"));

test.skipIf(missing).each(reports)("every number published in $id comes out to the last printed digit", (report) => {
  const checks = [...ratesOf(report), ...subsetsOf(report), ...sharesOf(report), ...surveyOf(report)];
  expect(checks.length).toBeGreaterThan(0);
  for (const { name, computed, published } of checks)
    expect(`${name} ${asPrinted(computed, published)}`).toBe(`${name} ${published}`);
});

test.skipIf(missing).each(reports.filter(({ identity }) => identity))(
  "the balance of $id adds up",
  ({ counts = {}, identity = "" }) => {
    const [total = "", parts = ""] = identity.split("=").map((side) => side.trim());
    const sum = parts.split("+").reduce((all, part) => all + countOf(counts, part.trim()), 0);
    expect(sum).toBe(countOf(counts, total));
  },
);

function ratesOf({ counts = {}, published = {}, formula = {} }: Report): Check[] {
  return Object.entries(published).map(([name, value]) => ({
    name,
    computed: byFormula(counts, formula[name] ?? ""),
    published: value,
  }));
}

function subsetsOf({ subsets = [], formula = {} }: Report): Check[] {
  return subsets.flatMap((subset) => {
    const numbers = Object.entries(subset).flatMap(([key, value]): [string, number][] =>
      typeof value === "number" ? [[key, value]] : [],
    );
    const counts = Object.fromEntries(numbers);
    return numbers
      .filter(([key]) => key.startsWith("published_"))
      .map(([key, published]) => {
        const rate = key.slice("published_".length);
        return { name: `${subset.name} ${rate}`, computed: byFormula(counts, formula[rate] ?? ""), published };
      });
  });
}

function sharesOf({ counts = {}, shares_of_total = {} }: Report): Check[] {
  return Object.entries(shares_of_total).map(([name, [count, published]]) => ({
    name,
    computed: 100 * (rateOf(count, countOf(counts, "accepted_total")).value ?? Number.NaN),
    published,
  }));
}

function surveyOf({
  n = 0,
  percent = [],
  percent_2001 = [],
  index_0_100_linear = {},
  top3_share = {},
  top3_wilson95_2002 = [0, 0],
}: Report): Check[] {
  if (percent.length === 0) return [];
  const byYear = Object.entries({ 2002: percent, 2001: percent_2001 });
  const index = (shares: number[]) =>
    shares.reduce((sum, share, i) => sum + (share / 100) * indexOfAnswer(i + 1, shares.length, 1), 0);
  const top = (shares: number[]) => shares.slice(0, 3).reduce((sum, share) => sum + share, 0);
  const interval = wilson(Math.round((top(percent) / 100) * n), n);
  return [
    ...byYear.map(([year, shares]) => ({
      name: `index ${year}`,
      computed: index(shares),
      published: index_0_100_linear[year] ?? Number.NaN,
    })),
    ...byYear.map(([year, shares]) => ({
      name: `top ${year}`,
      computed: top(shares),
      published: top3_share[year] ?? Number.NaN,
    })),
    ...interval.map((computed, i) => ({
      name: `interval ${i}`,
      computed,
      published: top3_wilson95_2002[i] ?? Number.NaN,
    })),
  ];
}

function byFormula(counts: Counts, formula: string): number {
  const [numerator = "", denominator = ""] = formula.split("/").map((name) => name.trim());
  return 100 * (rateOf(countOf(counts, numerator), countOf(counts, denominator)).value ?? Number.NaN);
}

function countOf(counts: Counts, name: string): number {
  const found =
    Object.entries(counts).find(([key]) => key === name) ??
    Object.entries(counts).find(([key]) => key.startsWith(`${name}_`));
  if (!found) throw new Error(`${name} is not among the counts`);
  return found[1];
}

function asPrinted(value: number, published: number): number {
  const digits = String(published).split(".")[1]?.length ?? 0;
  return Number(value.toFixed(digits));
}
