import type { Sql, TransactionSql } from "postgres";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll } from "vitest";
import { closeConnections, withActor } from "../../db/index";
import type { AreaLevel } from "../areas/model";
import type { Context } from "../context";
import { openOwnDatabase } from "../testing-database";
import { channels } from "./model";

type Place = {
  owner: Sql;
  /** Areas by their order: a city with two streets, a community and three grids. */
  ids: string[];
  grids: string[];
  account: string;
  /** Somebody else, who has asked for things. */
  other: string;
  session: string;
};

const tree: [parent: number | null, level: AreaLevel, pos: number, last: number][] = [
  [null, "city", 0, 999],
  [0, "district", 10, 998],
  [1, "street", 20, 99],
  [2, "community", 30, 98],
  [3, "grid", 40, 47],
  [3, "grid", 50, 57],
  [1, "street", 100, 199],
  [6, "grid", 110, 117],
];

const first = 1_000_000;

/** A place whose rows are committed, unlike the world of other tests: only connections of their own can wait for one another. */
export function placeTogether(name: string): Place {
  const ids = tree.map(() => uuidv7());
  let own: Awaited<ReturnType<typeof openOwnDatabase>> | undefined;
  const place: Place = {
    get owner() {
      if (!own) throw new Error("the place is not open yet");
      return own.owner;
    },
    ids,
    grids: tree.flatMap(([, level], i) => (level === "grid" ? [ids[i] ?? ""] : [])),
    account: uuidv7(),
    other: uuidv7(),
    session: uuidv7(),
  };
  beforeAll(async () => {
    own = await openOwnDatabase(`together_${name}`);
    await settle(place);
  }, 60_000);
  afterAll(async () => {
    await closeConnections();
    await own?.close();
  });
  return place;
}

async function settle({ owner, ids, account, other, session }: Place): Promise<void> {
  await owner.begin(async (tx) => {
    for (const [i, [parent, level, pos, last]] of tree.entries()) {
      const above = parent === null ? null : (ids[parent] ?? null);
      await tx`insert into areas (id, parent_id, level, name, plain_name, pos, last) values (${ids[i] ?? ""}, ${above}, ${level}, '并发', '并发', ${first + pos}, ${first + last})`;
    }
    await tx`select note_ancestors(${first}, ${first + 999})`;
    await tx`select count_ground(id) from (select id from areas where pos between ${first} and ${first + 999} order by pos desc) a`;
    const grant = uuidv7();
    for (const id of [account, other]) await tx`insert into accounts (id, login, name) values (${id}, ${id}, '并发')`;
    await tx`insert into grants (id, account_id, role, area_id) values (${grant}, ${account}, 'official', ${ids[0] ?? ""})`;
    await tx`insert into sessions (id, account_id, grant_id) values (${session}, ${account}, ${grant})`;
    await tx`insert into units (id, area_id, area_pos, name, kind) values (${account}, ${ids[2] ?? ""}, ${first + 20}, '并发', 'property')`;
  });
}

/** A deadlock is never waited out here. */
export async function actIn({ session }: Place, work: (ctx: Context) => Promise<void>): Promise<void> {
  const done = await withActor(session, async (db, actor) => {
    await work({ actor, db, now: new Date() });
    return true;
  });
  if (!done) throw new Error("the session ended");
}

export const requestAt = ({ grids }: Place, index: number) => ({
  id: uuidv7(),
  areaId: grids[index % grids.length] ?? "",
  title: "楼道灯不亮",
  channel: channels[index % channels.length] ?? "phone",
  requestType: "report" as const,
  urgent: index % 5 === 0,
});

/** Starts all while the case is held, and lets them go once so many stand before it, or soon on a slow machine. */
export async function pressAtOnce(
  { owner }: Place,
  id: string,
  [works, least]: [(() => Promise<void>)[], number],
): Promise<PromiseSettledResult<void>[]> {
  const { pressed } = await owner.begin(async (tx) => {
    await tx`select 1 from cases where id = ${id} for update`;
    const all = Promise.allSettled(works.map((work) => work()));
    const late = Date.now() + 3_000;
    while ((await waitingFor(tx)) < least && Date.now() < late) await new Promise((go) => setTimeout(go, 20));
    return { pressed: all };
  });
  return pressed;
}

/** Who waits for this transaction, and who waits for them. */
async function waitingFor(tx: TransactionSql): Promise<number> {
  const [found] = await tx<{ n: number }[]>`
    with recursive waiting (pid) as (
      select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))
      union
      select a.pid from pg_stat_activity a join waiting w on w.pid = any(pg_blocking_pids(a.pid))
    )
    select count(*)::int as n from waiting`;
  return found?.n ?? 0;
}
