import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { Context, Visitor } from "../../context";
import { areaId, as, inRollback, type World } from "../../testing";
import { findRound, getProgress } from "../queries-collect";
import { responseOf } from "../response";
import { closeRound } from "../rounds/close";
import { openRoundInput } from "../rounds/input";
import { openRound } from "../rounds/open";
import { findSheet, giveAnswer } from "./answer";
import { makeBatches, revokeBatch } from "./batches";
import { answerInput, givenIn, markField, wordsField } from "./input";
import { answersEach } from "./throttle";

let places = 0;

const visitorOf = (world: World): Visitor => {
  places += 1;
  return { place: `place ${places}`, now: world.now, transaction: (work) => work(world.owner) };
};

async function opened(world: World, mode: "drawn" | "open" = "drawn", opensOn = "2026-11-20"): Promise<string> {
  const given = { areaId: areaId(world, "甲街道"), name: "十一月测评", mode, closesOn: "2026-11-30" };
  const input = openRoundInput.parse({ ...given, id: uuidv7(), opensOn });
  await openRound(as(world, "official", "甲街道"), input);
  return input.id;
}

async function sheets(world: World, roundId: string, n = 12): Promise<{ id: string; codes: string[] }> {
  const id = uuidv7();
  const given = { id, roundId, areaId: areaId(world, "甲一社区"), sheets: n };
  const made = await makeBatches(as(world, "staff", "甲一社区"), given);
  return { id, codes: codesIn(made.batches) };
}

const codesIn = (batch: string) => (batch.split("\t")[1] ?? "").split(" ");

const filled = (code: string, changed: Record<string, string> = {}) =>
  answerInput.parse({ code, key: crypto.randomUUID(), [markField("G1")]: "4", [markField("G2")]: "", ...changed });

const count = async (world: World, table: string, round: string) => {
  const [row] = await world.owner.execute(
    sql.raw(
      table === "answer_boxes"
        ? `select coalesce(sum(jsonb_array_length(waiting)), 0)::int as n from answer_boxes where round_id = '${round}'`
        : `select count(*)::int as n from ${table} where round_id = '${round}'`,
    ),
  );
  return Number(row?.n);
};
const stored = async (world: World, round: string) =>
  (await count(world, "answers", round)) + (await count(world, "answer_boxes", round));

test("a resident answers by a code, once; the same form sent twice is one answer, another is told the code is used", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const { codes } = await sheets(world, round);
    const [code = ""] = codes;
    const visitor = visitorOf(world);
    expect(await findSheet(visitor, code)).toMatchObject({ state: "open", area: "甲一社区", round: "十一月测评" });

    const form = filled(code);
    await giveAnswer(visitor, form);
    await giveAnswer(visitor, form);
    expect(await stored(world, round)).toBe(1);
    expect(await world.attempt(() => giveAnswer(visitor, filled(code)))).toMatchObject({ reason: "answer.used" });
    expect(await findSheet(visitor, code)).toEqual({ state: "used" });
    expect(await stored(world, round)).toBe(1);
  }));

test("answers wait until they are ten, are counted in tens all along, and leave no code behind when the round closes", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const { codes } = await sheets(world, round, 30);
    const visitor = visitorOf(world);
    for (const code of codes.slice(0, 9)) await giveAnswer(visitor, filled(code));
    expect(await count(world, "answers", round)).toBe(0);
    for (const code of codes.slice(9, 23)) await giveAnswer(visitor, filled(code));
    expect([await count(world, "answers", round), await count(world, "answer_boxes", round)]).toEqual([20, 3]);
    const ctx = as(world, "official", "甲街道");
    const found = (await findRound(ctx, round)) ?? expect.fail();
    expect((await getProgress(ctx, found)).answers).toBe(20);

    await closeRound(ctx, { id: round });
    expect([await count(world, "answers", round), await count(world, "answer_boxes", round)]).toEqual([23, 0]);
    const [left] = await world.owner.execute(sql`
      select (select count(*)::int from batch_tokens t join answer_batches b on b.id = t.batch_id where b.round_id = ${round}) as n`);
    expect(left?.n).toBe(0);
    for (const code of [codes[0], codes[29]])
      expect(await findSheet(visitor, code ?? "")).toMatchObject({ state: "closed" });
    expect(await world.attempt(() => giveAnswer(visitor, filled(codes[29] ?? "")))).toMatchObject({
      reason: "answer.closed",
    });
  }));

