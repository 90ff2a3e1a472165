import { expect, test } from "vitest";
import { assignments } from "../../db/schema/cases";
import type { Fate } from "../cases/filter";
import { countCases } from "../cases/queries";
import { addAgreement, addTask, finishTask } from "../estates/agreements";
import { listPromises } from "../estates/queries";
import { agreed, anEstate } from "../estates/testing";
import { aCase, as, inRollback, unitOf, type World } from "../testing";
import { compareCompanies } from "./queries";

const span = { from: "2026-11-01", to: "2026-11-30" };
const day = (n: number, hour = 2) => new Date(Date.UTC(2026, 10, n, hour));

/** 31 requests of one company fell due, of which 28 were closed on time; 4 of another, all on time. */
async function live(world: World) {
  const [many, few] = [unitOf(world, "甲一社区").id, unitOf(world, "甲二社区").id];
  const at = { registeredAt: day(2), closeDueAt: day(10), categoryCode: "0601", closeReason: "solved" } as const;
  for (let n = 0; n < 28; n++)
    await aCase(world, "甲一1网格", { ...at, unitId: many, state: "closed", closedAt: day(3 + (n % 7)) });
  await aCase(world, "甲一1网格", {
    ...at,
    unitId: many,
    state: "called_back",
    closedAt: day(12),
    calledBackAt: day(14),
    callbackOutcome: "reached",
    callbackContacted: true,
    callbackSolved: "yes",
    callbackSatisfaction: 3,
  });
  for (let n = 0; n < 2; n++)
    await aCase(world, "甲一1网格", { ...at, closeReason: null, unitId: many, state: "signed" });
  await aCase(world, "甲一1网格", { ...at, closeReason: null, unitId: many, state: "signed", closeDueAt: day(28) });
  await aCase(world, "甲一1网格", { ...at, unitId: many, state: "closed", closedAt: day(4), validity: "duplicate" });
  for (let n = 0; n < 4; n++)
    await aCase(world, "甲二1网格", { ...at, unitId: few, state: "closed", closedAt: day(4) });
  return { many, few };
}

test("companies are ranked from thirty due, the others stand apart, and no person is among them", () =>
  inRollback(async (world) => {
    const { many, few } = await live(world);
    const official = as(world, "official", "甲街道");
    const compared = await compareCompanies(official, official.actor, span);
    expect(compared.ranked.map(({ id, rank, numerator, denominator }) => [id, rank, numerator, denominator])).toEqual([
      [many, 1, 28, 31],
    ]);
    expect(compared.tooFew.map(({ id }) => id)).toEqual([few]);
    expect(compared.ranked[0]?.figures.closed_on_time).toMatchObject({ excluded: { duplicate: 1, not_due: 1 } });
    expect(compared.ranked[0]?.figures.satisfied.value).toBeCloseTo(0.9);
    expect(JSON.stringify(compared)).not.toContain("official");
  }));

test("every number is the count of the list that opens from it", () =>
  inRollback(async (world) => {
    const { many: unit } = await live(world);
    const official = as(world, "official", "甲街道");
    const [company] = (await compareCompanies(official, official.actor, span)).ranked;
    const listed = async (figure: string, part: "of" | "in") =>
      (await countCases(official, official.actor, { unit, figure, part, ...span })).n;
    for (const figure of ["closed_on_time", "solved", "reworked"] as const) {
      expect(await listed(figure, "of"), figure).toBe(company?.figures[figure].numerator);
      expect(await listed(figure, "in"), figure).toBe(company?.figures[figure].denominator);
    }
    expect(await listed("satisfied", "in")).toBe(company?.figures.satisfied.denominator);
    for (const figure of ["received", "reopened"] as const)
      expect(await listed(figure, "in"), figure).toBe(company?.figures[figure].value);
  }));

test("promises kept are counted of those that fell due or are done", () =>
  inRollback(async (world) => {
    const { estateId, property } = await anEstate(world);
    const staff = as(world, "staff", "甲一社区");
    const agreement = agreed(estateId);
    await addAgreement(staff, agreement);
    const task = { estateId, agreementId: agreement.id, title: "公示", unitId: property };
    const kept = await addTask(staff, { ...task, dueOn: "2026-11-20" });
    const late = await addTask(staff, { ...task, dueOn: "2026-11-10" });
    await addTask(staff, { ...task, dueOn: "2026-11-12" });
    await addTask(staff, { ...task, dueOn: "2026-11-29" });
    await finishTask(staff, { taskId: kept, doneOn: "2026-11-19", note: "做了" });
    await finishTask(staff, { taskId: late, doneOn: "2026-11-15", note: "做了" });
    const { nothing } = await compareCompanies(staff, staff.actor, span);
    expect(nothing.map(({ id, promises }) => [id, promises.numerator, promises.denominator])).toEqual([
      [property, 1, 3],
    ]);
    for (const [state, n] of [
      ["kept", 1],
      ["due", 3],
    ] as const)
      expect((await listPromises(staff, staff.actor, { unit: property, state, ...span })).n).toBe(n);
  }));

test("companies elsewhere are not compared", () =>
  inRollback(async (world) => {
    await live(world);
    const elsewhere = as(world, "official", "乙街道");
    const { ranked, tooFew, nothing } = await compareCompanies(elsewhere, elsewhere.actor, span);
    expect([ranked, tooFew, nothing]).toEqual([[], [], []]);
  }));

test("what a company gave back stands beside its rates, what was late by then too, and each opens to its records", () =>
  inRollback(async (world) => {
    const { id: unit } = unitOf(world, "甲一社区");
    const official = as(world, "official", "甲街道");
    const other = unitOf(world, "甲二社区").id;
    for (const [dueOn, end] of [
      [day(10), { endedAt: day(12), endReason: "returned" }],
      [day(11), { endedAt: day(12), endReason: "returned" }],
      [day(20), { endedAt: day(12), endReason: "returned" }],
      [day(10), { endedAt: day(9), endReason: "recalled" }],
      [day(10), {}],
    ] as const) {
      const caseId = await aCase(world, "甲一1网格", { registeredAt: day(2), closeDueAt: dueOn, unitId: other });
      const { pos: areaPos } = world.areas.find(({ name }) => name === "甲一1网格") ?? { pos: 0 };
      await world.owner
        .insert(assignments)
        .values({ caseId, id: caseId, areaPos, unitId: unit, dispatchedAt: day(3), ...end });
    }
    const { nothing, ranked, tooFew } = await compareCompanies(official, official.actor, span);
    const row = [...nothing, ...ranked, ...tooFew].find(({ id }) => id === unit);
    expect(row?.returned).toMatchObject({ rate: { numerator: 3, denominator: 4 }, late: 2 });
    const listed = async (fate: Fate, days = span) =>
      (await countCases(official, official.actor, { given: unit, fate, ...days })).n;
    expect([await listed("given"), await listed("returned"), await listed("returned-late")]).toEqual([4, 3, 2]);
    expect(await listed("given", { from: "2026-11-04", to: "2026-11-30" })).toBe(0);
  }));
