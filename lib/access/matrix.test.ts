import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeOwner } from "../../cli/context";
import { closeConnections } from "../../db/index";
import { getOpenArea } from "../areas/queries";
import { caseFilter } from "../cases/filter";
import { countCases, listCases } from "../cases/queries";
import { readAs } from "../next/context";
import { permissions, roles } from "./model";
import type { Attempt, Target } from "./testing/attempt";
import { accountAttempts, heldAt } from "./testing/attempts-on-accounts";
import { areaAttempts } from "./testing/attempts-on-areas";
import { caseAttempts } from "./testing/attempts-on-cases";
import { estateAttempts } from "./testing/attempts-on-estates";
import { findingAttempts } from "./testing/attempts-on-findings";
import { importAttempts } from "./testing/attempts-on-imports";
import { instrumentAttempts } from "./testing/attempts-on-instruments";
import { projectAttempts } from "./testing/attempts-on-projects";
import { senseAttempts } from "./testing/attempts-on-senses";
import { pathAttempts } from "./testing/attempts-on-the-path";
import { topicAttempts } from "./testing/attempts-on-topics";
import { unitAttempts } from "./testing/attempts-on-units";
import { whistleAttempts } from "./testing/attempts-on-whistles";
import { workAttempts } from "./testing/attempts-on-work";
import { expectedOf } from "./testing/expected";
import {
  placeCase,
  placeImprovement,
  placeInstrument,
  placePile,
  placeResults,
  placeRound,
  placeTopic,
} from "./testing/furniture";
import { placeEstate, placeUnit } from "./testing/furniture-of-units";
import { may } from "./testing/may";
import { keysBy } from "./testing/oracle";
import { everybodys, type Laid, laidAs, pages } from "./testing/pages";
import { tableRules } from "./testing/rows";
import { cookieOf, lookAt, ways } from "./testing/ways";
import { type City, openCity, type Person, personOf } from "./testing/world";

const browser = vi.hoisted(() => ({ cookie: "", origin: "http://here.test" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (name === "grid133.session" ? { value: browser.cookie } : undefined),
    set: () => {},
  }),
  headers: async () =>
    new Headers({ host: "here.test", origin: browser.origin, "x-path": "/", "x-forwarded-for": "127.0.0.1" }),
}));
vi.mock("next/cache", () => ({ refresh: () => {} }));

const attempts = [
  ...caseAttempts,
  ...pathAttempts,
  ...areaAttempts,
  ...accountAttempts,
  ...importAttempts,
  ...senseAttempts,
  ...instrumentAttempts,
  ...workAttempts,
  ...unitAttempts,
  ...estateAttempts,
  ...findingAttempts,
  ...projectAttempts,
  ...topicAttempts,
  ...whistleAttempts,
];

let city: City;
beforeAll(async () => {
  city = await openCity("matrix");
}, 60_000);
afterAll(async () => {
  await closeConnections();
  await closeOwner();
  await city.close();
});

/** How the place of the target lies to 甲街道, where everybody acts from; `assigned` to the unit of its handler or not. */
const relations: [relation: string, area: string, assigned: boolean][] = [
  ["own", "甲街道", false],
  ["below", "甲一社区", false],
  ["below, assigned", "甲一1网格", true],
  ["above", "试区", false],
  ["above, assigned", "试城", true],
  ["sibling", "乙街道", false],
  ["sibling, assigned", "乙一社区", true],
  ["elsewhere", "丙一社区", false],
];
const targets = (): Target[] => relations.map(([, area, assigned]) => ({ area: city.areas.get(area) ?? "", assigned }));

/** A command opens connections of its own, which takes a while. */
const byCommand = new Set(["own", "below, assigned", "sibling"]);

/** Permissions nothing asks for yet. */
const asleep = ["case.export"];

async function signIn(person: Person): Promise<void> {
  browser.cookie = await cookieOf(person);
}

async function compare(attempt: Attempt, way: keyof typeof ways): Promise<void> {
  const wrong: string[] = [];
  for (const role of roles) {
    const person = personOf(city, role);
    await signIn(person);
    const expected = await expectedOf(city, person, attempt, targets());
    for (const [i, target] of targets().entries()) {
      if (way === "command line" && !byCommand.has(relations[i]?.[0] ?? "")) continue;
      const fields = await attempt.fields({ city, person, target });
      const found = await ways[way]?.(person, attempt, fields);
      if (found !== expected[i]) wrong.push(`${role}, ${relations[i]?.[0]}: ${found} instead of ${expected[i]}`);
    }
  }
  expect(wrong, `${attempt.name} by ${way}`).toEqual([]);
}

test("the permission table is the one that was written down", () => {
  const held = Object.entries(permissions).map(([permission, allowed]) => [permission, [...allowed].sort()]);
  expect(held).toEqual([...may].map(([permission, allowed]) => [permission, [...allowed].sort()]));
});

test("every permission is tried, or nothing asks for it", () => {
  const tried = new Set<string>([...attempts, ...Object.values(pages)].map(({ permission }) => permission));
  expect(
    Object.keys(permissions)
      .filter((permission) => !tried.has(permission))
      .sort(),
  ).toEqual([...asleep].sort());
});

test("every page is looked at", () => {
  const found = readdirSync("app/(console)", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith("page.tsx") && file !== "empty/page.tsx");
  expect(Object.keys({ ...pages, ...everybodys }).sort()).toEqual(found.sort());
});

const tries = attempts.flatMap((attempt) => Object.keys(ways).map((way) => ({ attempt, way, ...attempt })));

