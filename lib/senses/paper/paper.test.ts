import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { areaId, as, inRollback, type World } from "../../testing";
import { markField } from "../answering/input";
import { findRound, getProgress } from "../queries-collect";
import { closeRound } from "../rounds/close";
import { openRoundInput } from "../rounds/input";
import { openRound } from "../rounds/open";
import { keyFormInput } from "./input";
import { beginPile, finishPile, keyForm } from "./paper";
import { getPile } from "./queries";

async function begun(world: World): Promise<{ round: string; pile: string }> {
  const [round, pile] = [uuidv7(), uuidv7()];
  const given = { id: round, areaId: areaId(world, "甲街道"), name: "十一月测评", mode: "drawn" };
  const dates = { opensOn: "2026-11-20", closesOn: "2026-11-30" };
  await openRound(as(world, "official", "甲街道"), openRoundInput.parse({ ...given, ...dates }));
  await beginPile(staff(world), { id: pile, roundId: round, areaId: areaId(world, "甲一社区") });
  return { round, pile };
}

const staff = (world: World) => as(world, "staff", "甲一社区");

const form = (id: string, number: number, marks: Record<string, string>, second = false) =>
  keyFormInput.parse({
    id,
    number: String(number),
    ...(second ? { second: "on" } : {}),
    ...Object.fromEntries(Object.entries(marks).map(([code, mark]) => [markField(code), mark])),
  });

const answersOf = (world: World, round: string) =>
  world.owner.execute<{ mark: number }>(
    sql`select (marks ->> 'G1')::int as mark from answers where round_id = ${round} order by ctid`,
  );

test("a pile is keyed, a sample of it twice, and goes among the answers without numbers; one event tells of all", () =>
  inRollback(async (world) => {
    const { round, pile } = await begun(world);
    const keyed = Array.from({ length: 20 }, (_, n) => String(1 + (n % 5)));
    for (const [n, G1] of keyed.entries())
      expect(await keyForm(staff(world), form(pile, n + 1, { G1, G2: "-" }))).toMatchObject({ next: String(n + 2) });
    expect(await keyForm(staff(world), form(pile, 1, { G1: "1" }, true))).toMatchObject({ differing: "" });
    expect(await keyForm(staff(world), form(pile, 11, { G1: "2", G3: "4" }, true))).toMatchObject({
      differing: "G1 G3",
    });
    await keyForm(staff(world), form(pile, 11, { G1: "2" }));
    expect(await getPile(staff(world), pile)).toMatchObject({
      forms: 20,
      marks: 20,
      checked: 2,
      compared: 30,
      differing: 2,
    });
    expect(await answersOf(world, round)).toHaveLength(0);

    await finishPile(staff(world), { id: pile });
    const open = (await findRound(staff(world), round)) ?? expect.fail();
    expect(await getProgress(staff(world), open)).toMatchObject({ answers: 20, onPaper: 20 });
    const marks = (await answersOf(world, round)).map(({ mark }) => String(mark));
    expect([...marks].sort()).toEqual([...keyed.slice(0, 10), "2", ...keyed.slice(11)].sort());
    expect(await world.owner.execute(sql`select 1 from paper_forms where batch_id = ${pile}`)).toHaveLength(0);
    expect(await getPile(staff(world), pile)).toMatchObject({ forms: 20, checked: 2, compared: 30, differing: 2 });
    const events = await world.owner.execute(sql`select action from events where subject_id = ${round} order by id`);
    expect(events.map(({ action }) => action)).toEqual(["round.opened", "round.paperBegun", "round.paperKeyed"]);
  }));

test("a round that closes takes what was keyed of an unfinished pile along", () =>
  inRollback(async (world) => {
    const { round, pile } = await begun(world);
    for (let n = 1; n <= 12; n += 1) await keyForm(staff(world), form(pile, n, { G1: "4" }));
    await closeRound(as(world, "official", "甲街道"), { id: round });
    expect(await answersOf(world, round)).toHaveLength(12);
    expect(await getPile(staff(world), pile)).toMatchObject({ forms: 12, finishedAt: world.now });
  }));

test("who may not key in is refused", () =>
  inRollback(async (world) => {
    const { round, pile } = await begun(world);
    const leader = as(world, "leader", "甲街道");
    const refused = { code: "forbidden" };
    const another = { id: uuidv7(), roundId: round, areaId: areaId(world, "甲一社区") };
    await expect(beginPile(leader, another)).rejects.toMatchObject(refused);
    await expect(keyForm(leader, form(pile, 1, { G1: "4" }))).rejects.toMatchObject(refused);
    await expect(finishPile(leader, { id: pile })).rejects.toMatchObject(refused);
  }));

test("a pile elsewhere is not there", () =>
  inRollback(async (world) => {
    const { round, pile } = await begun(world);
    const missing = { code: "not-found" };
    for (const place of ["甲二社区", "乙街道"]) {
      const other = as(world, "staff", place);
      const another = { id: uuidv7(), roundId: round, areaId: areaId(world, "甲一社区") };
      await expect(beginPile(other, another)).rejects.toMatchObject(missing);
      await expect(keyForm(other, form(pile, 1, { G1: "4" }))).rejects.toMatchObject(missing);
      await expect(finishPile(other, { id: pile })).rejects.toMatchObject(missing);
      expect(
        await world.attempt(() => other.db.execute(sql`select key_form(${pile}, 1, '{"G1": 4}'::jsonb, '{}'::jsonb)`)),
      ).not.toBeNull();
    }
  }));

test("what is not on a scale, an empty form, a second reading without a first, a finished pile: each is refused in words", () =>
  inRollback(async (world) => {
    const { round, pile } = await begun(world);
    const ctx = staff(world);
    const refusal = (work: () => Promise<unknown>) => world.attempt(work);
    expect(await refusal(() => finishPile(ctx, { id: pile }))).toMatchObject({ reason: "round.pileEmpty" });
    for (const G1 of ["0", "6"])
      expect(await refusal(() => keyForm(ctx, form(pile, 1, { G1 })))).toMatchObject({ reason: "round.unfitForm" });
    expect(await refusal(() => keyForm(ctx, form(pile, 1, { G1: "-" })))).toMatchObject({ reason: "round.emptyForm" });
    expect(await refusal(() => keyForm(ctx, form(pile, 1, { G1: "4" }, true)))).toMatchObject({ field: "number" });
    expect(keyFormInput.safeParse({ id: pile, number: "1", [markField("G1")]: "x" }).success).toBe(false);
    await keyForm(ctx, form(pile, 1, { G1: "4" }));
    await finishPile(ctx, { id: pile });
    const finished = { reason: "round.pileFinished" };
    expect(await refusal(() => finishPile(ctx, { id: pile }))).toMatchObject(finished);
    expect(await refusal(() => keyForm(ctx, form(pile, 2, { G1: "4" })))).toMatchObject(finished);
    await closeRound(as(world, "official", "甲街道"), { id: round });
    const late = { id: uuidv7(), roundId: round, areaId: areaId(world, "甲一社区") };
    expect(await refusal(() => beginPile(ctx, late))).toMatchObject({ code: "conflict" });
  }));
