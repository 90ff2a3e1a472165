import { expect, test } from "vitest";
import { getArea } from "../areas/queries";
import { countCases } from "../cases/queries";
import { parsePeriod } from "../periods/period";
import { aCase, areaId, as, inRollback } from "../testing";
import { leftOutOf } from "./left-out";
import { getBoard } from "./queries";

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 2));

test.each([
  ["甲一社区", "甲一1网格"],
  ["甲街道", "甲一社区"],
])("in the comparison of %s what left the rates of %s stands by reason, and opens to its records", (whole, part) =>
  inRollback(async (world) => {
    const given = { registeredAt: at(3), closeDueAt: at(10) };
    const left = { ...given, state: "closed", closedAt: at(5), voidedAt: at(5) } as const;
    await aCase(world, "甲一1网格", { ...given, state: "closed", closedAt: at(6), closeReason: "solved" });
    await aCase(world, "甲一1网格", { ...left, validity: "duplicate", closeReason: "duplicate" });
    await aCase(world, "甲一1网格", { ...left, validity: "withdrawn", closeReason: "withdrawn" });
    await aCase(world, "甲一1网格", { ...given, state: "signed", extendedAt: at(4), deferralAt: at(5) });
    await aCase(world, "甲二1网格", { ...left, validity: "invalid" });
    const ctx = as(world, "official", "甲街道");
    const period = parsePeriod("2026-11", null);
    if (!period) throw new Error("no period");
    const { children } = await getBoard(ctx, await getArea(ctx, areaId(world, whole)), period, "day");
    const row = [...children.ranked, ...children.tooFew, ...children.nothing].find(({ name }) => name === part);
    if (!row) throw new Error("no row");
    expect(row.eased).toEqual({ extended: 1, deferred: 1, voided: 2 });
    const { n, of, reasons } = leftOutOf(row.onTime);
    expect([n, of]).toEqual([2, 4]);
    const area = await getArea(ctx, row.areaId);
    for (const { why, n: told } of reasons) {
      const found = await countCases(ctx, area, { figure: "closed_on_time", why, from: period.from, to: period.to });
      expect([why, told]).toEqual([why, found.n]);
    }
  }),
);
