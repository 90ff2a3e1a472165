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
import { declineCase } from "../lib/cases/decline";
import { dispatchCase } from "../lib/cases/dispatch";
import { linkCase } from "../lib/cases/link";
import { mergeCase } from "../lib/cases/merge";
import { isTimeKind, type RequestKind } from "../lib/cases/model";
import { getCase } from "../lib/cases/queries";
import { recategoriseCase } from "../lib/cases/recategorise";
import { registerCase } from "../lib/cases/register";
import { askRequest } from "../lib/cases/requests/ask";
import { decideRequest } from "../lib/cases/requests/decide";
import { listOpenRequests } from "../lib/cases/requests/queries";
import { receiveCase } from "../lib/cases/requests/receive";
import { resumeCase } from "../lib/cases/requests/resume";
import { resolveCase } from "../lib/cases/resolve";
import { reworkCase } from "../lib/cases/rework";
import { signCase } from "../lib/cases/sign";
import { splitCase } from "../lib/cases/split";
import { callUnits } from "../lib/cases/whistles/call";
import { listWhistles } from "../lib/cases/whistles/queries";
import { standDown } from "../lib/cases/whistles/stand-down";
import type { Context } from "../lib/context";
import type { Watcher } from "./city";
import { ms, printTable, type Times, times, timesOf } from "./report";

type Path = {
  id: string;
  /** Of the same matter, and one that is not ours. */
  again: string;
  other: string;
  part: string;
  gridId: string;
  communityId: string;
  unitId: string;
  calledId: string;
};
type Step = (ctx: Context, path: Path) => Promise<void>;
type Who = "one" | "another";

const stepOf = async (ctx: Context, id: string) => ({
  id,
  version: (await getCase(ctx, id)).current.version,
  note: "",
});
const step = (ctx: Context, { id }: Path) => stepOf(ctx, id);
const numberOf = async (ctx: Context, id: string) => (await getCase(ctx, id)).current.number;
const reply = "已到现场处理，请您验看。";

const ask =
  (kind: RequestKind): Step =>
  async (ctx, path) =>
    askRequest(ctx, {
      ...(await step(ctx, path)),
      note: "等配件到货",
      kind,
      ...(isTimeKind(kind) ? { until: nextDay(localDay(ctx.now), 60) } : {}),
      ...(kind === "transfer" ? { areaId: path.communityId } : {}),
      ...(kind === "void" ? { validity: "invalid" as const } : {}),
    });
const asked = async (ctx: Context, { id }: Path) => (await listOpenRequests(ctx, id))[0]?.id ?? "";
const grant: Step = async (ctx, path) =>
  decideRequest(ctx, {
    ...(await step(ctx, path)),
    request: await asked(ctx, path),
    outcome: "granted",
    publicReply: reply,
  });
const take: Step = async (ctx, path) =>
  receiveCase(ctx, { id: path.id, areaId: path.communityId, request: await asked(ctx, path), outcome: "granted" });
const dispatch: Step = async (ctx, path) => dispatchCase(ctx, { ...(await step(ctx, path)), unitId: path.unitId });
const sign: Step = async (ctx, path) => signCase(ctx, await step(ctx, path));
const resolve: Step = async (ctx, path) => resolveCase(ctx, await step(ctx, path));
const register =
  (of: "id" | "again" | "other"): Step =>
  async (ctx, path) =>
    registerCase(ctx, newCase(path[of], path.gridId));

const correct: Step = async (ctx, path) =>
  recategoriseCase(ctx, { ...(await step(ctx, path)), categoryCode: "0102", urgent: false, note: "是建筑垃圾" });
const decline: Step = async (ctx, { other }) =>
  declineCase(ctx, { ...(await stepOf(ctx, other)), reason: "not_ours", publicReply: reply });
const link: Step = async (ctx, path) =>
  linkCase(ctx, { ...(await step(ctx, path)), number: await numberOf(ctx, path.other) });
const merge: Step = async (ctx, { id, again }) =>
  mergeCase(ctx, { ...(await stepOf(ctx, again)), number: await numberOf(ctx, id), publicReply: reply });
const split: Step = async (ctx, path) =>
  splitCase(ctx, { ...(await step(ctx, path)), newId: path.part, title: "二楼的灯罩也破了" });
