import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { readTable } from "../../exchange/table";
import { areaId, as, inRollback, type World } from "../../testing";
import { listPiles } from "../paper/queries";
import { findRound, getProgress } from "../queries-collect";
import { closeRound } from "../rounds/close";
import { openRoundInput } from "../rounds/input";
import { openRound } from "../rounds/open";
import { type FormsImport, importForms } from "./forms";
import type { Matching } from "./model";

const words = { agree: { 非常同意: 5, 不太同意: 2 }, none: ["不清楚", "-"] };
const header = "编号,社区,G1,有需要时，我知道找谁、去哪里办,3. The community tells me the outcome";

async function opened(world: World, opensOn = "2026-11-20"): Promise<string> {
  const id = uuidv7();
  const given = { id, areaId: areaId(world, "甲街道"), name: "十一月测评", mode: "drawn" };
  await openRound(as(world, "official", "甲街道"), openRoundInput.parse({ ...given, opensOn, closesOn: "2026-11-30" }));
  return id;
}

const sheet = (roundId: string, lines: string[], more: Partial<FormsImport> = {}): FormsImport => ({
  ...{ roundId, file: { name: "forms.csv" }, matching: null, words, skipRejected: false, accepted: undefined },
  ...more,
  table: more.table ?? readTable([header, ...lines].join("\n")),
});

const forms = (area: string, n: number) => Array.from({ length: n }, (_, at) => `${at},${area},${1 + (at % 5)},4,`);
const street = (world: World) => as(world, "official", "甲街道");
const staff = (world: World) => as(world, "staff", "甲一社区");

type Kept = { id: string; area_id: string; marks: Record<string, number> };
const mixedOf = (world: World, round: string) =>
  world.owner.execute<Kept>(sql`select id::text, area_id, marks from answers where round_id = ${round} order by ctid`);
/** Those among the others, then what is left of each ten, which waits. */
const answersOf = async (world: World, round: string): Promise<Kept[]> => [
  ...(await mixedOf(world, round)),
  ...(await world.owner.execute<Kept>(
    sql`select '' as id, area_id, w as marks from answer_boxes, jsonb_array_elements(waiting) w where round_id = ${round}`,
  )),
];
const eventsOf = (world: World, round: string) =>
  world.owner.execute<{ action: string; detail: object }>(
    sql`select action, detail from events where subject_id = ${round} order by id`,
  );

/** Looked at, then written as it was looked at. */
async function written(ctx: ReturnType<typeof as>, given: FormsImport) {
  const { hash, matching } = await importForms(ctx, given);
  return importForms(ctx, { ...given, matching, accepted: hash });
}

test("a sheet is looked at, then its forms are among the answers in piles by community; one event tells of all", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const given = sheet(round, [...forms("甲一社区", 20), ...forms("甲二社区", 5), "x,甲二社区,非常同意,不清楚,"]);
    const seen = await importForms(street(world), given);
    expect(seen).toMatchObject({ applied: false, read: 26, new: 26, same: 0, rejected: 0, leftOut: 0 });
    expect(seen.matching.area).toEqual({ of: "column", header: "社区" });
    expect(seen.matching.columns).toMatchObject({ G1: "G1", G2: "有需要时,我知道找谁、去哪里办", G4: "" });
    expect(await answersOf(world, round)).toHaveLength(0);
    expect(await listPiles(street(world), round)).toHaveLength(0);

    const accepted = { matching: seen.matching, accepted: seen.hash };
    expect(await importForms(street(world), { ...given, ...accepted })).toMatchObject({ applied: true, new: 26 });
    const piles = await listPiles(street(world), round);
    expect(piles.map(({ areaName, forms: n, finishedAt }) => [areaName, n, finishedAt]).sort()).toEqual([
      ["甲一社区", 20, world.now],
      ["甲二社区", 6, world.now],
    ]);
    expect(await mixedOf(world, round)).toHaveLength(20);
    const kept = await answersOf(world, round);
    expect(kept.filter(({ area_id }) => area_id === areaId(world, "甲二社区"))).toHaveLength(6);
    expect(kept.filter(({ marks }) => marks.G2 === undefined)).toMatchObject([{ marks: { G1: 5 } }]);
    const open = (await findRound(street(world), round)) ?? expect.fail();
    expect(await getProgress(street(world), open)).toMatchObject({ answers: 20, onPaper: 26 });
    const [, imported, ...others] = await eventsOf(world, round);
    expect(others).toEqual([]);
    expect(imported).toMatchObject({ action: "round.paperImported", detail: { forms: 26, areas: 2, rejected: 0 } });
    expect(JSON.stringify(imported)).not.toContain("forms.csv");
  }));

