import { type AreaLevel, isCounted } from "../../areas/model";
import { Refusal } from "../../errors";
import type { CollectedRound } from "../queries-collect";

/** Refuses paper forms for a round that has not begun, or is closed. */
export function requireTaking(round: CollectedRound): void {
  if (round.closedAt) throw new Refusal("conflict", "round.closedAlready", { name: round.name });
  if (round.state === "planned") throw new Refusal("conflict", "round.notBegun", { day: round.opensOn });
}

/** Refuses paper forms of an area in which a round does not ask. */
export function requireAsked(round: CollectedRound, area: { name: string; level: AreaLevel; pos: number }): void {
  if (!isCounted(area.level) || area.pos < round.areaPos || area.pos > round.areaLast)
    throw new Refusal("conflict", "round.elsewhere", { name: area.name }, "areaId");
}
