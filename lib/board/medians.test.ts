import { expect, test } from "vitest";
import { exactMedian } from "../figures/median";
import { aCase, as, inRollback, type World } from "../testing";
import { askMedians } from "./medians";

const days = { from: "2026-11-20", to: "2026-11-23" };
const spans = [
  { key: "now", ...days },
  { key: "last day", from: "2026-11-23", to: "2026-11-23" },
  { key: "nothing", from: "2026-10-01", to: "2026-10-31" },
];
/** Minutes to first contact, in some order; two of them in one class. */
const lengths = [900, 3, 47, 46.5, 1, 0.2, 12, 75, 2000, 47.2];

async function contactCases(world: World): Promise<void> {
  const registeredAt = new Date("2026-11-20T01:00:00Z");
  for (const [index, minutes] of lengths.entries()) {
    const contactedAt = new Date(registeredAt.getTime() + minutes * 60_000);
    await aCase(world, index % 2 === 0 ? "甲一1网格" : "甲二1网格", { registeredAt, contactedAt });
  }
  await aCase(world, "甲一1网格", { registeredAt });
  await aCase(world, "甲一1网格", { registeredAt, contactedAt: registeredAt, validity: "duplicate" });
}

function find(world: World, name: string) {
  const area = world.areas.find((candidate) => candidate.name === name);
  if (!area) throw new Error(`no area ${name}`);
  return area;
}

test("the median found by classes is that of the rows, to the last digit", () =>
  inRollback(async (world) => {
    await contactCases(world);
    const middle = (exactMedian(lengths) ?? Number.NaN) / 60;
    for (const place of ["试城", "甲街道"]) {
      const found = await askMedians(as(world, "leader", place), find(world, place), spans);
      expect(found.get("now")).toEqual({
        contact: { value: middle, n: lengths.length, exact: true },
        dispatch: { value: null, n: 0, exact: true },
      });
      expect(found.get("last day")?.contact.n).toBe(0);
      expect(found.get("nothing")?.contact).toEqual({ value: null, n: 0, exact: true });
    }
  }));

test("a community takes it from its rows", () =>
  inRollback(async (world) => {
    await contactCases(world);
    const mine = lengths.filter((_, index) => index % 2 === 0);
    const found = await askMedians(as(world, "leader", "甲一社区"), find(world, "甲一社区"), spans);
    expect(found.get("now")?.contact).toEqual({ value: (exactMedian(mine) ?? 0) / 60, n: mine.length, exact: true });
  }));