test("the same sheet twice changes nothing, in whatever order its rows stand and however its columns are read", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const lines = forms("甲一社区", 12);
    await written(staff(world), sheet(round, lines));
    const again = await written(staff(world), sheet(round, lines.toReversed()));
    expect(again).toMatchObject({ applied: false, new: 0, same: 12, notices: [{ reason: "sense.import.known" }] });
    const otherwise = await importForms(staff(world), sheet(round, lines));
    const matching: Matching = { ...otherwise.matching, columns: { ...otherwise.matching.columns, G1: "" } };
    expect(await written(staff(world), sheet(round, lines, { matching }))).toMatchObject({ new: 0, same: 12 });
    expect(await answersOf(world, round)).toHaveLength(12);
    expect(await eventsOf(world, round)).toHaveLength(2);
    await closeRound(street(world), { id: round });
    expect(await world.owner.execute(sql`select 1 from answer_receipts where round_id = ${round}`)).toHaveLength(0);
  }));

test("what is not read is named by line, column and reason; with it nothing is written unless it is left out", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const bad = ["a,乙一社区,4,4,", "b,甲一社区,,不清楚,", "c,甲一社区,9,4,", "d,甲一社区,3.5,4,", "e,,4,4,"];
    const given = sheet(round, [...forms("甲一社区", 10), ...bad]);
    const seen = await importForms(staff(world), given);
    expect(seen).toMatchObject({ read: 15, new: 12, rejected: 3, leftOut: 2 });
    expect(seen.rejections.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [12, "社区", "乙一社区", "sense.import.areaHere"],
      [13, null, null, "sense.import.nothing"],
      [14, "G1", "9", "sense.import.mark"],
      [15, "G1", "3.5", "sense.import.mark"],
      [16, "社区", "", "sense.import.areaHere"],
    ]);
    expect(await written(staff(world), given)).toMatchObject({ applied: false });
    expect(await answersOf(world, round)).toHaveLength(0);
    const rest = await written(staff(world), { ...given, skipRejected: true });
    expect(rest).toMatchObject({ applied: true, new: 12, notices: [{ reason: "sense.import.restAlone" }] });
    expect(await answersOf(world, round)).toHaveLength(12);
  }));

test("only what was looked at is written: another sheet, and other columns, are a conflict", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const { hash, matching } = await importForms(staff(world), sheet(round, forms("甲一社区", 10)));
    const other = { reason: "case.sheet.otherSheet" };
    const longer = sheet(round, forms("甲一社区", 11), { accepted: hash, matching });
    expect(await world.attempt(() => importForms(staff(world), longer))).toMatchObject(other);
    const columns = { ...matching, columns: { ...matching.columns, G2: "" } };
    const changed = sheet(round, forms("甲一社区", 10), { accepted: hash, matching: columns });
    expect(await world.attempt(() => importForms(staff(world), changed))).toMatchObject(other);
  }));

test("the whole sheet may be of one community; without any, or without a question, it says so and reads nothing", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const plain = { table: readTable("G1,G2\n4,5\n3,2") };
    const asked = await importForms(street(world), sheet(round, [], plain));
    expect(asked).toMatchObject({ new: 0, rejected: 0, notices: [{ reason: "sense.import.noArea" }] });
    expect(await importForms(staff(world), sheet(round, [], plain))).toMatchObject({
      new: 2,
      matching: { area: { of: "area", id: areaId(world, "甲一社区") } },
    });
    const chosen: Matching = { ...asked.matching, area: { of: "area", id: areaId(world, "甲二社区") } };
    await written(street(world), sheet(round, [], { ...plain, matching: chosen }));
    expect((await answersOf(world, round)).map(({ area_id }) => area_id)).toEqual(
      Array(2).fill(areaId(world, "甲二社区")),
    );
    const strange = { table: readTable("姓名,电话\n张,1") };
    const none = await importForms(staff(world), sheet(round, [], strange));
    expect(none).toMatchObject({ new: 0, rejected: 0, notices: [{ reason: "sense.import.noColumns" }] });
  }));

