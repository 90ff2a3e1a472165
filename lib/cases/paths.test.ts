import { sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { findDifference } from "../../db/recount";
import { type Random, randomFrom } from "../../db/seed/random";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { aCase, areaId, as, inRollback, unitOf, type World } from "../testing";
import { acceptCase } from "./accept";
import { callBackCase } from "./call-back";
import { checkCase } from "./check";
import { closeCase } from "./close";
import { contactCase } from "./contact";
import { declineCase } from "./decline";
import { dispatchCase } from "./dispatch";
import { linkCase } from "./link";
import { mergeCase } from "./merge";
import {
  type CaseState,
  closeReasons,
  isRequest,
  type Move,
  nextMoves,
  type RequestKind,
  solvedAnswers,
  states,
  type TakenBack,
  takenBack,
  voidings,
} from "./model";
import { recategoriseCase } from "./recategorise";
import { askRequest } from "./requests/ask";
import { decideRequest } from "./requests/decide";
import { receiveCase } from "./requests/receive";
import { resumeCase } from "./requests/resume";
import { resolveCase } from "./resolve";
import { reworkCase } from "./rework";
import { signCase } from "./sign";
import { splitCase } from "./split";
import { takeBack } from "./take-back";
import { untraced, wronglyJoint, wronglyLed, wronglyLeft, wronglySent } from "./testing-paths";
import { answerWhistle } from "./whistles/answer";
import { arriveAtCase } from "./whistles/arrive";
import { callUnits } from "./whistles/call";
import { standDown } from "./whistles/stand-down";

const pathsOfAWorld = 120;
/** Two thousand ways in all. */
const worlds = 17;
const publicReply = "已答复。";
const note = "理由";
const taken = new Set<Move>();
const undone = new Set<TakenBack>();

/** The owner's connection inside the transaction of the test; finding a difference asks for nothing else of it. */
const ownerOf = (world: World) =>
  ({ unsafe: (query: string) => world.owner.execute(sql.raw(query)) }) as unknown as Sql;

type Stand = {
  state: CaseState;
  version: number;
  request: string | null;
  kind: string | null;
  to: string | null;
  deferred: boolean;
  /** A call to another unit that waits for an answer. */
  call: string | null;
};
type Path = { world: World; id: string; numbers: number[]; random: Random };

test.each(Array.from({ length: worlds }, (_, seed) => seed))(
  "whichever way cases go, every count agrees with the records and nothing is lost (%i)",
  (seed) =>
    inRollback(async (world) => {
      const random = randomFrom(`paths/${seed}`);
      const numbers: number[] = [];
      for (let nth = 0; nth < pathsOfAWorld; nth += 1) {
        world.now = new Date(Date.UTC(2026, 9, 1 + (nth % 50), 2, random.whole(0, 500)));
        const id = await aCase(world, random.pick(["甲一1网格", "甲二2网格", "乙一社区", "乙街道"]), {
          categoryCode: random.pick(["0202", "0201", null]),
          place: random.pick(["3幢", "3 幢", null]),
          closeDueAt: new Date(world.now.getTime() + random.whole(1, 30) * 86_400_000),
        });
        numbers.push(await numberOf(world, id));
        for (let step = random.whole(3, 12); step > 0; step -= 1) {
          world.now = new Date(world.now.getTime() + random.whole(1, 3_000) * 60_000);
          await take({ world, id, numbers, random });
        }
      }
      await world.owner.execute(sql`select fill_ground()`);
      expect(await findDifference(ownerOf(world))).toBeNull();
      expect(await untraced(world)).toEqual([]);
      expect(await wronglyJoint(world)).toEqual([]);
      expect(await wronglyLed(world)).toEqual([]);
      expect(await wronglyLeft(world)).toEqual([]);
      expect(await wronglySent(world)).toEqual([]);
      await expectBalance(world);
    }),
  600_000,
);

test("and every move of the table was taken on the way, and taken back where it may be", () => {
  const known = new Set(states.flatMap((state) => nextMoves(state)));
  expect([...known].filter((move) => !taken.has(move))).toEqual([]);
  expect([...undone].sort()).toEqual(Object.keys(takenBack).sort());
});

async function take(path: Path): Promise<void> {
  const stand = await standOf(path.world, path.id);
  const { move, run } = stepAt(path, stand);
  const error = await run().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error !== null && !(error instanceof Refusal)) throw error;
  if (error !== null || move === null) return;
  taken.add(move);
  if (isTakenBack(move) && path.random.chance(0.15)) await undo(path, move);
}

