import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import type { Sql } from "postgres";
import { closeConnections } from "../db/index";
import { openOwner } from "../db/migrate";
import type { Role } from "../lib/access/model";
import { databaseUrl, env } from "../lib/env";
import { layCity, openWatcher, type Watcher } from "./city";
import { type Load, loadCases } from "./load";
import { type Moves, printMoves, timeMoves } from "./moves";
import { type PageTimes, timePages, type Watchers } from "./pages";
import { type Questions, timeQuestions } from "./questions";
import { ms, printTable, times } from "./report";
import { loadRounds, type RoundLoad } from "./rounds";
import { printSearches, type Searches, timeSearches } from "./search";
import { timeWrites, type Writes } from "./writes";

type Result = {
  machine: string;
  load: Load;
  round: RoundLoad;
  pages: PageTimes;
  farPage: number;
  questions: Record<"city" | "street" | "community", Questions>;
  searches: Searches;
  moves: Moves;
  writes: Writes;
};

const { values: given } = parseArgs({
  options: {
    cases: { type: "string", default: "1000000" },
    url: { type: "string", default: "" },
    rounds: { type: "string", default: "60" },
    seconds: { type: "string", default: "15" },
    out: { type: "string", default: "" },
    beside: { type: "string", default: "" },
  },
});
const say = (line: string) => console.error(`        ${line}`);

const owner = openOwner(databaseUrl("owner"));
const result = await measure(owner);
print(result);
if (given.out) writeFileSync(given.out, `${JSON.stringify(result, null, 1)}\n`);
await owner.end({ timeout: 5 });
await closeConnections();

async function measure(owner: Sql): Promise<Result> {
  say("laying out the city");
  await layCity(owner);
  const registrar = await openMiddle(owner, "city", "official");
  const load = await loadCases(owner, registrar.accountId, { n: Number(given.cases), say });
  const round = await loadRounds(owner, say);
  const watchers = await openWatchers(owner);
  say("turning pages");
  const at = { url: given.url, secret: env.AUTH_SECRET ?? "", rounds: Number(given.rounds), round: round.id };
  const { pages, farPage } = await timePages(owner, watchers, at);
  say("asking the boards' questions of the counts and of the cases");
  const few = load.cases > 300_000 ? 3 : 15;
  const questions = {
    city: await timeQuestions(watchers.city, few),
    street: await timeQuestions(watchers.street, 15),
    community: await timeQuestions(watchers.community, 15),
  };
  say("searching");
  const searches = await timeSearches({ street: watchers.streetOfficial, city: watchers.city }, Number(given.rounds));
  say("moving requests along their way");
  const people = { one: watchers.official, another: watchers.second };
  const moves = await timeMoves(owner, people, Number(given.rounds));
  say("registering");
  const writes = await timeWrites(owner, databaseUrl("owner"), watchers.official, Number(given.seconds));
  return { machine: machine(), load, round, pages, farPage, questions, searches, moves, writes };
}

/** Opened when all is loaded: a session that nobody uses ends before a large city is. */
async function openWatchers(owner: Sql): Promise<Watchers> {
  return {
    city: await openMiddle(owner, "city", "leader"),
    official: await openMiddle(owner, "city", "official"),
    second: await openMiddle(owner, "city", "official"),
    street: await openMiddle(owner, "street", "leader"),
    streetOfficial: await openMiddle(owner, "street", "official"),
    community: await openMiddle(owner, "community", "leader"),
  };
}

async function openMiddle(owner: Sql, level: string, role: Role): Promise<Watcher> {
  const [area] = await owner<{ id: string }[]>`
    select id from areas where level = ${level} order by pos offset (select count(*) / 2 from areas where level = ${level}) limit 1`;
  return openWatcher(owner, role, area?.id ?? "");
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
}

function print({ load, round, pages, farPage, questions, searches, moves, writes }: Result): void {
  const named = {
    empty: "empty page",
    city: "board of the city",
    official: "the same, with the queues of an official",
    street: "board of a street",
    community: "board of a community",
    first: "list, first page",
    far: `list, page ${farPage.toLocaleString("en")}`,
    one: "one case",
    queue: "what is late, of a street's official",
    watch: "supervision of the city",
    reminders: "reminders of a street's official",
    round: "results of a round",
  };
  const entries = Object.entries(named) as [keyof typeof named, string][];
  console.log(`\n${machine()}`);
  console.log(
    `${load.cases.toLocaleString("en")} cases loaded in ${load.seconds.toFixed(0)} s (${load.rate.toFixed(0)} a second, of which counting ${load.countSeconds.toFixed(0)} s), ${load.bytesPerCase.toFixed(0)} bytes a case`,
  );
  console.log(
    `a round of ${round.answers.toLocaleString("en")} answers published in ${round.publishSeconds.toFixed(1)} s\n`,
  );
  console.log(
    printTable(
      ["page, ms", "p50", "p95", "p99", "p50 ÷ empty", "p95 ÷ empty", "kB"],
      entries.map(([key, name]) => {
        const { p50, p95, p99, bytes } = pages[key];
        const over = [times(p50 / pages.empty.p50), times(p95 / pages.empty.p95)];
        return [name, ms(p50), ms(p95), ms(p99), ...over, (bytes / 1024).toFixed(0)];
      }),
    ),
  );
  console.log(
    `\n${printTable(
      ["questions of a board, ms", "counts p50", "cases p50", "faster"],
      Object.entries(questions).map(([name, { board, raw }]) => [
        name,
        ms(board.p50),
        ms(raw.p50),
        times(raw.p50 / board.p50),
      ]),
    )}`,
  );
  console.log(`\n${printSearches(searches)}\n\n${printMoves(moves)}`);
  console.log(
    `\n${printTable(
      ["registering", "verb", "bare inserts", "verb ÷ bare"],
      [
        [
          "16 clients, cases a second",
          writes.verb.toFixed(0),
          writes.plain.toFixed(0),
          `${(writes.ratio * 100).toFixed(0)} %`,
        ],
        ["1 client, p50 ms", ms(writes.one.p50), ms(writes.plainOne.p50), times(writes.one.p50 / writes.plainOne.p50)],
        ["1 client, p95 ms", ms(writes.one.p95), ms(writes.plainOne.p95), times(writes.one.p95 / writes.plainOne.p95)],
      ],
    )}\nsynchronous_commit ${writes.commit}, fsync ${writes.fsync}`,
  );
  if (given.beside) printGrowth(pages, JSON.parse(readFileSync(given.beside, "utf8")));
}

/** Against a smaller city measured before, each beside the empty page of its own run. */
function printGrowth(pages: PageTimes, { pages: before, load }: Pick<Result, "pages" | "load">): void {
  const boards = ["city", "street", "community"] as const;
  console.log(
    `\n${printTable(
      [`growth since ${load.cases.toLocaleString("en")} cases`, "p50 ÷ empty then", "now", "growth"],
      boards.map((key) => {
        const [then, now] = [before[key].p50 / before.empty.p50, pages[key].p50 / pages.empty.p50];
        return [key, times(then), times(now), times(now / then)];
      }),
    )}`,
  );
}
