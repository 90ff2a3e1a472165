import type { Sql, TransactionSql } from "postgres";
import type { DemoAccount } from "../../lib/accounts/model";
import { printDay } from "../../lib/calendar/zone";
import { folderOf, storePhoto } from "../../lib/photos/files";
import { fillBare } from "../bulk";
import { repairCounts } from "../recount";
import { type Account, demoPassword, listed, openAccounts } from "./accounts";
import { growTree } from "./areas";
import { loadAsks } from "./asks";
import { type Case, tellCases, type World } from "./cases";
import { readCatalogue } from "./catalogue";
import { copy, instant, lazily, type Value } from "./copy";
import { dayOf } from "./days";
import { layDesks } from "./desk";
import { setRules } from "./escalation";
import { loadEstates } from "./estates";
import { loadFindings } from "./findings";
import { loadImprovements } from "./improvements";
import { appointOfficers, openStations } from "./people";
import { loadPhotos } from "./photos";
import { loadProjects } from "./projects";
import { randomFrom } from "./random";
import { loadRounds } from "./rounds";
import { layDownRules } from "./rules";
import { loadRunning } from "./running";
import { shareInLedger } from "./shared";
import { caseColumns, caseValues } from "./sheet";
import { leaveStanding } from "./standing";
import { loadTopics } from "./topics";
import { castFrom, tracesOf } from "./traces";
import { loadTree } from "./tree";
import { gatherUnits } from "./units";
import { payVisits } from "./visits";
import { loadWhistles, standingOf } from "./whistles";

const seed = "133";
const fullTraceDays = 60;

