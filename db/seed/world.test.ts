import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { startOfNumber } from "../../lib/calendar/zone";
import { channels, closeReasons } from "../../lib/cases/model";
import { growTree } from "./areas";
import { type Case, daysTold, tellCases, type World } from "./cases";
import { readCatalogue } from "./catalogue";
import { dayOf } from "./days";
import { matters } from "./matters";
import { told } from "./names";
import { asOf, type Row, tasksAsOf } from "./rows";
import { caseValues } from "./sheet";
import { gatherUnits } from "./units";
import { payVisits } from "./visits";

const now = Date.parse("2026-11-23T15:40:00+08:00");

function worldOf(seed: string, at: number, size: number): World {
  const tree = growTree(seed, dayOf(at));
  return {
    seed,
    today: dayOf(at),
    size,
    tree,
    units: gatherUnits(seed, tree),
    catalogue: new Map(readCatalogue().map((line) => [line.code, line])),
  };
}

const rowsOf = (cases: Case[], at: number) => cases.map((told, index) => asOf(told, at, index + 1));
const hashOf = (rows: Row[]) =>
  createHash("sha256")
    .update(JSON.stringify(rows.map(caseValues)))
    .digest("hex");

let world: World;
let cases: Case[];
let rows: Row[];

beforeAll(() => {
  world = worldOf("133", now, 60_000);
  cases = tellCases(world, now);
  rows = rowsOf(cases, now);
});

describe("the world", () => {
  const small = (seed: string, at: number) => rowsOf(tellCases(worldOf(seed, at, 2_000), at), at);

  test("is the same for the same seed and instant, and another for another seed", () => {
    expect(hashOf(small("133", now))).toBe(hashOf(small("133", now)));
    expect(hashOf(small("134", now))).not.toBe(hashOf(small("133", now)));
  });

  test("told earlier the same day it has the same cases up to then", () => {
    const [before, after] = [small("133", now - 5 * 3_600_000), small("133", now)];
    expect(before.length).toBeLessThan(after.length);
    expect(before.map(({ id }) => id)).toEqual(after.slice(0, before.length).map(({ id }) => id));
  });

  test("is of the size that was wanted and covers the catalogue", () => {
    expect(rows.length).toBeGreaterThan(59_000);
    expect(rows.length).toBeLessThan(61_000);
    const minors = readCatalogue().filter(({ parent_code }) => parent_code !== null);
    expect(matters.map(({ code }) => code).sort()).toEqual(minors.map(({ code }) => code).sort());
    expect(new Set(rows.map(({ categoryCode }) => categoryCode)).size).toBe(minors.length);
    expect(new Set(rows.map(({ channel }) => channel)).size).toBe(channels.length);
    expect(new Set(rows.flatMap(({ closeReason }) => closeReason ?? [])).size).toBe(closeReasons.length);
    expect(world.tree.streets.flatMap((street) => street.communities).flatMap(({ grids }) => grids)).toHaveLength(900);
    expect(world.tree.all.filter(({ level }) => level === "building")).toHaveLength(88);
  });

  test("ends now: nothing lies ahead, and today has begun", () => {
    const first = startOfNumber(world.today - daysTold);
    const timesOf = (row: Row) => [
      row.registeredAt,
      row.contactedAt,
      row.dispatchedAt,
      row.signedAt,
      row.resolvedAt,
      row.checkedAt,
      row.closedAt,
      row.voidedAt,
      row.extendedAt,
      row.deferredAt,
      row.calledBackAt,
    ];
    expect(rows.filter((row) => timesOf(row).some((at) => at !== null && (at > now || at < first)))).toEqual([]);
    expect(rows.at(-1)?.registeredAt).toBeGreaterThan(startOfNumber(world.today));
    expect(payVisits(world).filter(({ visitedOn }) => visitedOn > "2026-11-23")).toEqual([]);
  });
});

