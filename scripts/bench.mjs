import { parseArgs } from "node:util";
import { ensureBuilt } from "./build.mjs";
import { embeddedDatabase, ownLogins, prepare, script } from "./database.mjs";
import { ensureInstalled } from "./install.mjs";
import { inData } from "./places.mjs";
import { end, main, node, Stop, say } from "./processes.mjs";
import { freePort, serve } from "./serve.mjs";
import { givenAddress } from "./settings.mjs";

const settings = ["shared_buffers=512MB", "work_mem=32MB", "max_wal_size=4GB"];

const help = `npm run bench -- [--cases N[,N…]] [--rounds N] [--seconds N]
  --cases    how many; several sizes are measured one after the other (1000000)
  --rounds   how often each page is asked for (60)
  --seconds  how long sixteen clients register (15)`;

await main(async () => {
  const { values } = parseArgs({
    options: {
      cases: { type: "string", default: "1000000" },
      rounds: { type: "string" },
      seconds: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return void console.log(help);
  if (givenAddress()) throw new Stop("The bench uses a database of its own: unset DATABASE_URL.");
  const sizes = values.cases.split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1_000)) throw new Stop(help);
  await ensureInstalled();
  await ensureBuilt();
  const results = [];
  for (const size of sizes) results.push(await measure(size, values, results[0]));
  say(`As JSON: ${results.join(", ")}`);
  await end(0);
});

/** A fresh city and an app of its own for each size. */
async function measure(size, { rounds, seconds }, beside) {
  say(`${size} cases`);
  const address = await embeddedDatabase("grid133_bench", { cluster: "bench", settings, anew: true });
  const prepared = await prepare(address, "--schema-only", { logins: ownLogins });
  const env = { ...prepared, BENCH: "on" };
  const port = await freePort();
  const { app } = await serve({ port, env });
  const out = inData("bench-results", `${size}.json`);
  const args = ["--cases", String(size), "--url", `http://127.0.0.1:${port}`, "--out", out];
  if (rounds) args.push("--rounds", rounds);
  if (seconds) args.push("--seconds", seconds);
  if (beside) args.push("--beside", beside);
  const { code } = await node(script("bench/main.ts", ...args), { env });
  app.kill();
  await app.done;
  if (code !== 0) throw new Stop("The bench did not finish.");
  return out;
}
