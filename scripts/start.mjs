import { ensureBuilt } from "./build.mjs";
import { embeddedDatabase, prepare, script } from "./database.mjs";
import { checkNode, ensureInstalled } from "./install.mjs";
import { isEnding, main, node, piped, Stop, say } from "./processes.mjs";
import { serve, whyNot } from "./serve.mjs";
import { checkAddresses, givenAddress } from "./settings.mjs";

const hourly = 3_600_000;
const isDev = process.argv.includes("--dev");

await main(start, { interrupted: 0 });

async function start() {
  checkNode();
  const port = await freePortNamed(process.env.PORT || "3000");
  const flag = contents();
  checkAddresses();
  await ensureInstalled();
  const address = givenAddress() ?? (await embeddedDatabase("grid133"));
  const env = await prepare(address, flag);
  if (!isDev) await ensureBuilt();
  const { gone } = await serve({ port, env, dev: isDev });
  void settle(env);
  setInterval(() => void settle(env), hourly).unref();
  say(`Ready: ${process.env.APP_URL || `http://localhost:${port}`}   (Ctrl-C ends it)`);
  const { code } = await gone;
  if (!isEnding()) throw new Stop(`The server ended by itself (${code}).`);
}

/** Beside the running application: provisional due times are computed again, and clocks whose pause is over run again. */
async function settle(env) {
  const { code, output } = await node(script("cli/main.ts", "settle"), { ...piped, env });
  if (code !== 0 && !isEnding()) say(`Due times were not computed again: ${output}`);
}

/** The demo world goes into an embedded database, elsewhere only where it is asked for. */
function contents() {
  const demo = process.env.DEMO || (givenAddress() ? "off" : "on");
  if (demo !== "on" && demo !== "off") throw new Stop("DEMO is on or off.");
  return demo === "on" ? "--demo" : "--empty";
}

async function freePortNamed(text) {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) throw new Stop("PORT is a number from 1 to 65535.");
  const why = await whyNot(port);
  if (why === "EACCES") throw new Stop(`Port ${port} is only for root. Choose another: PORT=3000 npm start`);
  if (why) throw new Stop(`Port ${port} is taken. Choose another: PORT=${port < 65_000 ? port + 100 : 3100} npm start`);
  return port;
}