test.each(tries)("$name, $permission, by $way", ({ attempt, way }) => compare(attempt, way));

const looked = Object.entries(pages).map(([file, page]) => ({ file, page, ...page }));

/** Thousands of rows were made within a minute: the server plans by what it knew of a few until it has looked again. */
let analyzed: Promise<unknown> | undefined;

test.each(looked)("the page $file, $permission", async ({ page }) => {
  analyzed ??= city.owner.unsafe("analyze");
  await analyzed;
  const wrong: string[] = [];
  const laid = await Promise.all(targets().map(layAt));
  for (const role of roles) {
    const person = personOf(city, role);
    await signIn(person);
    const expected = await expectedOf(city, person, page, targets());
    for (const [i, target] of targets().entries()) {
      const found = await lookAt(() => page.look({ ...target, ...(laid[i] ?? laidAs("")) }));
      const wanted = expected[i] === "passed" ? "shown" : "hidden";
      if (found !== wanted) wrong.push(`${role}, ${relations[i]?.[0]}: ${found} instead of ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
});

async function layAt(target: Target): Promise<Laid> {
  const { area, assigned } = target;
  const state = { state: "dispatched", unit: assigned ? city.unit : city.otherUnit } as const;
  const { id: accountId } = await heldAt({ city, target });
  return {
    accountId,
    caseId: await placeCase(city.owner, area, state),
    roundId: await placeRound(city.owner, area),
    instrumentId: await placeInstrument(city.owner, area),
    resultsId: await placeResults(city.owner, area),
    improvementId: await placeImprovement(city.owner, area),
    pileId: await placePile(city.owner, area),
    unitId: await placeUnit(city.owner, area),
    estateId: (await placeEstate(city.owner, area, state.unit)).estate,
    topicId: (await placeTopic(city.owner, area, city.unit)).id,
  };
}

test("the page of the own account is as closed as that of another", async () => {
  const page = pages["accounts/[id]/page.tsx"];
  const shown: string[] = [];
  for (const role of roles) {
    const person = personOf(city, role);
    await signIn(person);
    const target = { area: "", assigned: false, ...laidAs(""), accountId: person.accountId };
    if ((await lookAt(async () => page?.look(target))) === "shown") shown.push(role);
  }
  expect(shown.sort()).toEqual([...(may.get("account.read") ?? [])].sort());
});

test("a list and its count hold what the owner finds in the area, for everybody", async () => {
  const see = tableRules.cases?.see ?? "false";
  for (const person of city.people) {
    await signIn(person);
    const expected = await keysBy(city, person, "cases", [["id"], see]);
    const [rows, { n }] = await readAs(async (ctx) => {
      const area = await getOpenArea(ctx, person.top);
      const filter = caseFilter.parse({});
      return [(await listCases(ctx, area, filter, 10_000)).rows, await countCases(ctx, area, filter)] as const;
    });
    expect(rows.map(({ id }) => id).sort(), `${person.role} at ${person.top}`).toEqual(expected);
    expect(n).toBe(expected.length);
  }
});

test("who is nobody, or was somebody, is let in nowhere", async () => {
  for (const cookie of [
    "",
    "x",
    personOf(city, "official").sessionId,
    await cookieOf({ ...personOf(city, "official"), sessionId: "00000000-0000-4000-8000-000000000000" }),
  ]) {
    browser.cookie = cookie;
    for (const [file, page] of Object.entries(pages)) {
      const [target] = targets();
      const found = await lookAt(() =>
        page.look({ area: target?.area ?? "", assigned: false, ...laidAs(target?.area ?? "") }),
      );
      expect(found, file).toBe("hidden");
    }
    for (const [file, page] of Object.entries(everybodys)) expect(await lookAt(page), file).toBe("hidden");
  }
});

test("what was not sent from a page of ours does nothing, whoever sends it", async () => {
  const [attempt] = caseAttempts;
  const [target] = targets();
  if (!attempt || !target) throw new Error("nothing to try");
  const person = personOf(city, "official");
  await signIn(person);
  const before = await city.owner`select count(*)::int as n from cases`;
  for (const origin of [
    "http://elsewhere.test",
    "null",
    "http://here.test.elsewhere.test",
    "http://here.test:8080",
    "",
  ]) {
    browser.origin = origin;
    for (const way of ["action", "handler"] as const) {
      const fields = await attempt.fields({ city, person, target });
      expect(await ways[way]?.(person, attempt, fields), `${way} from ${origin}`).toBe("forbidden");
    }
  }
  browser.origin = "http://here.test";
  expect(await city.owner`select count(*)::int as n from cases`).toEqual(before);
});

test.each(["zh-CN", "zh-Hant", "en"])(
  "an auditor reads in %s whatever was done: action, subject and detail",
  async (language) => {
    const { audit, setting, case: ofCase } = JSON.parse(readFileSync(`messages/${language}.json`, "utf8"));
    const left = await city.owner`
    select distinct action, subject, key from events left join lateral jsonb_object_keys(detail) key on subject <> 'case'
    where action <> 'test.noted'`;
    const unknown = left.filter(({ action, subject, key }) => {
      const called =
        subject === "case" ? ofCase.event[action.replace("case.", "")] : audit.actions[action.replace(".", "_")];
      return !(called && audit.subjects[subject] && (key === null || audit.details[key] || setting[key]));
    });
    expect(unknown).toEqual([]);
    expect(left.length).toBeGreaterThan(100);
  },
);