test("of the sheet the answers keep no order, no number and no name: random keys, stored in the order of those", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const given = Array.from({ length: 40 }, (_, n) => `张${n},甲一社区,${1 + Math.floor(n / 8)},,`);
    await written(staff(world), sheet(round, given));
    const rows = await mixedOf(world, round);
    expect(rows).toHaveLength(40);
    for (const { id } of rows) expect(id).toMatch(/^.{14}4/);
    const turns = rows.filter(({ id }, n) => id < (rows[n - 1]?.id ?? "")).length;
    expect(turns, "out of the order of the keys, but where a page was full").toBeLessThan(5);
    const inOrder = rows.filter(({ marks }, n) => (marks.G1 ?? 0) >= (rows[n - 1]?.marks.G1 ?? 0)).length;
    expect(inOrder, "stored in the order of the sheet").toBeLessThan(36);
    expect(await world.owner.execute(sql`select 1 from paper_forms`)).toHaveLength(0);
    const tables = ["answers", "answer_texts", "answer_boxes", "answer_receipts", "paper_batches", "events"];
    for (const table of tables)
      expect(
        await world.owner.execute(sql`select from ${sql.identifier(table)} t where t::text like '%张%'`),
        table,
      ).toHaveLength(0);
  }));

test("who may not key in is refused", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    for (const role of ["leader", "officer"] as const)
      await expect(
        importForms(as(world, role, "甲街道"), sheet(round, forms("甲一社区", 3))),
        role,
      ).rejects.toMatchObject({ code: "forbidden" });
  }));

test("a round elsewhere is not there, nor is a community elsewhere", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    const missing = { code: "not-found" };
    const given = sheet(round, forms("甲一社区", 3));
    await expect(importForms(as(world, "staff", "乙街道"), given)).rejects.toMatchObject(missing);
    expect(
      await world.attempt(() => as(world, "staff", "乙街道").db.execute(sql`select take_sheet(${round}, 'digest')`)),
    ).not.toBeNull();
    const matching: Matching = { columns: { G1: "G1" }, area: { of: "area", id: areaId(world, "甲二社区") } };
    await expect(importForms(staff(world), { ...given, matching })).rejects.toMatchObject(missing);
  }));

test("a round that is closed, or has not begun, takes no sheet", () =>
  inRollback(async (world) => {
    const [round, later] = [await opened(world), await opened(world, "2026-11-29")];
    await closeRound(street(world), { id: round });
    const refusal = (id: string) => world.attempt(() => importForms(staff(world), sheet(id, forms("甲一社区", 3))));
    expect(await refusal(round)).toMatchObject({ code: "conflict", reason: "round.closedAlready" });
    expect(await refusal(later)).toMatchObject({ code: "conflict", reason: "round.notBegun" });
  }));

test("words are kept for the review without the numbers that lead to a person; an answer to what was not asked is not kept", () =>
  inRollback(async (world) => {
    const round = await opened(world);
    await world.owner.execute(sql`
      insert into instrument_items (instrument_id, code, position, kind, sense, low, high, top_from, scored, labels, options, shown_if)
      select instrument_id, 'T1', 90, 'text', null, 0, 0, 0, false, '{"zh-CN": "还想说什么"}', '[]', '{"item": "G1", "marks": [1, 2]}'
      from rounds where id = ${round}`);
    const table = readTable(
      ["G1,还想说什么", "1,路灯不亮", "2,打 13812345678 找我", `1,${"长".repeat(201)}`, "5,都好", ",只有话"].join("\n"),
    );
    const report = await written(staff(world), sheet(round, [], { table, skipRejected: true }));
    expect(report).toMatchObject({ applied: true, new: 4, rejected: 1, leftOut: 1 });
    expect(report.notices).toContainEqual({ reason: "sense.import.starred", values: { n: 1 } });
    await closeRound(street(world), { id: round });
    const said = await world.owner.execute(sql`select words from answer_texts where round_id = ${round} order by 1`);
    expect(said.map((row) => row.words)).toEqual(["打 *********** 找我", "路灯不亮"]);
  }));
