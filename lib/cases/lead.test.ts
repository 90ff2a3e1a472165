import { expect, test } from "vitest";
import { as, inRollback, unitOf } from "../testing";
import { leadAfter, type Move, moves } from "./model";
import { findCase } from "./queries";
import { caseIn } from "./testing";

test("the lead changes where somebody accepts it, and with no other move", () => {
  const all = Object.keys(moves) as Move[];
  const led = (from: { leadUnitId: string | null; unitId: string | null }) =>
    all.flatMap((move) => (leadAfter(move, from) === from.leadUnitId ? [] : [[move, leadAfter(move, from)]]));
  expect(led({ leadUnitId: null, unitId: "unit" })).toEqual([["sign", "unit"]]);
  expect(led({ leadUnitId: "unit", unitId: "unit" })).toEqual([
    ["return", null],
    ["transfer", null],
  ]);
});

test("until a unit signs the office that received it leads, and everybody who sees the case reads so", () =>
  inRollback(async (world) => {
    const leadFor = async (id: string, role: Parameters<typeof as>[1], area: string) =>
      (await findCase(as(world, role, area), id))?.leadName;
    const office = unitOf(world, "甲街道").name;
    for (const state of ["registered", "accepted", "dispatched"] as const) {
      const { id } = await caseIn(world, state);
      for (const [role, area] of [
        ["officer", "甲一1网格"],
        ["staff", "甲一社区"],
        ["official", "甲街道"],
        ["leader", "试城"],
      ] as const)
        expect(await leadFor(id, role, area), `${state} ${role}`).toBe(office);
    }
    const { id } = await caseIn(world, "signed");
    expect(await leadFor(id, "officer", "甲一1网格")).toBe(unitOf(world, "甲一社区").name);
  }));
