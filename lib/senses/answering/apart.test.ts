import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeConnections, withActor, withVisitor } from "../../../db/index";
import { placeRound } from "../../access/testing/furniture";
import { type City, openCity, personOf } from "../../access/testing/world";
import type { Context, Visitor } from "../../context";
import { beginPile, finishPile, keyForm } from "../paper/paper";
import { giveAnswer } from "./answer";
import { makeBatches } from "./batches";
import { answerInput, markField } from "./input";

let city: City;
beforeAll(async () => {
  city = await openCity("apart");
}, 60_000);
afterAll(async () => {
  await closeConnections();
  await city.close();
});

const now = new Date("2026-11-23T02:00:00Z");
const visitorAt = (place: string): Visitor => ({ place, now, transaction: withVisitor });

async function asStaff<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const { sessionId } = personOf(city, "staff");
  const answer = await withActor(sessionId, async (db, { accountId, name, role, grantId, ...at }) => ({
    value: await work({ actor: { accountId, name, role, grantId, ...at }, db, now }),
  }));
  if (!answer) throw new Error("the staff are let in");
  return answer.value;
}

const area = () => city.areas.get("甲一社区") ?? "";
const codesFor = async (roundId: string, sheets: number) =>
  (await asStaff((ctx) => makeBatches(ctx, { id: uuidv7(), roundId, areaId: area(), sheets }))).batches
    .replace(/^.*\t/, "")
    .split(" ");
const form = (code: string, mark = "4") =>
  answerInput.parse({ code, key: crypto.randomUUID(), [markField("q1")]: mark });

const storedIn = async (round: string) => {
  const [row] = await city.owner`
    select (select count(*)::int from answers where round_id = ${round}) as kept,
      (select coalesce(sum(jsonb_array_length(waiting)), 0)::int from answer_boxes where round_id = ${round}) as waiting`;
  return row;
};

test("answers are laid beside no code: not by a column, not by transaction, not by the order of either", async () => {
  const round = await placeRound(city.owner, area());
  const codes = await codesFor(round, 40);
  const marks = codes.map((_, n) => String(1 + (n % 5)));
  for (const [n, code] of codes.entries()) await giveAnswer(visitorAt("here"), form(code, marks[n]));
  expect(await storedIn(round)).toMatchObject({ kept: 40, waiting: 0 });

  const written = await city.owner<{ xmin: string; n: number }[]>`
    select xmin::text, count(*)::int as n from answers where round_id = ${round} group by 1`;
  for (const { n } of written) expect(n).toBeGreaterThanOrEqual(10);
  const tokens = await city.owner`select xmin::text from batch_tokens`;
  expect(tokens).toHaveLength(1);

  const kept =
    await city.owner`select id::text, marks ->> 'q1' as mark from answers where round_id = ${round} order by ctid`;
  expect(kept.map(({ mark }) => mark)).not.toEqual(marks);
  for (const { id } of kept) expect(id).toMatch(/^.{14}4/);
});

test("forms on paper go among the answers in tens too, however small their pile", async () => {
  const round = await placeRound(city.owner, area());
  for (const [forms, stored] of [
    [3, { kept: 0, waiting: 3 }],
    [12, { kept: 10, waiting: 5 }],
    [26, { kept: 40, waiting: 1 }],
  ] as const) {
    const id = uuidv7();
    await asStaff((ctx) => beginPile(ctx, { id, roundId: round, areaId: area() }));
    for (let number = 1; number <= forms; number += 1)
      await asStaff((ctx) => keyForm(ctx, { id, number, isSecond: false, marks: { q1: 1 + (number % 5) }, words: {} }));
    await asStaff((ctx) => finishPile(ctx, { id }));
    expect(await storedIn(round)).toMatchObject(stored);
  }
  const written = await city.owner<{ n: number }[]>`
    select count(*)::int as n from answers where round_id = ${round} group by xmin::text`;
  for (const { n } of written) expect(n).toBeGreaterThanOrEqual(10);
});

test("the table of answers has no column but the round, a random key, the community and the marks", async () => {
  const columns = async (table: string) =>
    (
      await city.owner`select column_name as name from information_schema.columns where table_name = ${table} order by 1`
    ).map(({ name }) => name);
  expect(await columns("answers")).toEqual(["area_id", "area_pos", "id", "marks", "round_id"]);
  expect(await columns("answer_boxes")).toEqual(["area_id", "round_id", "texts", "waiting"]);
  expect(await columns("answer_texts")).toEqual([
    ...["area_id", "area_pos", "asked", "code", "edited", "id", "reason", "round_id", "state", "words"],
  ]);
  expect(await columns("batch_tokens")).toEqual(["batch_id", "tokens"]);
  expect(await columns("answer_receipts")).toEqual(["receipt", "round_id"]);
});

test("what a changed row leaves behind is cleared away at once, in the tables where a code and an answer change together", async () => {
  const settings = await city.owner<{ name: string; told: string }[]>`
    select c.relname as name, array_to_string(c.reloptions || t.reloptions, ' ') as told
    from pg_class c left join pg_class t on t.oid = c.reltoastrelid
    where c.relname in ('batch_tokens', 'answer_boxes', 'answer_receipts', 'paper_forms') and c.relkind = 'r'`;
  expect(settings).toHaveLength(4);
  for (const { name, told } of settings)
    expect(told.match(/autovacuum_vacuum_threshold=1|autovacuum_vacuum_scale_factor=0/g)?.length, name).toBeGreaterThan(
      1,
    );
  const [kept] = await city.owner`
    select current_setting('autovacuum') as sweeps, current_setting('track_commit_timestamp') as instants`;
  expect(kept).toMatchObject({ sweeps: "on", instants: "off" });
});

test("one code sent by twenty at once is one answer, and twenty codes at once are twenty", async () => {
  const round = await placeRound(city.owner, area());
  const [first = "", ...others] = await codesFor(round, 21);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => giveAnswer(visitorAt(`at once ${n}`), form(first))),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await Promise.all(others.map((code, n) => giveAnswer(visitorAt(`together ${n}`), form(code))));
  expect(await storedIn(round)).toMatchObject({ kept: 20, waiting: 1 });
});
