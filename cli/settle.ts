import { endDeferrals } from "../lib/cases/requests/end-deferrals";
import { settleDeadlines } from "../lib/cases/settle";
import { eraseContacts } from "../lib/contacts/erase";
import { sweepPhotos } from "../lib/photos/sweep";
import type { Call, Command } from "./command";
import { withOperator } from "./context";
import { allowLongWork } from "./long-work";

export const settleCommand: Command = {
  name: "settle",
  summary: "cli.summary.settle",
  takes: [],
  options: {},
  run: settle,
};

async function settle({ options, say, print }: Call): Promise<number> {
  const done = await withOperator(options.text("as"), async (ctx) => {
    await allowLongWork(ctx);
    return { ...(await settleDeadlines(ctx)), resumed: await endDeferrals(ctx) };
  });
  const all = { ...done, erased: await eraseContacts(), swept: await sweepPhotos(new Date()) };
  print(options.has("json") ? JSON.stringify(all) : say("cli.settled", all));
  return 0;
}
