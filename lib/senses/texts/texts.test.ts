import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { getArea } from "../../areas/queries";
import type { Context } from "../../context";
import { areaId, as, inRollback, type World } from "../../testing";
import { findRound } from "../queries-collect";
import { approveText } from "./approve";
import { isTakenFrom } from "./model";
import { getReview, listTold, type TextRow } from "./queries";
import { rejectText } from "./reject";

type Said = { area: string; forms: number; words: string[] };

/** A closed round of 甲街道, opened by its official: so many forms in each place, and what was written on them. */
async function closed(world: World, said: Said[], shownIf: object | null = null): Promise<string> {
  const [id, instrument, place] = [uuidv7(), uuidv7(), areaId(world, "甲街道")];
  await world.owner.execute(sql`
    insert into instruments (id, key, version, name, published_at) values (${instrument}, ${instrument}, 1, '试卷', '2026-01-01')`);
  await world.owner.execute(sql`
    insert into instrument_items (instrument_id, code, position, kind, sense, low, high, top_from, scored, labels, shown_if) values
      (${instrument}, 'G1', 1, 'scale', 'gain', 1, 5, 4, true, '{"zh-CN":"满意吗"}', null),
      (${instrument}, 'T1', 2, 'text', null, 0, 0, 0, false, '{"zh-CN":"还想说什么"}', ${shownIf ? JSON.stringify(shownIf) : null}::text::jsonb)`);
  await world.owner.execute(sql`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, opened_by)
    select ${id}, a.id, a.pos, a.last, ${instrument}, '一轮', 'drawn', '2026-11-01', '2026-11-22', ${as(world, "official", "甲街道").actor.accountId}
    from areas a where a.id = ${place}`);
  for (const { area, forms, words } of said)
    for (let n = 0; n < forms; n += 1) {
      const given = words[n] === undefined ? {} : { T1: words[n] };
      await world.owner.execute(sql`
        select box_answer(${id}, ${areaId(world, area)}, ${JSON.stringify({ G1: 1 + (n % 5) })}::text::jsonb, ${JSON.stringify(given)}::text::jsonb)`);
    }
  await as(world, "official", "甲街道").db.execute(sql`select close_round(${id}, ${world.now.toISOString()})`);
  return id;
}

const sentences = (n: number) => Array.from({ length: n }, (_, at) => `第${at}条：东门的灯不亮`);

async function review(ctx: Context, id: string, state: "waiting" | "approved" = "waiting", after = "") {
  const round = (await findRound(ctx, id)) ?? expect.fail();
  return getReview(ctx, round, { state, after });
}

async function approveAll(ctx: Context, id: string): Promise<TextRow[]> {
  const { rows } = await review(ctx, id);
  for (const { id: text, words } of rows) await approveText(ctx, { roundId: id, id: text, words });
  return rows;
}

async function told(world: World, place: string, id: string) {
  const ctx = as(world, "leader", place);
  const [round] = await world.owner.execute<{ instrument_id: string }>(
    sql`select instrument_id from rounds where id = ${id}`,
  );
  return listTold(ctx, await getArea(ctx, areaId(world, place)), { id, instrumentId: round?.instrument_id ?? "" });
}

const publish = (world: World, id: string) =>
  as(world, "leader", "甲街道").db.execute(sql`select release_round(${id}, ${world.now.toISOString()})`);