/** A moment later, by whichever of the two it was. */
async function undo({ world, id }: Path, step: TakenBack): Promise<void> {
  world.now = new Date(world.now.getTime() + 60_000);
  const outcomes: unknown[] = [];
  for (const ctx of [other(world), desk(world)])
    outcomes.push(
      await takeBack(ctx, { id, step }).then(
        () => null,
        (thrown: unknown) => thrown,
      ),
    );
  expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome !== null && !(outcome instanceof Refusal))).toEqual([]);
  undone.add(step);
}

const isTakenBack = (move: Move): move is TakenBack => Object.hasOwn(takenBack, move);

/** An answer to what waits for one, or a move, mostly onward; few are closed before a unit had them. */
function stepAt(path: Path, stand: Stand): { move: Move | null; run: () => Promise<void> } {
  const { random } = path;
  const all = nextMoves(stand.state);
  const onward = forward.filter((move) => all.includes(move) && !(move === "close" && all.includes("dispatch")));
  const isStraight = onward.length > 0 && random.chance(0.6);
  const straight = oneOf(random, isStraight ? onward : all);
  const move = stand.deferred && random.chance(0.8) ? "resume" : straight;
  if (stand.request !== null && random.chance(0.6)) return { move: null, run: () => answer(path, stand) };
  if (stand.call !== null && random.chance(0.3)) return { move: null, run: () => reply(path, stand) };
  const meant = stand.call !== null && random.chance(0.5) ? "stand-down" : move;
  return { move: meant, run: () => moveOn(path, stand, meant) };
}