test("a code that is unknown, revoked, early or late opens nothing and says so", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const { id, codes } = await sheets(world, round);
    const [code = ""] = codes;
    const visitor = visitorOf(world);
    for (const wrong of [
      "",
      "X",
      "\0".repeat(20),
      "十".repeat(8),
      "U".repeat(20),
      "0".repeat(20),
      `${code.slice(0, 19)}*`,
      code.slice(0, 8),
      "0".repeat(8),
    ]) {
      expect(await findSheet(visitor, wrong)).toEqual({ state: "unknown" });
      expect(
        await world.attempt(() => giveAnswer(visitor, filled(wrong, { area: areaId(world, "甲一社区") }))),
      ).toMatchObject({ reason: "answer.unknown" });
    }
    const late = { ...visitor, now: new Date("2026-12-01T00:00:00Z") };
    expect(await findSheet(late, code)).toMatchObject({ state: "closed" });
    expect(await world.attempt(() => giveAnswer(late, filled(code)))).toMatchObject({ reason: "answer.closed" });
    const early = { ...visitor, now: new Date("2026-11-19T00:00:00Z") };
    expect(await findSheet(early, code)).toMatchObject({ state: "early", opensOn: "2026-11-20" });

    await revokeBatch(as(world, "staff", "甲一社区"), { id });
    expect(await findSheet(visitor, code)).toEqual({ state: "revoked" });
    expect(await world.attempt(() => giveAnswer(visitor, filled(code)))).toMatchObject({ reason: "answer.revoked" });
    expect(await stored(world, round)).toBe(0);
  }));

test("a mark that is on no scale, and a form without one, are not taken", () =>
  inRollback(async (world) => {
    const { codes } = await sheets(world, await opened(world));
    const [code = ""] = codes;
    const visitor = visitorOf(world);
    for (const marks of [{ [markField("G1")]: "6" }, { [markField("G1")]: "0" }, { [markField("X")]: "1" }])
      expect(await world.attempt(() => giveAnswer(visitor, filled(code, marks)))).toMatchObject({
        reason: "answer.unfit",
      });
    const none = filled(code, { [markField("G1")]: "" });
    expect(await world.attempt(() => giveAnswer(visitor, none))).toMatchObject({ reason: "answer.empty" });
    await giveAnswer(visitor, filled(code));
  }));

test("an open round has one address, a place to choose, a cap for each client, and takes no form twice", () =>
  inRollback(async (world) => {
    const round = await opened(world, "open");
    const [row] = await world.owner.execute<{ code: string }>(sql`select code from rounds where id = ${round}`);
    const code = row?.code ?? "";
    const visitor = visitorOf(world);
    const found = await findSheet(visitor, code);
    if (found.state !== "open") throw new Error("it is open");
    expect(found.areas?.map(({ name }) => name)).toEqual(["甲一社区", "甲二社区"]);

    const area = areaId(world, "甲二社区");
    expect(await world.attempt(() => giveAnswer(visitor, filled(code)))).toMatchObject({ field: "area" });
    const form = filled(code, { area });
    await giveAnswer(visitor, form);
    await giveAnswer(visitor, form);
    expect(await stored(world, round)).toBe(1);
    const elsewhere = filled(code, { area: areaId(world, "乙一社区") });
    expect(await world.attempt(() => giveAnswer(visitor, elsewhere))).toMatchObject({ field: "area" });

    const flood = visitorOf(world);
    let refused = 0;
    for (let n = 0; n < answersEach.open + 20; n += 1)
      await giveAnswer(flood, filled(code, { area })).catch((error) => {
        refused += Number(error.reason === "answer.tooMany");
      });
    expect([await stored(world, round), refused]).toEqual([1 + answersEach.open, 20]);
    await giveAnswer(visitorOf(world), filled(code, { area }));
  }));

test("sheets are made and taken back by who may, with an event each and none for an answer", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const { id, codes } = await sheets(world, round);
    expect(new Set(codes).size).toBe(12);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    await giveAnswer(visitorOf(world), filled(codes[0] ?? ""));
    await revokeBatch(as(world, "official", "甲街道"), { id });
    const events = await world.owner.execute(sql`select action from events where subject_id = ${round} order by id`);
    expect(events.map(({ action }) => action)).toEqual(["round.opened", "round.sheetsMade", "round.sheetsRevoked"]);
    const [kept] = await world.owner.execute(sql`select tokens::text as text from batch_tokens where batch_id = ${id}`);
    for (const code of codes) expect(String(kept?.text)).not.toContain(code.slice(6));
  }));

test("a batch for each community that is asked, all or none, and as many as can be printed", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const each = { roundId: round, areaId: "each", sheets: 10 };
    const official = as(world, "official", "甲街道");
    const { batches } = await makeBatches(official, { ...each, id: uuidv7() });
    const made = batches.split("\n").map((line) => line.split("\t"));
    expect(made.map(([area]) => area)).toEqual(["甲一社区", "甲二社区"]);
    expect(new Set(made.flatMap(([, codes = ""]) => codes.split(" "))).size).toBe(20);
    const events = await world.owner.execute(sql`select action from events where subject_id = ${round} order by id`);
    expect(events.map(({ action }) => action)).toEqual(["round.opened", "round.sheetsMade", "round.sheetsMade"]);

    const own = await makeBatches(as(world, "staff", "甲二社区"), { ...each, id: uuidv7() });
    expect(own.batches.split("\n")).toHaveLength(1);
    const refused = (ctx: Context, changed: object) =>
      world.attempt(() => makeBatches(ctx, { ...each, id: uuidv7(), ...changed }));
    expect(await refused(official, { sheets: 1501 })).toMatchObject({ code: "invalid", field: "sheets" });
    expect(await refused(as(world, "officer", "甲一社区"), {})).toMatchObject({ code: "forbidden" });
    expect(await refused(as(world, "staff", "乙街道"), {})).toMatchObject({ code: "not-found" });
  }));

