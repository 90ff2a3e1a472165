import { type AreaRange, isCounted } from "../areas/model";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { addEdge, addRow, emptyTally } from "./assemble";
import type { BoardArea } from "./queries";
import { askChildRows, askDays, askEdge, childCounters, type Span } from "./questions";
import type { Tally } from "./tally";

export type Comparison = { child: BoardArea; tally: Tally }[];

/** The same counts for every child area over one span, to be compared. */
export async function askChildren(
  ctx: Context,
  area: BoardArea,
  children: readonly BoardArea[],
  span: Span,
): Promise<Comparison> {
  const counted = children.filter((child) => isCounted(child.level));
  const small = children.filter((child) => !isCounted(child.level));
  const [ofCounted, ofSmall] = await Promise.all([
    counted.length > 0 ? askCounted(ctx, area, counted, span) : [],
    small.length > 0 ? askSmall(ctx, area, small, span) : [],
  ]);
  return [...ofCounted, ...ofSmall];
}

async function askCounted(
  ctx: Context,
  area: AreaRange,
  children: readonly BoardArea[],
  span: Span,
): Promise<Comparison> {
  const today = localDay(ctx.now);
  const holdsToday = span.from <= today && today <= span.to;
  const [rows, edge] = await Promise.all([
    askDays(
      ctx,
      children.map((child) => child.id),
      [span],
      today,
    ),
    holdsToday ? askEdge(ctx, area, { by: "none", today }) : [],
  ]);
  return children.map((child) => {
    const tally = emptyTally();
    for (const row of rows) if (row.areaId === child.id) addRow(tally, row);
    return { child, tally: addEdge(tally, edge, child) };
  });
}

async function askSmall(
  ctx: Context,
  area: AreaRange,
  children: readonly BoardArea[],
  span: Span,
): Promise<Comparison> {
  const rows = await askChildRows(ctx, area, span);
  return children.map((child) => {
    const tally = emptyTally();
    for (const row of rows.filter(({ areaPos }) => areaPos >= child.pos && areaPos <= child.last)) {
      for (const key of childCounters) tally.counts[key] += row[key];
    }
    return { child, tally };
  });
}
