import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { scoreOf } from "../figures/score";
import { periodAt } from "../periods/period";
import type { Settings } from "../settings/model";
import { presetOf } from "../settings/presets";
import { emptyTally } from "./assemble";
import { definitionOf } from "./definitions";
import { figureOf } from "./figures";
import { askTallies, type TallyArea } from "./tallies";

/** The three rates of the month that is assessed, raw, and the score they give by the weights of the settings. */
export async function askRates(ctx: Context, area: TallyArea, settings: Settings) {
  const { from, to } = periodAt(localDay(ctx.now), "month", settings.cutoffDay);
  const tallies = await askTallies(ctx, area, [{ key: "month", from, to, whole: true }]);
  const tally = tallies.get("month") ?? emptyTally();
  const figure = (key: "responded" | "solved" | "satisfied") => ({
    ...figureOf(key, definitionOf(key), tally, settings.basicCredit),
    key,
  });
  const [responded, solved, satisfied] = [figure("responded"), figure("solved"), figure("satisfied")];
  const weights = {
    responded: settings.weightResponded,
    solved: settings.weightSolved,
    satisfied: settings.weightSatisfied,
  };
  const { callback_unreachable: unreachable, callback_declined: declined } = tally.counts;
  return {
    from,
    to,
    figures: [responded, solved, satisfied],
    score: scoreOf({ responded: responded.value, solved: solved.value, satisfied: satisfied.value }, weights),
    weights,
    credit: settings.basicCredit,
    preset: presetOf(settings),
    unreachable,
    declined,
  };
}
export type MonthRates = Awaited<ReturnType<typeof askRates>>;
