import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { findDifference } from "../../db/recount";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { acceptCase } from "./accept";
import { checkCase } from "./check";
import { closeCase } from "./close";
import { declineCase } from "./decline";
import { dispatchCase } from "./dispatch";
import { linkCase } from "./link";
import { mergeCase } from "./merge";
import type { CaseState, RequestKind } from "./model";
import { registerCase } from "./register";
import { askRequest } from "./requests/ask";
import { decideRequest } from "./requests/decide";
import { receiveCase } from "./requests/receive";
import { resumeCase } from "./requests/resume";
import { resolveCase } from "./resolve";
import { reworkCase } from "./rework";
import { signCase } from "./sign";
import { splitCase } from "./split";
import { actIn, placeTogether, pressAtOnce, requestAt } from "./testing-together";

const place = placeTogether("paths");
const publicReply = "已答复。";
const note = "理由";

type At = { id: string; version: number };
type Given = At & { number: number; request: string; areaId: string };
type Race = {
  name: string;
  state: CaseState;
  waits?: RequestKind;
  moves: ((ctx: Context, at: Given) => Promise<void>)[];
};

const pick = ({ id, version }: Given): At => ({ id, version });
const decide = (outcome: "granted" | "refused") => (ctx: Context, given: Given) =>
  decideRequest(ctx, { ...pick(given), request: given.request, outcome, note, publicReply });

const races: Race[] = [
  {
    name: "accept, decline, dispatch, close or take out of the rates",
    state: "registered",
    waits: "void",
    moves: [
      (ctx, at) => acceptCase(ctx, pick(at)),
      (ctx, at) => declineCase(ctx, { ...pick(at), reason: "not_ours", publicReply }),
      (ctx, at) => dispatchCase(ctx, { ...pick(at), unitId: place.account }),
      (ctx, at) => closeCase(ctx, { ...pick(at), reason: "explained", publicReply }),
      decide("granted"),
    ],
  },
  {
    name: "sign, link, merge or split",
    state: "dispatched",
    moves: [
      (ctx, at) => signCase(ctx, pick(at)),
      (ctx, at) => linkCase(ctx, { ...pick(at), number: at.number }),
      (ctx, at) => mergeCase(ctx, { ...pick(at), number: at.number, publicReply }),
      (ctx, at) => splitCase(ctx, { ...pick(at), newId: uuidv7(), title: "另一件" }),
    ],
  },
  { name: "resolve", state: "signed", moves: [(ctx, at) => resolveCase(ctx, pick(at))] },
  {
    name: "check, rework or close",
    state: "resolved",
    moves: [
      (ctx, at) => checkCase(ctx, pick(at)),
      (ctx, at) => reworkCase(ctx, { ...pick(at), note }),
      (ctx, at) => closeCase(ctx, { ...pick(at), reason: "solved", publicReply }),
    ],
  },
  ...(["return", "extend", "defer"] as const).map(
    (kind): Race => ({
      name: `decide to ${kind}`,
      state: "signed",
      waits: kind,
      moves: [decide("granted"), decide("refused")],
    }),
  ),
  { name: "decide to reopen", state: "closed", waits: "reopen", moves: [decide("granted"), decide("refused")] },
  {
    name: "take over, or resolve meanwhile",
    state: "signed",
    waits: "transfer",
    moves: [
      (ctx, { id, request, areaId }) => receiveCase(ctx, { id, request, areaId, outcome: "granted" }),
      (ctx, at) => resolveCase(ctx, pick(at)),
    ],
  },
];

describe.each(races)("of twenty who $name at once", ({ state, waits, moves }) => {
  test("one wins, and nineteen are told how it stands now", async () => {
    const given = await laid(state, waits);
    const works = Array.from(
      { length: 20 },
      (_, i) => () => actIn(place, (ctx) => (moves[i % moves.length] ?? resumeCase)(ctx, given)),
    );
    const outcomes = await pressAtOnce(place, given.id, [works, 8]);
    const lost = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(lost.filter((reason) => !(reason instanceof Refusal) || reason.code !== "conflict")).toEqual([]);
    expect(lost).toHaveLength(19);
    const [now] = await place.owner<{ state: string; version: number }[]>`
      select state, version from cases where id = ${given.id}`;
    for (const { reason, values } of lost) if (reason === "case.moved") expect(values).toEqual(now);
    expect(await findDifference(place.owner)).toBeNull();
  }, 60_000);
});

test("of twenty who ask for the same at once one has asked", async () => {
  const at = await laid("signed");
  const ask = () => actIn(place, (ctx) => askRequest(ctx, { ...pick(at), kind: "return", note }));
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, ask));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const told = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.reason] : []));
  expect(new Set(told)).toEqual(new Set(["case.askedAlready"]));
});

test("two cases merged into one another at once do not both end", async () => {
  const [one, other] = [await laid("signed"), await laid("signed")];
  const merge = (from: Given, into: Given) => () =>
    actIn(place, async (ctx) => {
      const number = await numberOf(into.id);
      await mergeCase(ctx, { ...pick(from), number, publicReply });
    });
  const outcomes = await Promise.allSettled([merge(one, other)(), merge(other, one)()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

async function laid(state: CaseState, waits?: RequestKind): Promise<Given> {
  const [input, second] = [requestAt(place, 0), requestAt(place, 1)];
  for (const each of [input, second]) await actIn(place, (ctx) => registerCase(ctx, each));
  const { id } = input;
  const areaId = place.ids[6] ?? "";
  await place.owner`update cases set state = ${state} where id = ${id}`;
  if (state === "closed") await actIn(place, (ctx) => closeAgain(ctx, id));
  const request = uuidv7();
  if (waits)
    await place.owner`
      insert into case_requests (case_id, id, area_pos, kind, until, validity, to_area_id, to_pos, reason, asked_by, asked_name, asked_at, due_at)
      select c.id, ${request}, c.area_pos, ${waits}, ${waits === "extend" || waits === "defer" ? "2099-01-01" : null},
        ${waits === "void" ? "invalid" : null}, t.id, t.pos, '理由', ${place.other}, '并发', now(), '2099-01-01'
      from cases c left join areas t on t.id = ${areaId} and ${waits} = 'transfer' where c.id = ${id}`;
  const [row] = await place.owner<{ version: number }[]>`select version from cases where id = ${id}`;
  return { id, version: row?.version ?? 1, number: await numberOf(second.id), request, areaId };
}

/** Closed by the verb, so that the counts know of it. */
async function closeAgain(ctx: Context, id: string): Promise<void> {
  await place.owner`update cases set state = 'registered' where id = ${id}`;
  await closeCase(ctx, { id, version: 1, reason: "solved", publicReply });
}

async function numberOf(id: string): Promise<number> {
  const [row] = await place.owner<{ number: string }[]>`select number from cases where id = ${id}`;
  return Number(row?.number);
}