describe("every case", () => {
  const steps: Record<string, (row: Row) => boolean> = {
    "goes through its steps in order": (row) => {
      const times = [
        row.registeredAt,
        row.dispatchedAt,
        row.signedAt,
        row.resolvedAt,
        row.closedAt,
        row.calledBackAt,
      ].filter((at) => at !== null);
      return times.every((at, index) => at >= (times[index - 1] ?? 0));
    },
    "is contacted between being registered and closed": ({ contactedAt, registeredAt, closedAt }) =>
      contactedAt === null || (contactedAt >= registeredAt && contactedAt <= (closedAt ?? contactedAt)),
    "is in the state that its steps say": ({ state, calledBackAt, closedAt }) =>
      (state === "called_back") === (calledBackAt !== null) &&
      (state === "closed" || state === "called_back") === (closedAt !== null),
    "has an answer if, and only if, somebody was reached": (row) =>
      (row.callbackOutcome === "reached") ===
        (row.callbackContacted !== null && row.callbackSolved !== null && row.callbackSatisfaction !== null) &&
      (row.calledBackAt === null) === (row.callbackOutcome === null) &&
      [null, 1, 2, 3, 4, 5].includes(row.callbackSatisfaction),
    "has half a point never": ({ lon, lat }) => (lon === null) === (lat === null),
    "has a reason only when closed, and is void only when it is not valid": (row) =>
      (row.closeReason === null || row.closedAt !== null) && (row.validity === "valid") === (row.voidedAt === null),
    "has a title that fits": ({ title }) => title.length > 3 && title.length <= 120,
    "has a unit once it is dispatched": ({ unit, dispatchedAt }) => (unit === null) === (dispatchedAt === null),
    "says nothing that looks like a telephone number or an identity card": ({ title, body, place }) =>
      !/\d{7,}/.test(`${title}${body}${place}`),
  };

  test.each(Object.entries(steps))("%s", (_, holds) => {
    expect(rows.filter((row) => !holds(row)).slice(0, 3)).toEqual([]);
  });

  test("is one of a kind", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test("has tasks that fit it", () => {
    const tasks = cases.map((told) => tasksAsOf(told, now));
    expect(tasks.filter((own, index) => own.length > 0 !== (rows[index]?.dispatchedAt !== null))).toEqual([]);
    expect(tasks.flat().filter((task) => (task.endedAt === null) !== (task.endReason === null))).toEqual([]);
  });
});

describe("the story", () => {
  const onTime = (name: string, from: number, to: number) => {
    const due = rows.filter((row, index) => {
      const at = Math.min(row.closedAt ?? Number.POSITIVE_INFINITY, row.closeDueAt ?? Number.POSITIVE_INFINITY);
      const day = dayOf(at);
      return (
        cases[index]?.community.area.name === name &&
        row.validity === "valid" &&
        row.deferredAt === null &&
        row.closeDueAt !== null &&
        at <= now &&
        day >= world.today - from &&
        day < world.today - to
      );
    });
    return {
      n: due.length,
      share:
        due.filter((row) => row.closedAt !== null && row.closeDueAt !== null && row.closedAt <= row.closeDueAt).length /
        due.length,
    };
  };

  test("of the towers: good, then bad, then better than before", () => {
    expect(onTime(told.tower, 380, 230).share).toBeGreaterThan(0.86);
    expect(onTime(told.tower, 160, 100).share).toBeLessThan(0.7);
    expect(onTime(told.tower, 55, 0).share).toBeGreaterThan(0.9);
  });

  test("of the model community, the small one and the new one", () => {
    expect(onTime(told.model, 380, 0).share).toBeGreaterThan(0.95);
    expect(onTime(told.few, 30, 0).n).toBeLessThan(30);
    expect(onTime(told.nothingDue, 380, 0).n).toBe(0);
    expect(rows.some((_, index) => cases[index]?.community.area.name === told.nothingDue)).toBe(true);
  });
});

test("a list of areas finds the districts of the demo by what it calls them", () => {
  const listed = world.tree.streets.map(({ district }) => district.codes.map(({ code, name }) => `${code} ${name}`));
  expect(listed).toEqual([["520115 观山湖区"], ["320576 苏州工业园区"], ["360111 青山湖区"]]);
});
