import { embeddedDatabase, prepareIfStale, script } from "./database.mjs";
import { ensureInstalled } from "./install.mjs";
import { begin, main, voice } from "./processes.mjs";
import { givenAddress } from "./settings.mjs";

voice.out = process.stderr;

await main(async () => {
  await ensureInstalled();
  const address = givenAddress() ?? (await embeddedDatabase("grid133"));
  const env = await prepareIfStale(address, "--schema-only", { stdio: ["ignore", 2, 2] });
  const child = begin(process.execPath, script("cli/main.ts", ...process.argv.slice(2)), { env, shared: true });
  return (await child.done).code;
});