const whistle: Step = async (ctx, path) =>
  callUnits(ctx, {
    ...{ id: path.id, version: (await step(ctx, path)).version, unitId: path.calledId },
    ...({ task: "请到现场会办", limit: 2, limitUnit: "work_day" } as const),
  });
const standDownAgain: Step = async (ctx, { id }) => {
  const [called] = await listWhistles(ctx, id);
  await standDown(ctx, { ...(await stepOf(ctx, id)), whistle: called?.id ?? "", note: "已自行修好" });
};
const close: Step = async (ctx, path) =>
  closeCase(ctx, { ...(await step(ctx, path)), reason: "solved", publicReply: reply });
const callBack: Step = async (ctx, path) =>
  callBackCase(ctx, {
    ...(await step(ctx, path)),
    ...({ outcome: "reached", contacted: "yes", solved: "yes", satisfaction: 5 } as const),
  });

/**
 * A request takes every move there is, one after the other, each by whom it takes. What reads its version is timed too;
 * what has no name only brings it there.
 */
const way: [name: string | null, by: Who, step: Step][] = [
  ["register", "one", register("id")],
  [null, "one", register("again")],
  [null, "one", register("other")],
  ["link", "one", link],
  ["merge", "one", merge],
  ["decline", "one", decline],
  ["recategorise", "one", correct],
  ["accept", "one", async (ctx, path) => acceptCase(ctx, await step(ctx, path))],
  ["dispatch", "one", dispatch],
  ["ask to return", "one", ask("return")],
  ["grant the return", "another", grant],
  ["dispatch again", "one", dispatch],
  ["sign", "one", sign],
  ["contact", "one", async (ctx, path) => contactCase(ctx, await step(ctx, path))],
  ["split", "one", split],
  ["whistle", "one", whistle],
  ["stand down", "one", standDownAgain],
  ["ask to extend", "one", ask("extend")],
  ["grant the extension", "another", grant],
  ["ask to defer", "one", ask("defer")],
  ["grant the deferral", "another", grant],
  ["resume", "one", async (ctx, path) => resumeCase(ctx, await step(ctx, path))],
  ["ask to transfer", "one", ask("transfer")],
  ["take over", "another", take],
  [null, "one", dispatch],
  [null, "one", sign],
  ["resolve", "one", resolve],
  ["rework", "another", async (ctx, path) => reworkCase(ctx, { ...(await step(ctx, path)), note: "还有一盏不亮" })],
  [null, "one", resolve],
  ["check", "another", async (ctx, path) => checkCase(ctx, await step(ctx, path))],
  ["close", "another", close],
  ["call back", "another", callBack],
  ["ask to reopen", "one", ask("reopen")],
  ["grant the reopening", "another", grant],
  ["ask to take out", "one", ask("void")],
  ["grant taking out", "another", grant],
];

export type Moves = { moves: Record<string, Times>; bare: Times };

/** Milliseconds of each step, and of the bare update of a case row with the insert of an event row beside it. */
export async function timeMoves(owner: Sql, people: Record<Who, Watcher>, rounds: number): Promise<Moves> {
  const names = way.flatMap(([name]) => name ?? []);
  const taken = new Map<string, number[]>([...names, "bare"].map((name) => [name, []]));
  const grids = await owner<{ id: string; community: string }[]>`
    select id, parent_id as community from areas where level = 'grid' order by md5(id::text) limit ${rounds + 5}`;
  const units = { unitId: await unitOf(owner, "量城管理局"), calledId: await unitOf(owner, "量水务局") };
  for (const [round, grid] of grids.entries()) {
    const ids = { id: uuidv7(), again: uuidv7(), other: uuidv7(), part: uuidv7() };
    const path = { ...ids, ...units, gridId: grid.id, communityId: grid.community };
    for (const [name, by, run] of way) {
      const spent = await timed(() => act(people[by], (ctx) => run(ctx, path)));
      if (round >= 5 && name) taken.get(name)?.push(spent);
    }
    const bare = await timed(() => changeBare(owner, people.one, path.id));
    if (round >= 5) taken.get("bare")?.push(bare);
  }
  const moves = Object.fromEntries(names.map((name) => [name, timesOf(taken.get(name) ?? [])]));
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

async function unitOf(owner: Sql, name: string): Promise<string> {
  const id = uuidv7();
  await owner`insert into units (id, area_id, area_pos, name, kind) select ${id}, id, pos, ${name}, 'department' from areas where level = 'city'`;
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
