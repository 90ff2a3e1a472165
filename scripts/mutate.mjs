import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { guardMutants, lockMutants, policyMutants } from "./mutants.mjs";
import { inData, readIf, root } from "./places.mjs";
import { main, node, piped, say } from "./processes.mjs";
import { testDatabase } from "./suites.mjs";

/** Takes out one policy or check after the other and expects the tests to notice. A word chooses among them. */
await main(async () => {
  await ensureInstalled();
  const env = await testDatabase("grid133_mutate", "--schema-only");
  const mutants = await chosen(env, process.argv[2] ?? "");
  say(`${mutants.length} checks to take out, one at a time`);
  const sound = await suite(env, { tests: [...new Set(mutants.flatMap(({ tests }) => tests))] });
  if (sound.verdict !== "survived") {
    console.error(`The tests fail as they stand:\n${sound.output}`);
    return 1;
  }
  const results = [];
  for (const mutant of mutants) {
    const { verdict, output } = await suite(env, mutant);
    results.push({ ...mutant, verdict });
    say(`${verdict.padEnd(9)} ${oneLine(mutant.name)}`);
    if (verdict === "broken") console.error(output.slice(-2000));
  }
  return tell(results);
});

async function chosen(env, word) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} });
  const policies = await policyMutants(sql, decodeURIComponent(new URL(env.DATABASE_STAFF_URL).username));
  await sql.end();
  return [...policies, ...guardMutants(), ...lockMutants].filter(({ name }) => name.includes(word));
}

/** One run of the tests that should notice: it ends at the first that does. */
async function suite(env, { file, find, put, tests, only }) {
  const report = inData("mutate", "report.json");
  const args = [
    "run",
    "--bail=1",
    "--reporter=json",
    `--outputFile=${report}`,
    ...(only ? ["-t", only] : []),
    ...tests,
  ];
  const MUTANT = file ? JSON.stringify({ file, find, put }) : "{}";
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { code, output } = await node([vitest, ...args], { ...piped, cwd: root, env: { ...env, MUTANT } });
  const { numFailedTests: failed = 0, numPassedTests: passed = 0 } = JSON.parse(readIf(report) ?? "{}");
  return { output, verdict: failed > 0 ? "noticed" : code === 0 && passed > 0 ? "survived" : "broken" };
}

function tell(results) {
  const count = (verdict) => results.filter((result) => result.verdict === verdict).length;
  const missed = results.filter(({ verdict }) => verdict !== "noticed");
  console.log(`\n| taken out | noticed by |\n|---|---|`);
  for (const { name, tests, verdict } of results)
    console.log(
      `| ${oneLine(name).replaceAll("|", "\\|")} | ${verdict === "noticed" ? tests.join(", ") : verdict.toUpperCase()} |`,
    );
  console.log(`\n${count("noticed")} noticed, ${count("survived")} survived, ${count("broken")} broken`);
  return missed.length === 0 ? 0 : 1;
}

function oneLine(text) {
  return text.replace(/\s+/g, " ");
}