test("who may not make sheets is refused, and what lies elsewhere is not there", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const { id } = await sheets(world, round);
    const given = { id: uuidv7(), roundId: round, areaId: areaId(world, "甲一社区"), sheets: 10 };
    await expect(makeBatches(as(world, "officer", "甲一社区"), given)).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeBatch(as(world, "leader", "甲街道"), { id })).rejects.toMatchObject({ code: "forbidden" });
    for (const place of ["甲二社区", "乙街道"]) {
      await expect(makeBatches(as(world, "staff", place), given)).rejects.toMatchObject({ code: "not-found" });
      await expect(revokeBatch(as(world, "staff", place), { id })).rejects.toMatchObject({ code: "not-found" });
    }
  }));

test("no sheets for an open or a closed round, an area outside it, twice, or taken back twice", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "试城");
    const round = await opened(world);
    const { id } = await sheets(world, round);
    const given = { id: uuidv7(), roundId: round, areaId: areaId(world, "甲一社区"), sheets: 10 };
    const refused = (changed: Partial<typeof given>) =>
      world.attempt(() => makeBatches(ctx, { ...given, id: uuidv7(), ...changed }));
    const conflict = { code: "conflict" };
    expect(await refused({ areaId: areaId(world, "乙一社区") })).toMatchObject(conflict);
    expect(await refused({ areaId: areaId(world, "甲一1网格") })).toMatchObject(conflict);
    expect(await refused({ id })).toMatchObject(conflict);
    expect(await refused({ roundId: await opened(world, "open") })).toMatchObject(conflict);
    await revokeBatch(ctx, { id });
    expect(await world.attempt(() => revokeBatch(ctx, { id }))).toMatchObject(conflict);
    await closeRound(ctx, { id: round });
    expect(await refused({})).toMatchObject(conflict);
  }));

test("words wait apart from the marks until the round is closed, and then stand under keys of their own", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    await world.owner.execute(sql`
      insert into instrument_items (instrument_id, code, position, kind, low, high, top_from, scored, labels)
      select instrument_id, 'T1', 99, 'text', 0, 0, 0, false, '{}' from rounds where id = ${round}`);
    const { codes } = await sheets(world, round, 20);
    const visitor = visitorOf(world);
    const said = (n: number) => ({ [wordsField("T1")]: `第${n}句` });
    for (const [n, code] of codes.slice(0, 12).entries())
      await giveAnswer(visitor, filled(code, n % 3 === 0 ? said(n) : {}));
    expect([await count(world, "answers", round), await count(world, "answer_texts", round)]).toEqual([10, 0]);
    for (const wrong of [
      { [wordsField("G1")]: "四" },
      { [markField("T1")]: "4" },
      { [wordsField("T1")]: "灯".repeat(201) },
    ]) {
      const form = { ...filled(codes[13] ?? ""), ...givenIn(wrong) };
      expect(await world.attempt(() => giveAnswer(visitor, form))).toMatchObject({ reason: "answer.unfit" });
    }
    await giveAnswer(visitor, answerInput.parse({ code: codes[14], key: crypto.randomUUID(), ...said(14) }));

    await closeRound(as(world, "official", "甲街道"), { id: round });
    const rows = await world.owner.execute<{ code: string; words: string; area: string }>(sql`
      select code, words, area_id as area from answer_texts where round_id = ${round} order by ctid`);
    expect(rows.map(({ words }) => words).sort()).toEqual(["第0句", "第14句", "第3句", "第6句", "第9句"].sort());
    expect(new Set(rows.map(({ area }) => area))).toEqual(new Set([areaId(world, "甲一社区")]));
    expect(await count(world, "answers", round)).toBe(13);
  }));

test("of a batch taken back what had been used counts as handed out, in tens, once the round is closed; of the others all", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const [lost, used, left] = [
      await sheets(world, round, 40),
      await sheets(world, round, 30),
      await sheets(world, round),
    ];
    const visitor = visitorOf(world);
    for (const code of [...used.codes.slice(0, 11), ...left.codes]) await giveAnswer(visitor, filled(code));
    const ctx = as(world, "official", "甲街道");
    for (const { id } of [lost, used]) await revokeBatch(ctx, { id });
    const told = () => responseOf(ctx, ctx.actor, { roundId: round, answers: 23 });
    expect(await told()).toEqual({ handedOut: 82, answered: 23, onPaper: 0 });
    await closeRound(ctx, { id: round });
    expect(await told()).toEqual({ handedOut: 32, answered: 23, onPaper: 0 });
  }));
