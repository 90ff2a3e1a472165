import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import { withActor } from "../db/index";
import { localDay, nextDay } from "../lib/calendar/zone";
import { acceptCase } from "../lib/cases/accept";
import { callBackCase } from "../lib/cases/call-back";
import { checkCase } from "../lib/cases/check";
import { closeCase } from "../lib/cases/close";
import { contactCase } from "../lib/cases/contact";
import { dispatchCase } from "../lib/cases/dispatch";
import { getCase } from "../lib/cases/queries";
import { registerCase } from "../lib/cases/register";
import { askRequest } from "../lib/cases/requests/ask";
import { decideRequest } from "../lib/cases/requests/decide";
import { listOpenRequests } from "../lib/cases/requests/queries";
import { resolveCase } from "../lib/cases/resolve";
import { signCase } from "../lib/cases/sign";
import type { Context } from "../lib/context";
import type { Watcher } from "./city";
import { ms, printTable, type Times, times, timesOf } from "./report";

type Path = { id: string; gridId: string; unitId: string };
type Step = (ctx: Context, path: Path) => Promise<void>;
type Who = "one" | "another";

const step = async (ctx: Context, { id }: Path) => ({
  id,
  version: (await getCase(ctx, id)).current.version,
  note: "",
});
const reply = "已到现场处理，请您验看。";
const ask =
  (kind: "return" | "extend"): Step =>
  async (ctx, path) =>
    askRequest(ctx, {
      ...(await step(ctx, path)),
      note: "等配件到货",
      kind,
      ...(kind === "extend" ? { until: nextDay(localDay(ctx.now), 60) } : {}),
    });
const grant: Step = async (ctx, path) => {
  const [request] = await listOpenRequests(ctx, path.id);
  await decideRequest(ctx, { ...(await step(ctx, path)), request: request?.id ?? "", outcome: "granted" });
};
const dispatch: Step = async (ctx, path) => dispatchCase(ctx, { ...(await step(ctx, path)), unitId: path.unitId });
const sign: Step = async (ctx, path) => signCase(ctx, await step(ctx, path));

/** A request goes the whole way, one step after the other, each by whom it takes. What reads its version is timed too. */
const way: [name: string, by: Who, step: Step][] = [
  ["register", "one", (ctx, { id, gridId }) => registerCase(ctx, newCase(id, gridId))],
  ["accept", "one", async (ctx, path) => acceptCase(ctx, await step(ctx, path))],
  ["dispatch", "one", dispatch],
  ["ask to return", "one", ask("return")],
  ["grant the return", "another", grant],
  ["dispatch again", "one", dispatch],
  ["sign", "one", sign],
  ["contact", "one", async (ctx, path) => contactCase(ctx, await step(ctx, path))],
  ["ask to extend", "one", ask("extend")],
  ["grant the extension", "another", grant],
  ["resolve", "one", async (ctx, path) => resolveCase(ctx, await step(ctx, path))],
  ["check", "another", async (ctx, path) => checkCase(ctx, await step(ctx, path))],
  [
    "close",
    "another",
    async (ctx, path) => closeCase(ctx, { ...(await step(ctx, path)), reason: "solved", publicReply: reply }),
  ],
  [
    "call back",
    "another",
    async (ctx, path) =>
      callBackCase(ctx, {
        ...(await step(ctx, path)),
        outcome: "reached",
        contacted: "yes",
        solved: "yes",
        satisfaction: 5,
      }),
  ],
];

export type Moves = { moves: Record<string, Times>; bare: Times };

/** Milliseconds of each step, and of the bare update of a case row with the insert of an event row beside it. */
export async function timeMoves(owner: Sql, people: Record<Who, Watcher>, rounds: number): Promise<Moves> {
  const taken = new Map<string, number[]>([...way.map(([name]) => [name, []] as [string, number[]]), ["bare", []]]);
  const grids = await owner<
    { id: string }[]
  >`select id from areas where level = 'grid' order by md5(id::text) limit ${rounds + 5}`;
  const unitId = await unitOf(owner);
  for (const [round, grid] of grids.entries()) {
    const path = { id: uuidv7(), gridId: grid.id, unitId };
    for (const [name, by, run] of way) {
      const spent = await timed(() => act(people[by], (ctx) => run(ctx, path)));
      if (round >= 5) taken.get(name)?.push(spent);
    }
    const bare = await timed(() => changeBare(owner, people.one, path.id));
    if (round >= 5) taken.get("bare")?.push(bare);
  }
  const moves = Object.fromEntries(way.map(([name]) => [name, timesOf(taken.get(name) ?? [])]));
  return { moves, bare: timesOf(taken.get("bare") ?? []) };
}

export function printMoves({ moves, bare }: Moves): string {
  return printTable(
    ["move, ms", "p50", "p95", "p50 ÷ bare"],
    Object.entries({ ...moves, "bare update and event": bare }).map(([name, { p50, p95 }]) => [
      name,
      ms(p50),
      ms(p95),
      times(p50 / bare.p50),
    ]),
  );
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function act({ session }: Watcher, run: (ctx: Context) => Promise<void>): Promise<void> {
  const done = await withActor(session, async (db, actor) => {
    await run({ actor, db, now: new Date() });
    return true;
  });
  if (!done) throw new Error("the session of the bench ended");
}

async function changeBare(owner: Sql, { accountId }: Watcher, id: string): Promise<void> {
  await drizzle(owner).transaction(async (tx) => {
    await tx.execute(sql`update cases set version = version + 1, state = state where id = ${id}`);
    await tx.execute(sql`
      insert into events (subject_id, id, subject, action, area_pos, account_id, by, role, at, detail)
      select id, ${uuidv7()}, 'case', 'case.accepted', area_pos, ${accountId}, '量', 'official', now(), '{}' from cases where id = ${id}`);
  });
}

async function unitOf(owner: Sql): Promise<string> {
  const id = uuidv7();
  await owner`insert into units (id, area_id, area_pos, name, kind) select ${id}, id, pos, '量城管理局', 'department' from areas where level = 'city'`;
  return id;
}

const newCase = (id: string, areaId: string) => ({
  id,
  areaId,
  title: "楼道灯不亮，请派人来看",
  body: "三单元二楼到三楼之间的灯坏了两天，老人上下楼看不清台阶。",
  channel: "phone" as const,
  requestType: "help" as const,
  categoryCode: "0101",
  urgent: false,
});