test("words are approved, shortened or rejected, each with an event that does not repeat them", () =>
  inRollback(async (world) => {
    const id = await closed(world, [
      { area: "甲一社区", forms: 20, words: ["三栋王建国家漏水", "物业是骗子", "楼道堵了"] },
    ]);
    const ctx = as(world, "leader", "甲街道");
    const { rows, tally } = await review(ctx, id);
    expect(tally).toMatchObject({ waiting: 3, approved: 0, rejected: 0, hasFew: false });
    const textOf = (part: string) => rows.find(({ words }) => words.includes(part))?.id ?? expect.fail();
    await approveText(ctx, { roundId: id, id: textOf("王建国"), words: "某栋某家漏水" });
    await approveText(ctx, { roundId: id, id: textOf("楼道"), words: "楼道堵了" });
    await rejectText(ctx, { roundId: id, id: textOf("骗子"), reason: "insult" });

    const kept = await world.owner.execute<{ words: string; state: string; edited: boolean }>(
      sql`select words, state, edited from answer_texts where round_id = ${id} order by words`,
    );
    expect(kept.map((row) => ({ ...row }))).toEqual([
      { words: "", state: "rejected", edited: false },
      { words: "某栋某家漏水", state: "approved", edited: true },
      { words: "楼道堵了", state: "approved", edited: false },
    ]);
    const events = await world.owner.execute<{ action: string; detail: object }>(
      sql`select action, detail from events where subject_id = ${id} order by id`,
    );
    expect(events.map(({ action }) => action)).toEqual([
      "round.textApproved",
      "round.textApproved",
      "round.textRejected",
    ]);
    const left = JSON.stringify(events);
    for (const word of ["漏水", "骗子", "楼道"]) expect(left).not.toContain(word);
    expect(events[2]?.detail).toMatchObject({ item: "T1", reason: "insult" });
    expect((await review(ctx, id)).tally).toMatchObject({ waiting: 0, approved: 2, rejected: 1 });
  }));

test("who does not review is refused, and so is whoever asked", () =>
  inRollback(async (world) => {
    const id = await closed(world, [{ area: "甲一社区", forms: 12, words: sentences(1) }]);
    const [row] = (await review(as(world, "leader", "甲街道"), id)).rows;
    const text = { roundId: id, id: row?.id ?? "", words: row?.words ?? "" };
    for (const role of ["staff", "officer"] as const)
      await expect(approveText(as(world, role, "甲街道"), text)).rejects.toMatchObject({ code: "forbidden" });
    const author = as(world, "official", "甲街道");
    expect(await world.attempt(() => approveText(author, text))).toMatchObject({ reason: "text.author" });
    expect((await review(author, id)).rows).toEqual([]);
    const bare = sql`select decide_text(${id}, ${text.id}, 'approved', 'x', null) as done`;
    expect((await author.db.execute(bare))[0]?.done).toBe(false);
  }));

test("elsewhere, below the round, or under another key there is no such text", () =>
  inRollback(async (world) => {
    const id = await closed(world, [{ area: "甲一社区", forms: 12, words: sentences(1) }]);
    const [row] = (await review(as(world, "leader", "甲街道"), id)).rows;
    const text = { roundId: id, id: row?.id ?? "", reason: "nothing" } as const;
    for (const place of ["乙街道", "甲一社区"])
      await expect(rejectText(as(world, "leader", place), text)).rejects.toMatchObject({ code: "not-found" });
    const other = { ...text, id: uuidv7() };
    await expect(rejectText(as(world, "leader", "甲街道"), other)).rejects.toMatchObject({ reason: "text.missing" });
  }));

test("not before the round is closed, not twice, and nothing may be put in", () =>
  inRollback(async (world) => {
    const id = await closed(world, [{ area: "甲一社区", forms: 12, words: sentences(2) }]);
    const ctx = as(world, "leader", "甲街道");
    const { rows } = await review(ctx, id);
    const [first, second] = rows.map(({ id: text, words }) => ({ roundId: id, id: text, words }));
    if (!first || !second) return expect.fail();
    const added = { ...first, words: `${first.words}，很好` };
    expect(await world.attempt(() => approveText(ctx, added))).toMatchObject({ reason: "text.added", field: "words" });
    await approveText(ctx, first);
    expect(await world.attempt(() => approveText(ctx, first))).toMatchObject({ reason: "text.decided" });
    await rejectText(ctx, { ...first, reason: "person" });
    for (const decide of [
      () => rejectText(ctx, { ...first, reason: "person" }),
      () => approveText(ctx, { ...first, words: "某" }),
    ])
      expect(await world.attempt(decide)).toMatchObject({ reason: "text.decided" });
    await world.owner.execute(sql`update rounds set closed_at = null where id = ${id}`);
    expect(await world.attempt(() => approveText(ctx, second))).toMatchObject({ reason: "text.stillOpen" });
    expect((await review(ctx, id)).rows).toEqual([]);
  }));

