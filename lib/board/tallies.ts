import { type AreaLevel, type AreaRange, isCounted } from "../areas/model";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { addEdge, addRow, emptyTally } from "./assemble";
import { askMedians } from "./medians";
import {
  askDays,
  askEdge,
  askOpenings,
  askOpeningsOfRows,
  askRows,
  askVisits,
  type RowGroup,
  type Span,
} from "./questions";
import { noMedian, type Tally } from "./tally";

export type TallyArea = AreaRange & { id: string; level: AreaLevel };

/** The counts of each span, as of the clock: from the daily counts of a counted area, from the rows of a grid. */
export async function askTallies(ctx: Context, area: TallyArea, spans: readonly Span[]): Promise<Map<string, Tally>> {
  const today = localDay(ctx.now);
  const counted = isCounted(area.level);
  const wholes = spans.filter((span) => span.whole);
  const [rows, visits, edge, openings, medians] = await Promise.all([
    counted ? askDays(ctx, [area.id], spans, today) : askRows(ctx, area, spans, { by: "none", today }),
    counted ? [] : askVisits(ctx, area, spans),
    askEdge(ctx, area, { by: "none", today }),
    counted ? askOpenings(ctx, area.id, wholes) : askOpeningsOfRows(ctx, area, wholes),
    askMedians(ctx, area, wholes),
  ]);
  const tallies = new Map(spans.map((span) => [span.key, emptyTally()]));
  const tallyOf = (key: string) => tallies.get(key) ?? emptyTally();
  for (const row of rows) addRow(tallyOf(row.key), row);
  for (const { key, counter, n } of visits) tallyOf(key).counts[counter] += n;
  for (const span of spans) if (holds(span, today)) addEdge(tallyOf(span.key), edge, area);
  for (const { key } of wholes) {
    const { contact, dispatch } = medians.get(key) ?? { contact: noMedian, dispatch: noMedian };
    Object.assign(tallyOf(key), { hours: { contact, dispatch }, opening: openings.get(key) ?? 0 });
  }
  return tallies;
}

/** The counts of one span by category or channel, from the rows: for the command line, not for a board. */
export async function askGroups(ctx: Context, area: TallyArea, span: Span, by: RowGroup): Promise<Map<string, Tally>> {
  const today = localDay(ctx.now);
  const [rows, edge] = await Promise.all([
    askRows(ctx, area, [span], { by, today }),
    holds(span, today) ? askEdge(ctx, area, { by, today }) : [],
  ]);
  const groups = new Map<string, Tally>();
  for (const row of rows) groups.set(row.group, addRow(emptyTally(), row));
  for (const [group, tally] of groups)
    addEdge(
      tally,
      edge.filter((row) => row.group === group),
      area,
    );
  return groups;
}

const holds = (span: Span, today: string) => span.from <= today && today <= span.to;