/** Fills an empty database with the invented world that ends at `today`: the same seed and instant, the same world. */
export async function loadDemo(
  owner: Sql,
  today: Date,
  say: (line: string) => void,
  size = 60_000,
): Promise<DemoAccount[]> {
  const began = performance.now();
  const told = (line: string) => say(`${line} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  const now = today.getTime();
  const tree = growTree(seed, dayOf(now));
  const world: World = {
    seed,
    today: dayOf(now),
    size,
    tree,
    units: gatherUnits(seed, tree),
    catalogue: new Map(readCatalogue().map((line) => [line.code, line])),
  };
  const accounts = await openAccounts(seed, tree, world.units);
  const cases = leaveStanding(tellCases(world, now), now);
  told(`${cases.length} cases invented`);

  const [stamp] = await owner`select value from settings where key = 'counters'`;
  await owner.begin(async (tx) => {
    await tx.unsafe("set local maintenance_work_mem = '256MB'");
    await loadTree(tx, world);
    await layDownRules(tx, tree);
    await loadPeople(tx, world, accounts);
    for (const load of [loadEstates, loadFindings, loadProjects]) told(await load(tx, world));
    await setRules(tx, tree, today);
    told(`${tree.all.length} areas, their people, stations and visits`);
    await fillBare(tx, ["cases", "assignments", "whistles", "events"], async () => {
      const traces = await loadCases(tx, { cases, accounts, now });
      told(`${cases.length} cases with ${traces} events`);
    });
    await shareInLedger(tx, { seed, cases, accounts, now });
    await loadAsks(tx, { seed, cases, accounts, now });
    await loadTopics(tx, world, cases);
    const photos = folderOf(owner.options.database);
    told(await loadPhotos(tx, { seed, cases, accounts, now }, (id, bytes) => storePhoto(id, bytes, photos)));
    await tx`select fill_repeats()`;
    told("indexed");
    await layDesks(tx, { seed, accounts, now });
    told(await loadRounds(tx, world));
    await loadRunning(tx, world);
    await loadImprovements(tx, { ...world, accounts });
    const demo = {
      seed,
      day: printDay(world.today),
      at: today.toISOString(),
      password: demoPassword,
      accounts: listed(accounts),
    };
    await tx`insert into settings (key, value) values ('demo', ${JSON.stringify(demo)}::text::jsonb)`;
    // Should it stop before the counts are in, the next start finds them out of date and counts again.
    await tx`update settings set value = '"loading"' where key = 'counters'`;
  });
  await owner.unsafe("analyze");
  await repairCounts(owner);
  if (stamp)
    await owner`update settings set value = ${JSON.stringify(stamp.value)}::text::jsonb where key = 'counters'`;
  told("counted");
  return listed(accounts);
}

async function loadPeople(tx: TransactionSql, world: World, accounts: Account[]): Promise<void> {
  const { seed, tree, today, units } = world;
  await copy(
    tx,
    "units",
    ["id", "area_id", "area_pos", "name", "kind"],
    units.all.map(({ id, area, name, kind }): Value[] => [id, area.id, area.pos, name, kind]),
  );
  await copy(
    tx,
    "officers",
    ["id", "area_id", "area_pos", "name", "kind", "starts_on", "ends_on"],
    appointOfficers(seed, tree, today).map(({ id, area, name, kind, startsOn, endsOn }): Value[] => [
      id,
      area.id,
      area.pos,
      name,
      kind,
      startsOn,
      endsOn,
    ]),
  );
  await copy(
    tx,
    "stations",
    ["id", "area_id", "area_pos", "name", "field", "opened_on", "closed_on"],
    openStations(seed, tree, today).map(({ id, area, name, field, openedOn, closedOn }): Value[] => [
      id,
      area.id,
      area.pos,
      name,
      field,
      openedOn,
      closedOn,
    ]),
  );
  await copy(
    tx,
    "visits",
    ["id", "area_id", "area_pos", "visited_on", "due", "visited", "absent", "refused"],
    payVisits(world).map(({ id, area, visitedOn, due, visited, absent, refused }): Value[] => [
      id,
      area.id,
      area.pos,
      visitedOn,
      due,
      visited,
      absent,
      refused,
    ]),
  );
  await copy(
    tx,
    "accounts",
    ["id", "login", "name", "password_hash"],
    accounts.map(({ id, login, name, passwordHash }): Value[] => [id, login, name, passwordHash]),
  );
  await copy(
    tx,
    "grants",
    ["id", "account_id", "role", "area_id", "unit_id"],
    accounts.flatMap((account) =>
      account.grants.map(({ id, role, area, unit }): Value[] => [id, account.id, role, area.id, unit?.id ?? null]),
    ),
  );
}

async function loadCases(
  tx: TransactionSql,
  { cases, accounts, now }: { cases: Case[]; accounts: Account[]; now: number },
): Promise<number> {
  const rows = cases.map((told, index) => standingOf(told, now, index + 1));
  await copy(
    tx,
    "cases",
    caseColumns,
    lazily(rows, ({ row }) => [caseValues(row)]),
  );
  await tx`select setval(pg_get_serial_sequence('cases', 'number'), ${cases.length})`;
  await copy(
    tx,
    "assignments",
    ["case_id", "id", "area_pos", "unit_id", "dispatched_at", "sign_due_at", "signed_at", "ended_at", "end_reason"],
    lazily(rows, ({ told, tasks }) =>
      tasks.map((task, index): Value[] => [
        told.id,
        `${told.id.slice(0, 35)}${index + 1}`,
        told.area.pos,
        task.unit.id,
        instant(task.dispatchedAt),
        instant(task.signDueAt),
        instant(task.signedAt),
        instant(task.endedAt),
        task.endReason,
      ]),
    ),
  );
  const [cast, random] = [castFrom(accounts), randomFrom(`${seed}/events`)];
  await loadWhistles(tx, rows, cast);
  const recent = now - fullTraceDays * 86_400_000;
  return copy(
    tx,
    "events",
    ["subject_id", "id", "subject", "action", "area_pos", "account_id", "by", "role", "at", "detail"],
    lazily(rows, ({ told, row, tasks, called }) =>
      tracesOf(told, row, tasks, {
        called,
        whole: told.registeredAt >= recent || row.closedAt === null,
        cast,
        random,
      }).map((trace): Value[] => [
        told.id,
        trace.id,
        "case",
        trace.action,
        told.area.pos,
        trace.account.id,
        trace.account.name,
        trace.role,
        instant(trace.at),
        JSON.stringify(trace.detail),
      ]),
    ),
  );
}
