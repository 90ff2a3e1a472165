import type { Grain } from "../../lib/periods/model";
import type { Against } from "./change-mark";

/** The state of the board, which is its address. `period` as it is written there: 2026-11, 2026Q4, 2026, or two days. */
export type BoardAddress = {
  area: string;
  period: string;
  grain: Grain | null;
  against: Against;
  wall: boolean;
  /** Whether what left the rates is told by reason. */
  left: boolean;
};

/** The address of the board with something changed; what is usual is left out. */
export function boardHref(address: BoardAddress, change: Partial<BoardAddress> = {}): `/?${string}` {
  const { area, period, grain, against, wall, left } = { ...address, ...change };
  const query = new URLSearchParams({ area, period });
  if (grain) query.set("grain", grain);
  if (against === "lastYear") query.set("compare", "year");
  if (wall) query.set("wall", "1");
  if (left) query.set("left", "1");
  return `/?${query}`;
}
