import { expect, test } from "vitest";
import { getArea } from "../areas/queries";
import { parsePeriod } from "../periods/period";
import { aCase, areaId, as, inRollback, type World } from "../testing";
import { changeOf } from "./change";
import type { Figure } from "./model";
import { getBoard } from "./queries";

test.each(["甲一社区", "甲街道"])(
  "in %s categories and channels stand beside both periods that are compared with",
  (name) =>
    inRollback(async (world) => {
      const inMonth = (month: string) => ({ registeredAt: new Date(`${month}-03T09:00+08:00`) });
      const lamps = { categoryCode: "0202", channel: "visit" } as const;
      for (const month of ["2025-11", "2025-11", "2025-11", "2026-10", "2026-10", "2026-11"])
        await aCase(world, "甲一1网格", { ...lamps, ...inMonth(month) });
      await aCase(world, "甲一1网格", { categoryCode: "0101", channel: "hotline", ...inMonth("2025-11") });
      await aCase(world, "甲街道", inMonth("2025-10"));
      const board = await boardOfNovember(world, name);
      expect(board.categories).toMatchObject([
        { key: "0202", n: 1, before: 2, lastYear: 3 },
        { key: "0101", n: 0, before: 0, lastYear: 1 },
      ]);
      expect(board.channels).toMatchObject([
        { key: "visit", n: 1, before: 2, lastYear: 3 },
        { key: "hotline", n: 0, before: 0, lastYear: 1 },
      ]);
    }),
);

test.each(["甲一社区", "甲街道"])(
  "amounts of %s are compared with no period that begins before its street has records; shares are",
  (name) =>
    inRollback(async (world) => {
      for (const month of ["2025-11", "2026-10", "2026-11"])
        await aCase(world, "甲一1网格", {
          ...{ categoryCode: "0202", channel: "visit", contactedAt: new Date(`${month}-03T10:00+08:00`) },
          registeredAt: new Date(`${month}-03T09:00+08:00`),
        });
      const board = await boardOfNovember(world, name);
      expect(board.recordsSince).toBe("2025-11-03");
      expect(board.comparable).toEqual({ before: true, lastYear: false });
      expect(board.categories).toMatchObject([{ n: 1, before: 1, lastYear: null }]);
      expect(board.channels).toMatchObject([{ n: 1, before: 1, lastYear: null }]);
      const figure = (asked: string) => board.listen.find(({ key }) => key === asked);
      expect(figure("received")).toMatchObject({ before: { direction: "unclear" }, lastYear: { direction: "none" } });
      expect(figure("found_first")).toMatchObject({ lastYear: { direction: "unclear" } });
      await aCase(world, "甲二2网格", { registeredAt: new Date("2025-10-03T09:00+08:00") });
      expect((await boardOfNovember(world, name)).comparable).toEqual({ before: true, lastYear: true });
    }),
);

async function boardOfNovember(world: World, name: string) {
  const ctx = as(world, "official", "试城");
  const period = parsePeriod("2026-11", null);
  if (!period) throw new Error("no period");
  return getBoard(ctx, await getArea(ctx, areaId(world, name)), period, "day");
}

const covered = (value: number): Figure => ({
  ...{ key: "area_covered", kind: "rate", state: "ok", excluded: {}, interval: null },
  ...{ value, numerator: value, denominator: 1 },
});

test("a rate that moved by less than is told has not moved", () => {
  expect(changeOf(covered(0.99904), covered(0.99861)).direction).toBe("unclear");
  expect(changeOf(covered(0.999), covered(0.9981)).direction).toBe("up");
  const sure = (successes: number): Figure => ({
    ...{ key: "closed", kind: "rate", state: "ok", excluded: {}, interval: [0, 1] },
    ...{ value: successes / 1e9, numerator: successes, denominator: 1e9 },
  });
  expect(changeOf(sure(900_300_000), sure(900_000_000)).direction).toBe("unclear");
  expect(changeOf(sure(900_600_000), sure(900_000_000)).direction).toBe("up");
});
