import { escalateLate } from "../lib/escalation/escalate";
import type { Command } from "./command";

export const escalateCommand: Command = {
  name: "escalate",
  summary: "cli.summary.escalate",
  takes: [],
  options: {},
  run: async ({ options, say, print }) => {
    const n = await escalateLate();
    print(options.has("json") ? JSON.stringify({ escalated: n }) : say("cli.escalated", { n }));
    return 0;
  },
};
