import { expect, test } from "vitest";
import { as, inRollback, type World } from "../testing";
import { closeCase } from "./close";
import { declineCase } from "./decline";
import { mergeCase } from "./merge";
import { closeReasons, leavesByConsent, type Move, moves, validityAfter } from "./model";
import { getCase } from "./queries";
import { askRequest } from "./requests/ask";
import { decideRequest } from "./requests/decide";
import { listOpenRequests } from "./requests/queries";
import { caseIn, numberOf } from "./testing";

const staff = (world: World) => as(world, "staff", "甲一社区");
const official = (world: World) => as(world, "official", "甲街道");
const publicReply = "已答复。";
const late = { closeDueAt: new Date("2026-11-26T15:59:59.999Z") };
/** The cases of these tests are due at the end of the 26th. */
const isLateAt = new Date("2026-11-27T02:00:00Z");

const ends = [
  { validity: "out_of_scope", closeReason: "not_ours" },
  { validity: "withdrawn", closeReason: "withdrawn" },
  { validity: "duplicate", closeReason: "duplicate" },
  { validity: "invalid", closeReason: null },
] as const;

async function several(world: World, state: "registered" | "signed", n: number) {
  const cases = [];
  for (let nth = 0; nth < n; nth += 1) cases.push(await caseIn(world, state));
  return cases;
}

test("of what is late only those moves and reasons need consent that take it out of the rates", () => {
  const standing = { ...late, validity: "valid" as const, deferredAt: null };
  const all = Object.keys(moves) as Move[];
  const needed = (at: Parameters<typeof leavesByConsent>[0]) => [
    ...all.filter((move) => leavesByConsent(at, move, { now: isLateAt })),
    ...closeReasons.filter((reason) => leavesByConsent(at, "close", { now: isLateAt, reason })),
  ];
  expect(needed(standing)).toEqual(["decline", "merge", ...Object.keys(validityAfter)]);
  for (const other of [
    { closeDueAt: isLateAt },
    { closeDueAt: null },
    { validity: "invalid" as const },
    { deferredAt: new Date("2026-11-25T02:00:00Z") },
  ])
    expect(needed({ ...standing, ...other })).toEqual([]);
});

test("nobody declines, merges or closes out of the rates alone what is late; in time everybody does as before", () =>
  inRollback(async (world) => {
    const number = await numberOf(world, (await caseIn(world, "signed")).id);
    const monday = world.now;
    const cases = await several(world, "registered", 5);
    const ways = (at: { id: string; version: number }) => [
      () => declineCase(staff(world), { ...at, reason: "not_ours", publicReply }),
      () => mergeCase(staff(world), { ...at, number, publicReply }),
      () => closeCase(staff(world), { ...at, reason: "withdrawn", publicReply }),
      () => closeCase(official(world), { ...at, reason: "duplicate", publicReply }),
    ];
    for (const [nth, at] of cases.slice(1).entries()) {
      world.now = isLateAt;
      await expect(ways(at)[nth]?.()).rejects.toMatchObject({ code: "conflict", reason: "case.lateByConsent" });
      expect((await getCase(staff(world), at.id)).current).toMatchObject({ state: "registered", version: 1 });
      world.now = monday;
      await ways(at)[nth]?.();
      expect((await getCase(staff(world), at.id)).current.state).toBe("closed");
    }
    world.now = isLateAt;
    const [at = { id: "", version: 1 }] = cases;
    await closeCase(staff(world), { ...at, reason: "explained", publicReply });
    expect((await getCase(staff(world), at.id)).current.validity).toBe("valid");
  }));

test("asked for by one and granted by another it leaves the rates, under its reason", () =>
  inRollback(async (world) => {
    const cases = await several(world, "signed", 4);
    world.now = isLateAt;
    for (const [nth, at] of cases.entries()) {
      const { validity, closeReason } = ends[nth % ends.length] ?? ends[0];
      await askRequest(official(world), { ...at, kind: "void", validity, note: "电话核实" });
      const [request] = await listOpenRequests(official(world), at.id);
      const granting = { ...at, request: request?.id ?? "", outcome: "granted" as const, publicReply };
      await expect(decideRequest(official(world), granting)).rejects.toMatchObject({ reason: "case.own" });
      await decideRequest(as(world, "official", "试区"), granting);
      expect((await getCase(official(world), at.id)).current).toMatchObject({ validity, closeReason, state: "closed" });
    }
  }));
