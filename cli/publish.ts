import type { Context } from "../lib/context";
import { Refusal } from "../lib/errors";
import { listWaitingRounds } from "../lib/senses/queries-collect";
import { publishRound } from "../lib/senses/rounds/publish";
import type { Call, Command } from "./command";
import { withOperator } from "./context";

/** Publishes a round that is closed, as somebody other than who opened or imported it. */
export const publishCommand: Command = {
  name: "publish",
  summary: "cli.summary.publish",
  takes: ["ROUND"],
  options: {},
  run: publish,
};

async function publish({ args, options, say, print }: Call): Promise<number> {
  const published = await withOperator(options.text("as"), async (ctx) => {
    const round = await waitingRound(ctx, args[0] ?? "");
    await publishRound(ctx, { id: round.id });
    return round;
  });
  print(options.has("json") ? JSON.stringify({ published }) : say("cli.published", { round: published.name }));
  return 0;
}

/** The one round of that name, or of that id, among those that wait to be published. */
async function waitingRound(ctx: Context, wanted: string) {
  const waiting = await listWaitingRounds(ctx);
  const [found, ...others] = waiting.filter(({ id, name }) => id === wanted || name === wanted);
  if (found && others.length === 0) return found;
  const names = (found ? [found, ...others].map(({ id }) => id) : waiting.map(({ name }) => name)).join(", ");
  throw new Refusal("not-found", found ? "sense.roundTwice" : "sense.roundNotWaiting", {
    round: wanted,
    names: names || "–",
  });
}