test("of a community with too few answers no word is shown to anybody, only that there are some", () =>
  inRollback(async (world) => {
    const id = await closed(world, [
      { area: "甲一社区", forms: 30, words: sentences(3) },
      { area: "甲二社区", forms: 9, words: ["九份里的一条"] },
      { area: "甲街道", forms: 3, words: ["只知道街道的一条"] },
    ]);
    const ctx = as(world, "leader", "甲街道");
    const { rows, tally } = await review(ctx, id);
    expect(rows.map(({ words }) => words).sort()).toEqual(sentences(3));
    expect(tally).toMatchObject({ waiting: 3, few: 0, hasFew: true });
    const [few] = await world.owner.execute<{ id: string }>(
      sql`select id from answer_texts where words = '九份里的一条'`,
    );
    const text = { roundId: id, id: few?.id ?? "", reason: "nothing" } as const;
    expect(await world.attempt(() => rejectText(ctx, text))).toMatchObject({ code: "not-found" });
    await world.owner.execute(sql`update answer_texts set state = 'approved' where round_id = ${id}`);
    await publish(world, id);
    for (const place of ["甲街道", "甲二社区", "试城"])
      expect(JSON.stringify(await told(world, place, id))).not.toMatch(/九份里|只知道街道/);
  }));

test("of a question that few were asked no word is shown, however many answered the others", () =>
  inRollback(async (world) => {
    const rule = { item: "G1", marks: [1] };
    const id = await closed(world, [{ area: "甲一社区", forms: 40, words: sentences(1) }], rule);
    expect((await review(as(world, "leader", "甲街道"), id)).tally).toMatchObject({ waiting: 0, hasFew: true });
  }));

test("approved words stand where the results of both areas are told, and not before they are", () =>
  inRollback(async (world) => {
    const id = await closed(world, [
      { area: "甲一社区", forms: 40, words: sentences(4) },
      { area: "甲二社区", forms: 40, words: ["甲二的一条"] },
    ]);
    const ctx = as(world, "leader", "甲街道");
    const { rows } = await review(ctx, id);
    const [spared] = rows;
    for (const { id: text, words } of rows.slice(1)) await approveText(ctx, { roundId: id, id: text, words });
    expect(await told(world, "甲街道", id)).toEqual([]);
    await publish(world, id);
    const [street] = await told(world, "甲街道", id);
    expect(street).toMatchObject({ code: "T1", approved: 4, waiting: 1 });
    expect(street?.rows).toHaveLength(4);
    expect(JSON.stringify(street)).not.toContain(spared?.words);
    expect(await told(world, "甲一1网格", id)).toEqual([]);
    expect(await told(world, "乙街道", id)).toEqual([]);

    await world.owner.execute(
      sql`delete from round_cells where round_id = ${id} and area_id = ${areaId(world, "甲二社区")} and key = 'gain'`,
    );
    expect(JSON.stringify(await told(world, "甲街道", id))).not.toContain("甲二的一条");
    await world.owner.execute(
      sql`delete from round_cells where round_id = ${id} and area_id = ${areaId(world, "甲街道")} and key = 'gain'`,
    );
    expect(await told(world, "甲街道", id)).toEqual([]);
  }));

test("the order is not that of arrival and stays the same, whatever is decided", () =>
  inRollback(async (world) => {
    const id = await closed(world, [{ area: "甲一社区", forms: 60, words: sentences(40) }]);
    const ctx = as(world, "leader", "甲街道");
    const first = await review(ctx, id);
    const rest = await review(ctx, id, "waiting", first.next ?? "");
    const order = [...first.rows, ...rest.rows].map(({ words }) => words);
    expect([...order].sort()).toEqual([...sentences(40)].sort());
    const rising = order.filter(
      (words, at) => at > 0 && Number(words.match(/\d+/)) > Number(order[at - 1]?.match(/\d+/)),
    );
    expect(rising.length).toBeLessThan(32);
    while ((await approveAll(ctx, id)).length > 0);
    await publish(world, id);
    expect((await told(world, "甲街道", id))[0]?.rows.map(({ words }) => words)).toEqual(order);
  }));

test("an edit may only take out", () => {
  expect(
    ["某栋某家漏水", "三栋漏水", "三栋×××家漏水", "…漏水"].map((words) => isTakenFrom(words, "三栋王建国家漏水")),
  ).toEqual([true, true, true, true]);
  expect(
    ["漏水三栋", "四栋漏水", "某", "…", "三栋王建国家不漏水"].map((words) => isTakenFrom(words, "三栋王建国家漏水")),
  ).toEqual(Array.from({ length: 5 }, () => false));
});
