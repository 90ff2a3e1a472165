import { isCounted } from "../areas/model";
import { listChildren } from "../areas/queries";
import { channels } from "../cases/model";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { buckets, daysIn } from "../periods/period";
import { senseFigures } from "../senses/queries";
import { getSettings } from "../settings/queries";
import { emptyTally } from "./assemble";
import { caseFigures, groundFigures } from "./figures";
import type { Figure } from "./model";
import type { BoardArea } from "./queries";
import { askGround, askGroundOfGrid, askPromises, noGround, type Span } from "./questions";
import { askGroups, askTallies } from "./tallies";
import { noPromises } from "./tally";

export const breakdowns = ["child", "category", "channel", "day", "month"] as const;
export type Breakdown = (typeof breakdowns)[number];

export type FigureGroup = { key: string; name: string; figures: Figure[] };

/** Every figure of an area over some days, as the board counts them: the whole, and its parts where asked for. */
export async function listFigures(
  ctx: Context,
  area: BoardArea,
  days: { from: string; to: string },
  by: Breakdown | null,
): Promise<FigureGroup[]> {
  const span = { key: "all", ...days, whole: true };
  const n = daysIn(days);
  if (by === "day" && n > mostDays) throw new Refusal("invalid", "cli.parts", { n, most: mostDays });
  const whole = await figuresOfSpans(ctx, area, [span]);
  if (by === null) return whole;
  if (by === "child") return [...whole, ...(await figuresOfChildren(ctx, area, span))];
  if (by === "category" || by === "channel") return [...whole, ...(await figuresOfGroups(ctx, area, span, by))];
  const { cutoffDay } = await getSettings(ctx);
  const parts = buckets(days, by, cutoffDay).map((part) => ({ ...part, whole: true }));
  const groups = [...whole];
  for (let from = 0; from < parts.length; from += mostAtOnce)
    groups.push(...(await figuresOfSpans(ctx, area, parts.slice(from, from + mostAtOnce))));
  return groups;
}

const mostDays = 10_000;
/** PostgreSQL takes no more than 1,664 columns. */
const mostAtOnce = 1000;

async function figuresOfSpans(ctx: Context, area: BoardArea, spans: readonly Span[]): Promise<FigureGroup[]> {
  const settings = await getSettings(ctx);
  const [tallies, ground, promises] = await Promise.all([
    askTallies(ctx, area, spans),
    isCounted(area.level) ? askGround(ctx, area.id, spans) : askGroundOfGrid(ctx, area.id, spans),
    askPromises(ctx, area, spans),
  ]);
  return Promise.all(
    spans.map(async ({ key, to }) => ({
      key,
      name: key === "all" ? area.name : key,
      figures: [
        ...groundFigures(ground.get(key) ?? noGround, promises.get(key) ?? noPromises),
        ...caseFigures(tallies.get(key) ?? emptyTally(), settings.basicCredit),
        ...(await senseFigures(ctx, area, to)),
      ],
    })),
  );
}

async function figuresOfChildren(ctx: Context, area: BoardArea, span: Span): Promise<FigureGroup[]> {
  const groups: FigureGroup[] = [];
  for (const child of await listChildren(ctx, area.id)) {
    const [whole] = await figuresOfSpans(ctx, child, [span]);
    groups.push({ key: child.id, name: child.name, figures: whole?.figures ?? [] });
  }
  return [...groups, ...(await figuresOfOwn(ctx, area, span))];
}

/** What nobody could place further down counts in the area itself, so that the parts add up to the whole. */
async function figuresOfOwn(ctx: Context, area: BoardArea, span: Span): Promise<FigureGroup[]> {
  const { basicCredit } = await getSettings(ctx);
  const own = { id: area.id, pos: area.pos, last: area.pos, level: "grid" } as const;
  const tally = (await askTallies(ctx, own, [span])).get(span.key) ?? emptyTally();
  const isEmpty = Object.values(tally.counts).every((n) => n === 0) && tally.opening === 0;
  return isEmpty
    ? []
    : [{ key: "unplaced", name: "unplaced", figures: caseFigures(tally, basicCredit).filter(isOfCases) }];
}

async function figuresOfGroups(
  ctx: Context,
  area: BoardArea,
  span: Span,
  by: "category" | "channel",
): Promise<FigureGroup[]> {
  const { basicCredit } = await getSettings(ctx);
  const groups = await askGroups(ctx, area, span, by);
  const order: readonly string[] = by === "channel" ? channels : [...groups.keys()].sort();
  return order.flatMap((key) => {
    const tally = groups.get(key);
    return tally ? [{ key, name: key, figures: caseFigures(tally, basicCredit).filter(isPerGroup) }] : [];
  });
}

const isOfCases = ({ key }: Figure) => key !== "visited";

/** A group of cases has neither a balance nor visits of its own, and its median is not asked for. */
const isPerGroup = ({ key }: Figure) =>
  !["opening", "carried", "visited", "contact_hours", "dispatch_hours"].includes(key);
