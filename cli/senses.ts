import { authorize } from "../lib/access/guard";
import { type AreaRow, resolveArea } from "../lib/areas/queries";
import type { Change } from "../lib/board/model";
import { localDay } from "../lib/calendar/zone";
import type { Context } from "../lib/context";
import { Refusal } from "../lib/errors";
import { type Sense, senses } from "../lib/senses/model";
import { listPublishedRounds, type RoundRow } from "../lib/senses/queries";
import { listWaitingRounds } from "../lib/senses/queries-collect";
import type { Result } from "../lib/senses/results";
import { getRoundView, type RoundView } from "../lib/senses/view";
import { type Call, type Command, oneOf } from "./command";
import { withOperator } from "./context";

/** What a round found in an area: its senses, every question, and the areas below. */
export const sensesCommand: Command = {
  name: "senses",
  summary: "cli.summary.senses",
  takes: [],
  options: {
    area: { type: "string", about: "cli.option.area" },
    round: { type: "string", about: "cli.option.round" },
    sense: { type: "string", about: "cli.option.sense" },
    against: { type: "string", about: "cli.option.against" },
  },
  run: tell,
};

async function tell({ options, say, print }: Call): Promise<number> {
  return withOperator(options.text("as"), async (ctx) => {
    authorize(ctx.actor, "sense.read");
    const area = await resolveArea(ctx, options.text("area") ?? ctx.actor.areaId);
    const round = await roundOf(ctx, area, options.text("round"));
    const sense = oneOf(options, "sense", senses) ?? senses.find((key) => round.made[key]) ?? senses[0];
    const view = await viewAgainst(ctx, { area, round, sense, wanted: options.text("against") });
    if (options.has("json")) print(JSON.stringify(reportOf(view, sense), null, 2));
    else print(textOf(view, say));
    return 0;
  });
}

type Asked = { area: AreaRow; round: RoundRow; sense: Sense; wanted: string | undefined };

/** The round beside an earlier one of a name or an id; beside the one before where none is named. */
async function viewAgainst(ctx: Context, { area, round, sense, wanted }: Asked): Promise<RoundView> {
  const view = await getRoundView(ctx, area, round, { sense });
  const earlier = [...view.rounds.slice(1, 2), ...view.comparable];
  const found = earlier.find(({ id, name }) => id === wanted || name === wanted);
  if (found) return getRoundView(ctx, area, round, { sense, with: found.id });
  if (wanted === undefined) return view;
  const names = earlier.map(({ name }) => name).join(", ") || "–";
  throw new Refusal("not-found", "sense.roundNotAlike", { round: wanted, names });
}

/** The round of a name or an id, or the last one. */
async function roundOf(ctx: Context, area: AreaRow, wanted: string | undefined): Promise<RoundRow> {
  const known = await listPublishedRounds(ctx, area, localDay(ctx.now), 1000);
  const found = wanted === undefined ? known[0] : known.find(({ id, name }) => id === wanted || name === wanted);
  if (found) return found;
  const waiting = await listWaitingRounds(ctx);
  const unpublished = waiting.find(({ id, name }) => wanted === undefined || id === wanted || name === wanted);
  if (unpublished) throw new Refusal("conflict", "sense.roundWaits", { round: unpublished.name });
  const names = known.map(({ name }) => name).join(", ") || "–";
  throw new Refusal("not-found", "sense.roundUnknown", { round: wanted ?? "–", names });
}

/** Of the same view as the page, so that it can say no more and no less. */
export function reportOf(view: RoundView, sense: string) {
  const {
    area,
    round,
    answers,
    threshold,
    senses: figures,
    overall,
    overallChange,
    response,
    children,
    communities,
  } = view;
  const below = communities.shown.length + communities.tooFew.length > 0 ? communities : children;
  return {
    area: { id: area.id, name: area.name, level: area.level },
    round: { id: round.id, name: round.name, mode: round.mode, opensOn: round.opensOn, closesOn: round.closesOn },
    answers: answers === 0 ? null : answers,
    threshold,
    against: view.against,
    comparable: view.comparable,
    response,
    overall,
    overallChange,
    senses: figures.map(({ href: _, ...figure }) => figure),
    items: view.items.map(({ labels: _, ...item }) => item),
    choices: view.choices,
    groups: view.groups,
    sense,
    areas: [...below.shown, ...below.tooFew].map(({ areaId, name, level, rank, result, change }) => ({
      areaId,
      name,
      level,
      rank,
      result,
      change,
    })),
  };
}

function textOf(
  { area, round, items, choices, groups, threshold, against, senses: figures }: RoundView,
  say: Call["say"],
): string {
  const number = (value: number | null | undefined) => (value === null || value === undefined ? "–" : value.toFixed(2));
  const line = (key: string, result: Pick<Result, "value" | "interval" | "n"> | null, more: string) =>
    result
      ? `  ${key.padEnd(16)} ${number(result.value).padStart(7)}  ${number(result.interval?.[0])} – ${number(result.interval?.[1])}  n = ${result.n}${more}`
      : `  ${key.padEnd(16)} ${say("common.tooFew")}`;
  return [
    `${area.name} · ${round.name} (${round.opensOn} – ${round.closesOn})`,
    ...figures.map(({ key, value, interval, denominator, before }) =>
      line(
        say(`figure.${key}.label`),
        value === null ? null : { value, interval, n: denominator ?? 0 },
        changeText(before, say),
      ),
    ),
    ...items.map(({ code, result, change }) => {
      const top = result
        ? `  ${say("senses.mean")} ${number(result.mean)}  ${result.topBox ? `${result.topBox.numerator}/${result.topBox.denominator}` : say("senses.heldBack")}`
        : "";
      return line(code, result, `${top}${changeText(change, say)}`);
    }),
    ...choices.flatMap(({ code, options }) => options.map(({ mark, result }) => line(`${code}=${mark}`, result, ""))),
    ...groups.flatMap(({ code, rows }) =>
      rows.flatMap(({ option, results }) =>
        senses
          .filter((sense) => round.made[sense])
          .map((sense) => line(`${say(`figure.${sense}.label`)} ${code}=${option}`, results[sense], "")),
      ),
    ),
    `  ${say("senses.method.limit", { n: threshold })}`,
    ...(against ? [`  ${say("senses.comparedWith", { name: against.name })}`] : []),
  ].join("\n");
}

function changeText({ direction, difference }: Change, say: Call["say"]): string {
  if (direction === "none" || difference === null) return "";
  return `  ${say(`senses.changes.${direction}`)} ${difference > 0 ? "+" : ""}${difference.toFixed(2)}`;
}
