import { isCounted } from "../areas/model";
import { outlinesOf } from "../areas/outlines";
import { type AreaRow, crumbsOf, listChildren } from "../areas/queries";
import { localDay, nextDay } from "../calendar/zone";
import type { Context } from "../context";
import type { Grain, Period } from "../periods/model";
import { buckets, daysIn, previousPeriod, samePeriodLastYear } from "../periods/period";
import { senseFigures } from "../senses/queries";
import { getSettings } from "../settings/queries";
import { listMarks } from "../topics/queries-marks";
import { emptyTally } from "./assemble";
import { askChildren } from "./children";
import { askMix } from "./mix";
import type { BoardView } from "./model";
import { askGround, askGroundOfGrid, askPromises, askRecordsSince, noGround, type Span } from "./questions";
import { askTallies } from "./tallies";
import { noPromises } from "./tally";
import { boardOf } from "./view";

export type BoardArea = Pick<AreaRow, "id" | "name" | "level" | "pos" | "last">;

/** Everything the board shows of an area over a period, from the counts kept with every change. */
export async function getBoard(ctx: Context, area: BoardArea, period: Period, grain: Grain): Promise<BoardView> {
  const settings = await getSettings(ctx);
  const spans = spansOf(period, grain, { cutoffDay: settings.cutoffDay, today: localDay(ctx.now) });
  const children = await listChildren(ctx, area.id);
  const [tallies, ground, promises, senses, crumbs, outlines, mix, comparison, notes, recordsSince] = await Promise.all(
    [
      askTallies(ctx, area, spans.all),
      isCounted(area.level) ? askGround(ctx, area.id, spans.all) : askGroundOfGrid(ctx, area.id, spans.all),
      askPromises(ctx, area, spans.all),
      senseFigures(ctx, area, period.to),
      crumbsOf(ctx, area),
      outlinesOf(
        ctx,
        children.map((child) => child.id),
      ),
      askMix(ctx, area, spans),
      askChildren(ctx, area, children, spans.now),
      listMarks(ctx, area, period),
      askRecordsSince(ctx, area.id),
    ],
  );
  const tallyOf = (key: string) => tallies.get(key) ?? emptyTally();
  const groundOf = (key: string) => ground.get(key) ?? noGround;
  const promisesOf = (key: string) => promises.get(key) ?? noPromises;
  return boardOf({
    ctx,
    area,
    period,
    grain,
    spans,
    tallyOf,
    groundOf,
    promisesOf,
    senses,
    crumbs,
    outlines,
    mix,
    comparison,
    notes,
    recordsSince,
    settings,
  });
}

export type Spans = { now: Span; before: Span; lastYear: Span; parts: Span[]; all: Span[] };

/**
 * The period, its parts, and the two it is compared with. While it is running, like is compared with like: the earlier
 * ones end after as many days as have begun.
 */
export function spansOf(
  period: Period,
  grain: Grain,
  { cutoffDay, today }: { cutoffDay: number | null; today: string },
): Spans {
  const begun = period.from <= today && today < period.to ? daysIn({ from: period.from, to: today }) : null;
  const cut = ({ from, to }: Period) => {
    const end = begun === null ? to : nextDay(from, begun - 1);
    return { from, to: end < to ? end : to, whole: true };
  };
  const now = { key: "now", from: period.from, to: period.to, whole: true };
  const before = { key: "before", ...cut(previousPeriod(period, cutoffDay)) };
  const lastYear = { key: "last-year", ...cut(samePeriodLastYear(period, cutoffDay)) };
  const parts = buckets(period, grain, cutoffDay).map(({ key, from, to }) => ({ key, from, to }));
  return { now, before, lastYear, parts, all: [now, before, lastYear, ...parts] };
}
