import { resolveArea } from "../lib/areas/queries";
import { type Breakdown, breakdowns, type FigureGroup, listFigures } from "../lib/board/breakdown";
import type { Figure } from "../lib/board/model";
import { localDay } from "../lib/calendar/zone";
import type { Context } from "../lib/context";
import { type Call, type Command, isGivenDay, oneOf, Usage } from "./command";
import { withOperator } from "./context";

export const figuresCommand: Command = {
  name: "figures",
  summary: "cli.summary.figures",
  takes: [],
  options: {
    area: { type: "string", about: "cli.option.area" },
    from: { type: "string", about: "cli.option.from", needed: true },
    to: { type: "string", about: "cli.option.to", needed: true },
    by: { type: "string", about: "cli.option.by" },
    "as-of": { type: "string", about: "cli.option.as-of" },
  },
  run: figures,
};

async function figures({ options, say, print }: Call): Promise<number> {
  const by = oneOf(options, "by", breakdowns) ?? null;
  const days = daysOf(options.text("from") ?? "", options.text("to") ?? "");
  const asOf = instantOf(options.text("as-of"));
  return withOperator(options.text("as"), async (operator) => {
    const ctx: Context = asOf ? { ...operator, now: asOf } : operator;
    const area = await resolveArea(ctx, options.text("area") ?? ctx.actor.areaId);
    const groups = await listFigures(ctx, area, days, by);
    if (options.has("json")) print(JSON.stringify(reportOf({ ctx, area, days, by, groups }), null, 2));
    else for (const group of groups) print(tableOf(group, say));
    return 0;
  });
}

function daysOf(from: string, to: string): { from: string; to: string } {
  if (!isGivenDay(from) || !isGivenDay(to) || from > to) throw new Usage("cli.days");
  return { from, to };
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

function instantOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const written = text.length === 10 ? `${text}T23:59:59.999+08:00` : text;
  const at = new Date(written);
  if (!isGivenDay(text.slice(0, 10)) || !instant.test(written) || Number.isNaN(at.getTime()))
    throw new Usage("cli.instant");
  return at;
}

type Report = {
  ctx: Context;
  area: { id: string; name: string; level: string };
  days: { from: string; to: string };
  by: Breakdown | null;
  groups: FigureGroup[];
};

function reportOf({ ctx, area, days, by, groups }: Report) {
  const [whole, ...parts] = groups.map(({ key, name, figures }) => ({ key, name, figures: byKey(figures) }));
  return {
    area: { id: area.id, name: area.name, level: area.level },
    from: days.from,
    to: days.to,
    asOf: ctx.now.toISOString(),
    asOfDay: localDay(ctx.now),
    by,
    figures: whole?.figures ?? {},
    parts,
  };
}

const reasons = ["solved", "explained", "not_ours", "withdrawn", "duplicate"];

function byKey(figures: Figure[]) {
  const keyed: Record<string, unknown> = Object.fromEntries(figures.map(({ key, ...figure }) => [key, figure]));
  return { ...keyed, close_reasons: Object.fromEntries(reasons.map((reason) => [reason, keyed[`reason_${reason}`]])) };
}

function tableOf({ key, name, figures }: FigureGroup, say: Call["say"]): string {
  const lines = figures.map((figure) => {
    const label = say(`figure.${figure.key}.label`);
    const basis = figure.denominator === null ? "" : ` (${figure.numerator ?? ""}/${figure.denominator})`;
    return `  ${figure.key.padEnd(20)} ${printed(figure, say).padStart(12)}${basis}  ${label}`;
  });
  return [key === "unplaced" ? say("case.unplaced") : name, ...lines].join("\n");
}

function printed({ kind, state, value }: Figure, say: Call["say"]): string {
  if (value === null) return say(`figure.state.${state}`);
  if (kind === "rate") return `${(value * 100).toFixed(2)} %`;
  return kind === "count" ? String(value) : value.toFixed(1);
}
