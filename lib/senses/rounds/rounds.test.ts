import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { getArea } from "../../areas/queries";
import { areaId, as, inRollback, type World } from "../../testing";
import { findRound, getProgress } from "../queries-collect";
import { heldStreet } from "../testing";
import { closeRound } from "./close";
import { openRoundInput } from "./input";
import { openRound } from "./open";
import { publishRound } from "./publish";
import { usualQuestionnaire } from "./usual";

const form = (world: World, changed: Record<string, string> = {}) => ({
  id: uuidv7(),
  areaId: areaId(world, "甲街道"),
  name: "十一月测评",
  mode: "drawn",
  opensOn: "2026-11-20",
  closesOn: "2026-11-30",
  target: "60",
  ...changed,
});

async function opened(world: World, changed: Record<string, string> = {}): Promise<string> {
  const input = openRoundInput.parse(form(world, changed));
  await openRound(as(world, "official", "甲街道"), input);
  return input.id;
}

async function answer(world: World, round: string, n: number): Promise<void> {
  const given = Array.from({ length: n }, () => ({ area: areaId(world, "甲一社区"), marks: { G1: 4 } }));
  const { db } = as(world, "official", "甲街道");
  await db.execute(sql`select add_answers(${round}, ${JSON.stringify(given)}::text::jsonb)`);
}

test("a round is opened, closed by who opened it and published by another, each with its event", () =>
  inRollback(async (world) => {
    const id = await opened(world);
    const ctx = as(world, "official", "甲街道");
    await answer(world, id, 27);
    const progress = await getProgress(ctx, (await findRound(ctx, id)) ?? expect.fail());
    expect(progress.round.state).toBe("open");
    expect(progress.answers).toBe(20);
    expect(progress.communities.map(({ name, answers }) => [name, answers])).toEqual([
      ["甲一社区", 20],
      ["甲二社区", 0],
    ]);

    await closeRound(ctx, { id });
    const cells = () => world.owner.execute(sql`select 1 from round_cells where round_id = ${id}`);
    expect((await findRound(ctx, id))?.state).toBe("closed");
    expect(await cells()).toHaveLength(0);
    await publishRound(as(world, "leader", "甲街道"), { id });
    expect((await findRound(ctx, id))?.state).toBe("published");
    expect((await cells()).length).toBeGreaterThan(0);
    const events = await world.owner.execute(sql`select action from events where subject_id = ${id} order by id`);
    expect(events.map(({ action }) => action)).toEqual(["round.opened", "round.closed", "round.published"]);
  }));

test("the same form sent twice is one round with one event; an open one has an address", () =>
  inRollback(async (world) => {
    const input = openRoundInput.parse(form(world, { mode: "open" }));
    const ctx = as(world, "official", "甲街道");
    await openRound(ctx, input);
    await openRound(ctx, input);
    const [row] = await world.owner.execute(
      sql`select code, (select count(*)::int from events where subject_id = r.id) as events from rounds r where id = ${input.id}`,
    );
    expect(row).toMatchObject({ code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/), events: 1 });
  }));

test("who may not open or publish is refused", () =>
  inRollback(async (world) => {
    const input = openRoundInput.parse(form(world));
    await expect(openRound(as(world, "staff", "甲街道"), input)).rejects.toMatchObject({ code: "forbidden" });
    const id = await opened(world);
    await expect(closeRound(as(world, "leader", "甲街道"), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(publishRound(as(world, "staff", "甲街道"), { id })).rejects.toMatchObject({ code: "forbidden" });
  }));

test("an area or a round elsewhere, or a round of an area above, is not there to be moved on", () =>
  inRollback(async (world) => {
    const input = openRoundInput.parse(form(world));
    await expect(openRound(as(world, "official", "乙街道"), input)).rejects.toMatchObject({ code: "not-found" });
    const id = await opened(world);
    for (const place of ["乙街道", "甲一社区"])
      for (const move of [closeRound, publishRound])
        await expect(move(as(world, "official", place), { id })).rejects.toMatchObject({ code: "not-found" });
    expect(await findRound(as(world, "staff", "乙街道"), id)).toBeNull();
    expect(await findRound(as(world, "staff", "甲一社区"), id)).toMatchObject({ isOwn: false, areaName: null });
  }));

test("a round moves on once, in order, and not by the hand that opened it", () =>
  inRollback(async (world) => {
    const [author, other] = [as(world, "official", "甲街道"), as(world, "leader", "甲街道")];
    const conflict = { code: "conflict" };
    const later = await opened(world, { opensOn: "2026-11-25" });
    expect(await world.attempt(() => closeRound(author, { id: later }))).toMatchObject({ reason: "round.notBegun" });
    const id = await opened(world);
    expect(await world.attempt(() => publishRound(other, { id }))).toMatchObject(conflict);
    await closeRound(author, { id });
    expect(await world.attempt(() => closeRound(author, { id }))).toMatchObject(conflict);
    expect(await world.attempt(() => publishRound(author, { id }))).toMatchObject({ reason: "round.author" });
    expect(await world.attempt(() => author.db.execute(sql`select release_round(${id}, now())`))).not.toBeNull();
    await publishRound(other, { id });
    expect(await world.attempt(() => publishRound(other, { id }))).toMatchObject(conflict);
  }));

test("a round that is over, or of an area below the community, is not opened", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const past = openRoundInput.parse(form(world, { opensOn: "2026-11-01", closesOn: "2026-11-22" }));
    expect(await world.attempt(() => openRound(ctx, past))).toMatchObject({ code: "invalid", field: "closesOn" });
    const grid = openRoundInput.parse(form(world, { areaId: areaId(world, "甲一1网格") }));
    expect(await world.attempt(() => openRound(ctx, grid))).toMatchObject({ reason: "round.level" });
    expect(openRoundInput.safeParse(form(world, { closesOn: "2026-11-19" })).success).toBe(false);
  }));

test("the next round asks what the last one asked here, in its last version, unless that came from a file", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const street = await getArea(ctx, areaId(world, "甲街道"));
    const askable = ["other", "local", "local", "three-senses"].map((key, at) => ({ id: String(at), key }));
    const usual = async () => (await usualQuestionnaire(ctx, street, askable))?.id;
    expect(await usual()).toBe("3");
    const asked = async (key: string, mode: string) => {
      const [round, instrument] = [await heldStreet(world, { 甲一社区: 40 }), uuidv7()];
      await world.owner.execute(
        sql`insert into instruments (id, key, version, name, published_at) values (${instrument}, ${key}, 1, '问卷', now())`,
      );
      await world.owner.execute(
        sql`update rounds set instrument_id = ${instrument}, mode = ${mode}, published_at = now() where id = ${round}`,
      );
    };
    await asked("local", "drawn");
    await asked("gone", "drawn");
    await asked("other", "imported");
    expect(await usual()).toBe("1");
  }));
