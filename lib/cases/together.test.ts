import type { TransactionSql } from "postgres";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeConnections, withActor } from "../../db/index";
import { openOwner } from "../../db/migrate";
import { findDifference } from "../../db/recount";
import { again, renumbering } from "../again";
import type { AreaLevel } from "../areas/model";
import type { Context } from "../context";
import { databaseUrl } from "../env";
import { Refusal } from "../errors";
import { closeCase } from "./close";
import { contactCase } from "./contact";
import { channels } from "./model";
import { registerCase } from "./register";

/** Committed, unlike the world of other tests: only connections of their own can wait for one another. */
const owner = openOwner(databaseUrl("owner"));
const first = 1_950_000_000;
const tree: [id: string, parent: number | null, level: AreaLevel, pos: number, last: number][] = [
  [uuidv7(), null, "city", 0, 999],
  [uuidv7(), 0, "district", 10, 998],
  [uuidv7(), 1, "street", 20, 99],
  [uuidv7(), 2, "community", 30, 98],
  [uuidv7(), 3, "grid", 40, 47],
  [uuidv7(), 3, "grid", 50, 57],
  [uuidv7(), 1, "street", 100, 199],
  [uuidv7(), 6, "grid", 110, 117],
];
const grids = tree.flatMap(([id, , level]) => (level === "grid" ? [id] : []));
const [account, grant, session] = [uuidv7(), uuidv7(), uuidv7()];

beforeAll(async () => {
  await owner.begin(async (tx) => {
    for (const [id, parent, level, pos, last] of tree) {
      const above = parent === null ? null : (tree[parent]?.[0] ?? null);
      await tx`insert into areas (id, parent_id, level, name, plain_name, pos, last) values (${id}, ${above}, ${level}, '并发', '并发', ${first + pos}, ${first + last})`;
    }
    await tx`select note_ancestors(${first}, ${first + 999})`;
    await tx`select count_ground(id) from (select id from areas where pos between ${first} and ${first + 999} order by pos desc) a`;
    await tx`insert into accounts (id, login, name) values (${account}, ${account}, '并发')`;
    await tx`insert into grants (id, account_id, role, area_id) values (${grant}, ${account}, 'official', ${tree[0]?.[0] ?? ""})`;
    await tx`insert into sessions (id, account_id, grant_id) values (${session}, ${account}, ${grant})`;
  });
});

afterAll(async () => {
  const here = tree.map(([id]) => id);
  await owner.begin(async (tx) => {
    await tx`delete from events where account_id = ${account}`;
    for (const table of ["cases", "area_days", "mix_days", "duration_days", "ground_days", "area_ancestors"])
      await tx`delete from ${tx(table)} where area_id = any(${here})`;
    await tx`delete from sessions where account_id = ${account}`;
    await tx`delete from grants where account_id = ${account}`;
    await tx`delete from accounts where id = ${account}`;
    await tx`delete from areas where id = any(${here})`;
  });
  await owner.end({ timeout: 5 });
  await closeConnections();
});

/** Another test may be renumbering its tree; a deadlock is never waited out here. */
async function act(work: (ctx: Context) => Promise<void>): Promise<void> {
  const attempt = () =>
    withActor(session, async (db, actor) => {
      await work({ actor, db, now: new Date() });
      return true;
    });
  const done = await again(attempt, { codes: [renumbering], tries: 20 });
  if (!done) throw new Error("the session ended");
}

const request = (index: number) => ({
  id: uuidv7(),
  areaId: grids[index % grids.length] ?? "",
  title: "楼道灯不亮",
  channel: channels[index % channels.length] ?? "phone",
  requestType: "report" as const,
  urgent: index % 5 === 0,
});
const close = (id: string, version: number) => (ctx: Context) =>
  closeCase(ctx, { id, version, reason: "explained", publicReply: "已当面说明" });

/** Sixteen at a time, none of whom may hear of a deadlock. */
async function atOnce(works: (() => Promise<void>)[]): Promise<void> {
  const queue = [...works];
  const worker = async () => {
    for (let work = queue.shift(); work; work = queue.shift()) await work();
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 16 }, worker));
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
}

test("sixteen who register, contact and close at once leave every count right and no deadlock", async () => {
  const requests = Array.from({ length: 96 }, (_, index) => request(index));
  await atOnce(requests.map((input) => () => act((ctx) => registerCase(ctx, input))));
  const mixed = requests.flatMap(({ id }, index) => [
    () => act((ctx) => contactCase(ctx, { id, version: 1 })).then(() => act(close(id, 2))),
    ...(index % 2 === 0 ? [() => act((ctx) => registerCase(ctx, request(index)))] : []),
  ]);
  await atOnce(mixed);
  const [counted] = await owner`
    select sum(received)::int as received, sum(contacted)::int as contacted, sum(reason_explained)::int as closed from area_days where area_id = ${tree[0]?.[0] ?? ""}`;
  expect(counted).toEqual({ received: 144, contacted: 96, closed: 96 });
  expect(await findDifference(owner)).toBeNull();
}, 60_000);

test("of two who close the same case at once one wins and the other is told", async () => {
  const input = request(0);
  await act((ctx) => registerCase(ctx, input));
  const outcomes = await Promise.allSettled(await pressingAtOnce(input.id));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = outcomes.find((outcome) => outcome.status === "rejected");
  expect(lost?.reason).toBeInstanceOf(Refusal);
  expect(lost?.reason).toMatchObject({ code: "conflict", reason: "case.moved" });
});

/** Two who have both read the case before either may change it. */
async function pressingAtOnce(id: string): Promise<Promise<void>[]> {
  const { pressing } = await owner.begin(async (tx) => {
    await tx`select 1 from cases where id = ${id} for update`;
    const both = [act(close(id, 1)), act(close(id, 1))];
    await expect.poll(() => waitingFor(tx), { timeout: 4_000, interval: 10 }).toBe(2);
    return { pressing: both };
  });
  return pressing;
}

/** The first waits for the transaction that holds the row, the second for its turn at the row. */
async function waitingFor(tx: TransactionSql): Promise<number> {
  const [found] = await tx<{ n: number }[]>`
    select count(*)::int as n from pg_locks
    where not granted and (transactionid = pg_current_xact_id()::xid or locktype = 'tuple' and relation = 'cases'::regclass)`;
  return found?.n ?? 0;
}
