import { eq } from "drizzle-orm";
import { assignments, cases } from "../../db/schema/cases";
import { aCase, as, unitOf, type World } from "../testing";
import type { CaseState } from "./model";
import { askRequest } from "./requests/ask";
import { decideRequest } from "./requests/decide";
import { listOpenRequests } from "./requests/queries";

const closed = { closedAt: new Date("2026-11-23T01:30:00Z") };

/** A case of 甲一1网格 that came as far as a state, with the unit of 甲一社区. */
export async function caseIn(world: World, state: CaseState): Promise<{ id: string; version: number }> {
  const unit = unitOf(world, "甲一社区");
  const isServed = state !== "registered" && state !== "accepted";
  const isSigned = isServed && state !== "dispatched";
  const isClosed = state === "closed" || state === "called_back";
  const dispatchedAt = new Date("2026-11-23T01:20:00Z");
  const id = await aCase(world, "甲一1网格", {
    state,
    closeDueAt: new Date("2026-11-26T15:59:59.999Z"),
    ...(isServed ? { unitId: unit.id, leadUnitId: isSigned ? unit.id : null, dispatchedAt } : {}),
    ...(isClosed ? { ...closed, closeReason: "solved" } : {}),
  });
  if (isServed) {
    const grid = world.areas.find(({ name }) => name === "甲一1网格");
    await world.owner
      .insert(assignments)
      .values({ caseId: id, id, areaPos: grid?.pos ?? 0, unitId: unit.id, dispatchedAt });
  }
  return { id, version: 1 };
}

/** Taken out of the rates: asked for by the community, granted by the street. */
export async function takeOut(world: World, at: { id: string; version: number }): Promise<void> {
  await askRequest(as(world, "staff", "甲一社区"), { ...at, kind: "void", validity: "invalid", note: "误报" });
  const official = as(world, "official", "甲街道");
  for (const { id: request } of await listOpenRequests(official, at.id))
    await decideRequest(official, { ...at, request, outcome: "granted", publicReply: "经核实没有这件事。" });
}

export async function numberOf(world: World, id: string): Promise<number> {
  const [row] = await world.owner.select({ number: cases.number }).from(cases).where(eq(cases.id, id));
  return row?.number ?? 0;
}
