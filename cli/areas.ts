import { onNotice } from "../db/index";
import { moveArea } from "../lib/areas/move";
import { crumbsOf, listChildren, resolveArea } from "../lib/areas/queries";
import type { Call, Command } from "./command";
import { withOperator } from "./context";
import { allowLongWork } from "./long-work";

const moveCommand: Command = {
  name: "areas move",
  summary: "cli.summary.moveArea",
  takes: ["AREA"],
  options: { under: { type: "string", about: "cli.option.under", needed: true } },
  run: move,
};

const showCommand: Command = {
  name: "areas show",
  summary: "cli.summary.showArea",
  takes: ["[AREA]"],
  options: {},
  run: show,
};

const steps = ["counts", "positions", "ancestors", "ground"];

export const areaCommands: Command[] = [moveCommand, showCommand];

async function move({ args, options, say, print, tell }: Call): Promise<number> {
  const stop = onNotice((step) => {
    if (steps.includes(step)) tell(say(`cli.step.${step}`));
  });
  const names = await withOperator(options.text("as"), async (ctx) => {
    await allowLongWork(ctx);
    const area = await resolveArea(ctx, args[0] ?? "");
    const under = await resolveArea(ctx, options.text("under") ?? "");
    await moveArea(ctx, { areaId: area.id, parentId: under.id });
    return { area: area.name, under: under.name };
  });
  stop();
  print(options.has("json") ? JSON.stringify({ moved: names.area, under: names.under }) : say("cli.moved", names));
  return 0;
}

function show({ args, options, say, print }: Call): Promise<number> {
  return withOperator(options.text("as"), async (ctx) => {
    const area = await resolveArea(ctx, args[0] ?? ctx.actor.areaId);
    const [crumbs, children] = await Promise.all([crumbsOf(ctx, area), listChildren(ctx, area.id)]);
    if (options.has("json")) {
      print(JSON.stringify({ area, path: crumbs.map(({ name }) => name), children }, null, 2));
      return 0;
    }
    print(`${crumbs.map(({ name }) => name).join(" / ")} (${say(`area.level.${area.level}`)})`);
    for (const child of children) print(`  ${child.name} · ${say(`area.level.${child.level}`)} · ${child.id}`);
    return 0;
  });
}
