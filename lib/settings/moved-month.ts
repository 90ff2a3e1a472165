import { localDay } from "../calendar/zone";
import { periodAt } from "../periods/period";
import type { Settings } from "./model";

type Cut = Pick<Settings, "cutoffDay">;

/** The days of the month that runs now, and those it has after the cut-off day was moved. */
export function movedMonth(now: Date, before: Cut, after: Cut) {
  const month = ({ cutoffDay }: Cut) => periodAt(localDay(now), "month", cutoffDay);
  const [{ from, to }, moved] = [month(before), month(after)];
  return { from, to, newFrom: moved.from, newTo: moved.to };
}
