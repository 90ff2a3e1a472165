import { checkNode, ensureInstalled } from "./install.mjs";
import { lock, versions } from "./lockfile.mjs";
import { main, Stop, say, seconds } from "./processes.mjs";

const names = ["lock", "versions", "types", "lint", "knip", "migrations", "unit", "build", "e2e"];

await main(async () => {
  checkNode();
  const { wanted, filters } = asked(process.argv.slice(2));
  await ensureInstalled();
  const gates = { lock, versions, ...(await import("./gates.mjs")), ...(await import("./suites.mjs")) };
  const total = { passed: 0, failed: 0 };
  for (const name of wanted) {
    say(`── ${name}`);
    const { passed, failed } = await outcome(name, () => gates[name](filters));
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/** A gate counts as one, a suite as its tests; what breaks down has failed, and the others still run. */
async function outcome(name, work) {
  const since = performance.now();
  try {
    const { ok, looked, passed, failed, skipped } = await work();
    const counts = looked ?? `${passed} passed, ${failed} failed, ${skipped} skipped`;
    say(`   ${name}: ${ok ? "passed" : "FAILED"}, ${counts} (${seconds(since)} s)`);
    return looked === undefined
      ? { passed, failed: failed || Number(!ok) }
      : { passed: Number(ok), failed: Number(!ok) };
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    say(`   ${name}: FAILED (${seconds(since)} s)`);
    return { passed: 0, failed: 1 };
  }
}

function asked(words) {
  const at = words.indexOf("--only");
  const wanted = at < 0 ? names : (words[at + 1] ?? "").split(",");
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Stop(`There is no gate "${unknown}"; there are ${names.join(", ")}.`);
  const rest = at < 0 ? words : words.toSpliced(at, 2);
  return { wanted, filters: rest.filter((word) => word !== "--") };
}