function oneOf<T>(random: Random, items: readonly T[]): T {
  const item = items[random.whole(0, items.length - 1)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}

const forward: Move[] = ["dispatch", "sign", "whistle", "return", "resolve", "check", "rework", "close", "call-back"];

const desk = (world: World) => as(world, "staff", "试城");
const other = (world: World) => as(world, "official", "试区");

async function answer({ world, id, random }: Path, { version, request, kind, to }: Stand): Promise<void> {
  const said = { id, request: request ?? "", outcome: random.pick(["granted", "granted", "refused"] as const), note };
  if (kind === "transfer") await receiveCase(other(world), { ...said, areaId: to ?? "" });
  else await decideRequest(other(world), { ...said, version, publicReply });
}

/** The called unit comes, or says what it did. */
async function reply({ world, id, random }: Path, { call }: Stand): Promise<void> {
  const at = { id, whistle: call ?? "" };
  if (random.chance(0.5)) await arriveAtCase(desk(world), at);
  else await answerWhistle(desk(world), { ...at, outcome: "done", answer: note });
}

async function moveOn({ world, id, numbers, random }: Path, { version, call }: Stand, move: Move): Promise<void> {
  const at = { id, version };
  const ctx = random.chance(0.5) ? other(world) : desk(world);
  const number = oneOf(random, numbers);
  if (isRequest(move)) return ask(ctx, { world, random }, at, move);
  const moved: Record<Exclude<Move, RequestKind>, () => Promise<void>> = {
    contact: () => contactCase(ctx, at),
    accept: () => acceptCase(ctx, at),
    decline: () => declineCase(ctx, { ...at, reason: "not_ours", publicReply }),
    dispatch: () => dispatchCase(ctx, { ...at, unitId: unitOf(world, random.pick(["甲街道", "乙一社区"])).id }),
    sign: () => signCase(ctx, at),
    resolve: () => resolveCase(ctx, at),
    check: () => checkCase(ctx, at),
    rework: () => reworkCase(ctx, { ...at, note }),
    resume: () => resumeCase(ctx, at),
    close: () => closeCase(ctx, { ...at, reason: random.pick(closeReasons), publicReply }),
    "call-back": () =>
      callBackCase(ctx, {
        ...at,
        outcome: random.pick(["reached", "unreachable"] as const),
        contacted: "yes",
        solved: random.pick(solvedAnswers),
        satisfaction: random.whole(1, 5),
      }),
    whistle: () =>
      callUnits(ctx, {
        ...at,
        ...{ unitId: unitOf(world, random.pick(["甲一社区", "乙街道", "试区"])).id, task: note },
        ...{ limit: 3, limitUnit: "work_day" },
      }),
    "stand-down": () => standDown(ctx, { ...at, whistle: call ?? uuidv7(), note }),
    link: () => linkCase(ctx, { ...at, number }),
    merge: () => mergeCase(ctx, { ...at, number, publicReply }),
    split: () => splitCase(ctx, { ...at, newId: uuidv7(), title: "另一件" }),
    recategorise: () =>
      recategoriseCase(ctx, {
        ...at,
        categoryCode: random.pick(["0202", "0602", "1210"]),
        urgent: random.chance(0.2),
        note,
      }),
  };
  await moved[move]();
}

function ask(
  ctx: Context,
  { world, random }: Pick<Path, "world" | "random">,
  at: { id: string; version: number },
  kind: RequestKind,
) {
  const until = kind === "extend" || kind === "defer" ? `2027-0${random.whole(1, 9)}-15` : undefined;
  const areaIdOf = () => areaId(world, random.pick(["甲一社区", "乙二社区", "乙街道"]));
  return askRequest(ctx, {
    ...{ ...at, kind, note, until },
    ...(kind === "transfer" ? { areaId: areaIdOf() } : {}),
    ...(kind === "void" ? { validity: random.pick(voidings) } : {}),
  });
}

async function standOf(world: World, id: string): Promise<Stand> {
  const [found] = await world.owner.execute<Stand>(sql`
    select c.state, c.version, r.id as request, r.kind, r.to_area_id as to, c.deferred_at is not null as deferred,
      (select w.id from whistles w where w.case_id = c.id and w.answered_at is null and w.ended_at is null limit 1) as call
    from cases c left join case_requests r on r.case_id = c.id and r.decided_at is null where c.id = ${id} limit 1`);
  if (!found) throw new Error("a case is gone");
  return found;
}

async function numberOf(world: World, id: string): Promise<number> {
  const [found] = await world.owner.execute<{ number: number }>(sql`select number::int from cases where id = ${id}`);
  return found?.number ?? 0;
}

/** Opening and new are finished and carried, in every area and for every day at which a period may end. */
async function expectBalance(world: World): Promise<void> {
  for (const area of ["试城", "甲街道", "乙街道", "甲一社区", "乙二社区"]) {
    const [wrong] = await world.owner
      .execute(sql`
      with area as (select id, pos, last from areas where id = ${areaId(world, area)}),
      ends as (select generate_series('2026-09-30'::date, '2027-02-01', '5 days')::date as day)
      select ends.day,
        (select coalesce(sum(received) - sum(finished), 0) from area_days d, area where d.area_id = area.id and d.day <= ends.day) as counted,
        (select count(*) from cases c, area where c.area_pos between area.pos and area.last and local_day(c.registered_at) <= ends.day
          and (c.closed_at is null or local_day(c.closed_at) > ends.day)) as standing
      from ends`)
      .then((rows) => rows.filter(({ counted, standing }) => Number(counted) !== Number(standing)));
    expect(wrong, area).toBeUndefined();
  }
}
