import { openOwner } from "../db/migrate";
import { type Difference, findDifference, repairCounts } from "../db/recount";
import { databaseUrl } from "../lib/env";
import type { Call, Command } from "./command";

export const recountCommand: Command = {
  name: "recount",
  summary: "cli.summary.recount",
  takes: [],
  options: { repair: { type: "boolean", about: "cli.option.repair" } },
  run: recount,
};

async function recount({ options, say, print }: Call): Promise<number> {
  const owner = openOwner(databaseUrl("owner"));
  try {
    const difference = await findDifference(owner);
    const left = difference && options.has("repair") ? await repaired(owner) : difference;
    if (options.has("json")) {
      print(
        JSON.stringify(
          { same: difference === null, difference, repaired: difference !== null && left === null },
          null,
          2,
        ),
      );
    } else {
      print(difference ? say("cli.recountDifferent", difference) : say("cli.recountSame"));
      if (difference && !left) print(say("cli.recountRepaired"));
    }
    return left === null ? 0 : 1;
  } finally {
    await owner.end({ timeout: 5 });
  }
}

async function repaired(owner: ReturnType<typeof openOwner>): Promise<Difference | null> {
  await repairCounts(owner);
  return findDifference(owner);
}
