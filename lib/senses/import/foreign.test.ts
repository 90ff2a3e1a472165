import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { readMapping } from "../../exchange/mapping";
import { readTable } from "../../exchange/table";
import { decodeText } from "../../exchange/text";
import { areaId, as, inRollback, type World } from "../../testing";
import { answerMapping } from "../input";
import { publishWaiting } from "../testing";
import { importAnswers } from "./import";

const mapping = (items: Record<string, object>, more: object = {}) =>
  readMapping(
    answerMapping,
    JSON.stringify({
      instrument: { key: "elsewhere" },
      round: { key: "2025", name: "别处的调查", closes: "2025-10-31" },
      area: { column: "社区" },
      items,
      ...more,
    }),
  );

const worry = { column: "担心", sense: "security", scale: [1, 5], reversed: true };
const marks = Array.from({ length: 40 }, (_, n) => 1 + ((n * 3) % 5));

async function bring(
  world: World,
  bytes: Uint8Array,
  items: Record<string, object> = { W1: worry },
  more: object = {},
) {
  const said = mapping(items, more);
  const given = { file: { name: "elsewhere.csv", hash: "0".repeat(64) }, apply: true, skipRejected: false };
  const report = await importAnswers(as(world, "official", "甲街道"), {
    ...given,
    replace: false,
    intoId: areaId(world, "甲街道"),
    mapping: said,
    table: readTable(decodeText(bytes).text, { header: said.header }),
  });
  await publishWaiting(world);
  return report;
}

const cellOf = async (world: World, key: string) => {
  const [cell] = await world.owner.execute<{ n: number; mean: number; top: number; missing: number }>(sql`
    select n, missing, mean, top from round_cells c join rounds r on r.id = c.round_id
    where r.source_key like 'elsewhere/%' and c.area_id = ${areaId(world, "甲街道")} and key = ${key}`);
  return cell;
};

/** In the bytes of GB 18030, which Node reads but does not write. */
const chinese: Record<string, number[]> = {
  社: [0xc9, 0xe7],
  区: [0xc7, 0xf8],
  担: [0xb5, 0xa3],
  心: [0xd0, 0xc4],
  甲: [0xbc, 0xd7],
  一: [0xd2, 0xbb],
};
const asGb = (text: string) =>
  Uint8Array.from([...text].flatMap((letter) => chinese[letter] ?? [letter.charCodeAt(0)]));

test("an area called like a property of every object is an area that is not known", () =>
  inRollback(async (world) => {
    const words = ["constructor", "__proto__", "toString"];
    const rows = [...words, ...marks.map(() => "甲一社区")].map((word) => `${word};3`);
    const report = await bring(world, Buffer.from(["社区;担心", ...rows].join("\n")));
    expect(report.rejections.map(({ value, reason }) => [value, reason])).toEqual(
      words.map((word) => [word, "sense.import.area"]),
    );
  }));

test("rows without a usable answer to any question still count, and are told", () =>
  inRollback(async (world) => {
    const rows = [...marks, "", "R", 77].map((mark) => `甲一社区;${mark}`);
    const report = await bring(world, Buffer.from(["社区;担心", ...rows].join("\n")));
    expect([report.new, report.rejected, report.leftOut]).toEqual([43, 0, 1]);
    expect(report.notices).toContainEqual({ reason: "sense.import.empty", values: { n: 3 } });
  }));

test("a day that does not exist is no round, and one that has not come has no answers yet", () =>
  inRollback(async (world) => {
    const written = (...days: string[]) =>
      importAnswers(as(world, "official", "甲街道"), {
        file: { name: "days.csv", hash: "0".repeat(64) },
        apply: false,
        skipRejected: false,
        replace: false,
        intoId: areaId(world, "甲街道"),
        mapping: readMapping(
          answerMapping,
          JSON.stringify({ instrument: { key: "days" }, rounds: { column: "日" }, items: { W1: worry } }),
        ),
        table: readTable(["日,担心", ...days.map((day) => `${day},3`)].join("\n")),
      });
    const { rejections } = await written("2025-02-30", "0000", "9999", "2025-06-31", "2025", "2025-06");
    expect(rejections.map(({ value }) => value)).toEqual(["2025-02-30", "0000", "9999", "2025-06-31"]);
    await expect(written("2090-01-01")).rejects.toMatchObject({ reason: "sense.import.future" });
  }));

test("GB 18030, semicolons and decimal commas: every mark counts as it was written, the lowest best", () =>
  inRollback(async (world) => {
    const rows = marks.map((mark) => `甲一社区;${mark === 3 ? "3,5" : mark}`);
    const report = await bring(world, asGb(["社区;担心", ...rows].join("\r\n")));
    expect([report.new, report.leftOut]).toEqual([40, 0]);
    const mean = marks.reduce((sum, mark) => sum + (mark === 3 ? 3.5 : mark), 0) / 40;
    const cell = await cellOf(world, "item.W1");
    expect(cell).toMatchObject({ n: 40, top: marks.filter((mark) => mark <= 2).length });
    expect(Math.abs((cell?.mean ?? 0) - mean)).toBeLessThan(1e-9);
    const index = await cellOf(world, "security");
    expect(Math.abs((index?.mean ?? 0) - 25 * (5 - mean))).toBeLessThan(1e-9);
  }));

test("a mark of order at the beginning, tabs, and words in quotation marks are read alike", () =>
  inRollback(async (world) => {
    const rows = marks.map((mark) => `"甲一社区"\t"${mark}"`);
    await bring(world, new TextEncoder().encode(`\uFEFF${["社区\t担心", ...rows].join("\n")}`));
    expect(await cellOf(world, "item.W1")).toMatchObject({ n: 40, missing: 0 });
  }));

test("a scale that nobody told, and a file with one answer a row, are refused by name", () =>
  inRollback(async (world) => {
    const wide = new TextEncoder().encode("社区,担心\n甲一社区,3\n");
    await expect(bring(world, wide, { W1: { column: "担心" } })).rejects.toMatchObject({
      reason: "sense.map.scaleNeeded",
    });
    const long = new TextEncoder().encode("社区,人,题,分\n甲一社区,1,担心,3\n甲一社区,1,信任,4\n");
    await expect(bring(world, long)).rejects.toMatchObject({ reason: "exchange.columnMissing" });
  }));

test("columns that differ only in signs are told apart by their very words", () =>
  inRollback(async (world) => {
    const rows = marks.map((mark) => `甲一社区,${mark},${2 * mark}`);
    const items = { A1: { column: "Q1_1", scale: [1, 5] }, B1: { column: "Q11", scale: [0, 10] } };
    await bring(world, Buffer.from(["社区,Q1_1,Q11", ...rows].join("\n")), items);
    const told = marks.reduce((sum, mark) => sum + mark, 0) / 40;
    expect((await cellOf(world, "item.A1"))?.mean).toBeCloseTo(told, 9);
    expect((await cellOf(world, "item.B1"))?.mean).toBeCloseTo(2 * told, 9);
    const alike = { A1: { column: "Q1-1", scale: [1, 5] } };
    await expect(bring(world, Buffer.from("社区,Q1_1,Q11\n甲一社区,3,4\n"), alike)).rejects.toMatchObject({
      reason: "exchange.columnTwice",
      values: { column: "Q1-1" },
    });
  }));

test("a whole number with decimals is the number: as a mark, a word for one, no answer, an area and a round", () =>
  inRollback(async (world) => {
    const rows = marks.map((mark) => `2025.0,3.0,${mark}.0,${mark === 3 ? "99,0" : `${mark},00`}`);
    const turned = { "1": 100, "2": 75, "3": 50, "4": 25, "5": 0 };
    const items = {
      A1: { column: "担心", scale: [0, 100], values: turned },
      A2: { column: "信任", scale: [0, 100], missing: ["99"] },
    };
    const more = { round: undefined, rounds: { column: "年" }, area: { column: "区", aliases: { "3": "甲一社区" } } };
    const text = ["年;区;担心;信任", ...rows.map((row) => row.replace(/,(?=\d*\.|\d+,)/g, ";"))].join("\n");
    const report = await bring(world, Buffer.from(text), items, more);
    expect([report.rejections, report.rounds[0]?.unplaced]).toEqual([[], 0]);
    const mean = marks.reduce((sum, mark) => sum + 25 * (5 - mark), 0) / 40;
    expect((await cellOf(world, "item.A1"))?.mean).toBeCloseTo(mean, 9);
    const missing = marks.filter((mark) => mark === 3).length;
    expect(await cellOf(world, "item.A2")).toMatchObject({ n: 40 - missing, missing });
  }));

test("words count in whatever capitals and blanks they stand, unless two of the mapping are alike then", () =>
  inRollback(async (world) => {
    const values = { "Very satisfied": 5, Satisfied: 4, "so so": 3, "SO SO": 2, "not satisfied": 1 };
    const said = ["VERY SATISFIED", "very  satisfied", "Very\u00a0satisfied", "ｓatisfied", "so so", "SO SO", "So so"];
    const text = ["社区,感受", ...said.map((word) => `甲一社区,${word}`), "甲一社区,unsatisfied"].join("\n");
    const report = await bring(world, Buffer.from(text), { W2: { column: "感受", scale: [1, 5], values } });
    expect(report.rejections.map(({ line, value }) => [line, value])).toEqual([
      [8, "So so"],
      [9, "unsatisfied"],
    ]);
    const kept = await world.owner.execute<{ mark: string }>(
      sql`select marks ->> 'W2' as mark from answers where marks ? 'W2' order by 1`,
    );
    expect(kept.map(({ mark }) => mark).join("")).toBe("234555");
  }));

test("the national distribution of 2002 and of 2001, read from a sheet, gives the indices and shares that were published of it", () =>
  inRollback(async (world) => {
    const grades = ["很安全", "安全", "基本安全", "不太安全", "不安全"];
    const permille = { "2002": [69, 356, 416, 124, 35], "2001": [62, 316, 436, 145, 41] };
    const rows = Object.entries(permille).flatMap(([year, all]) =>
      all.flatMap((n, at) => Array.from({ length: n }, () => `${year},甲一社区,${grades[at]}`)),
    );
    const safe = { column: "感受", sense: "security", scale: [1, 5], reversed: true, top: 3 };
    const values = Object.fromEntries(grades.map((grade, at) => [grade, at + 1]));
    const more = { round: undefined, rounds: { column: "年" }, values };
    await bring(world, Buffer.from(["年,社区,感受", ...rows].join("\n")), { S: safe }, more);
    const told = await world.owner.execute<{ name: string; mean: number; n: number; top: number }>(sql`
      select r.name, c.mean, c.n, c.top from round_cells c join rounds r on r.id = c.round_id
      where r.source_key like 'elsewhere/%' and c.area_id = ${areaId(world, "甲街道")} and c.key = 'security' order by 1`);
    expect(told.map(({ name, mean, n, top }) => [name, mean.toFixed(2), n, top])).toEqual([
      ["2001", "55.33", 1000, 814],
      ["2002", "57.50", 1000, 841],
    ]);
  }));

test("who answered twice in a round is rejected by name, once in each round is not, and a row of nobody stays", () =>
  inRollback(async (world) => {
    const text = [
      "年,社区,编号,担心",
      ...["2024", "2025"].flatMap((year) => ["7", "8", "7", "", ""].map((id) => `${year},甲一社区,${id},3`)),
    ];
    const more = { round: undefined, rounds: { column: "年" }, respondent: { column: "编号" } };
    const report = await bring(world, Buffer.from(text.join("\n")), { W1: worry }, more);
    expect([report.read, report.new, report.applied]).toEqual([10, 8, false]);
    expect(report.rejections.map(({ line, value, reason, values }) => [line, value, reason, values])).toEqual([
      [4, "7", "sense.import.twice", { line: 2 }],
      [9, "7", "sense.import.twice", { line: 7 }],
    ]);
  }));

test("a title above the headers and rows that explain them are no answers, and lines keep their numbers", () =>
  inRollback(async (world) => {
    const head = ["居民调查;2025", "", "社区;担心", "所在社区;您担心吗？", '{"ImportId":"a"};{"ImportId":"b"}'];
    const rows = [...marks.map((mark) => `甲一社区;${mark}`), "甲一社区;九"];
    const more = { header: { above: 2, below: 2 } };
    const report = await bring(world, Buffer.from([...head, ...rows].join("\n")), { W1: worry }, more);
    expect([report.read, report.new]).toEqual([41, 41]);
    expect(report.rejections.map(({ line, value }) => [line, value])).toEqual([[46, "九"]]);
    expect(await cellOf(world, "item.W1")).toMatchObject({ n: 40, missing: 1 });
  }));

test("columns under a merged header are named by both rows, and a name that stands alone by itself", () =>
  inRollback(async (world) => {
    const head = ["编号,社区,满意度,,,重要性,", ",,服务,环境,,服务,环境"];
    const rows = marks.map((mark, n) => `${n},甲一社区,${mark},3,,5,${1 + (n % 5)}`);
    const items = {
      A1: { column: "满意度/服务", scale: [1, 5] },
      A2: { column: "重要性 / 环境", scale: [1, 5] },
    };
    const text = Buffer.from([...head, ...rows, "x,甲一社区,九,3,,5,4"].join("\n"));
    const report = await bring(world, text, items, { header: { rows: 2 }, respondent: { column: "编号" } });
    expect(report.columns).toEqual([
      ...["编号", "社区", "满意度 / 服务", "满意度 / 环境", "", "重要性 / 服务", "重要性 / 环境"],
    ]);
    expect(report.rejections.map(({ line, column, value }) => [line, column, value])).toEqual([
      [43, "满意度/服务", "九"],
    ]);
    const told = marks.reduce((sum, mark) => sum + mark, 0) / 40;
    expect((await cellOf(world, "item.A1"))?.mean).toBeCloseTo(told, 9);
    expect((await cellOf(world, "item.A2"))?.n).toBe(41);
  }));

test("the words of an option stand for it, an option has no halves, and what is answered in words is refused", () =>
  inRollback(async (world) => {
    const ctx = as(world, "official", "甲街道");
    const known = { ...placed(world), id: uuidv7() };
    await ctx.db.execute(sql`
      insert into instruments (id, key, version, name, area_id, area_pos, area_last, draft)
      values (${known.id}, 'known', 1, '已有的问卷', ${known.area}, ${known.pos}, ${known.last}, '[]')`);
    const options = JSON.stringify([
      { "zh-CN": "租房", en: "Rent" },
      { "zh-CN": "自有", en: "Own" },
    ]);
    await ctx.db.execute(sql`
      insert into instrument_items (instrument_id, code, position, kind, low, high, top_from, scored, labels, options) values
      (${known.id}, 'D1', 1, 'choice', 1, 2, 2, false, '{"zh-CN": "住房"}', ${options}::text::jsonb),
      (${known.id}, 'T1', 2, 'text', 0, 0, 0, false, '{"zh-CN": "还有什么"}', '[]')`);
    await ctx.db.execute(sql`update instruments set draft = null, published_at = now() where id = ${known.id}`);
    const given = ["租房", "Own", "2", "1.5", "共有"].map((word) => `甲一社区,${word}`);
    const text = Buffer.from(["社区,住房", ...given].join("\n"));
    const report = await bring(world, text, { D1: { column: "住房" } }, { instrument: { key: "known" } });
    expect(report.rejections.map(({ line, value }) => [line, value])).toEqual([
      [5, "1.5"],
      [6, "共有"],
    ]);
    const kept = await world.owner.execute<{ mark: string }>(
      sql`select marks ->> 'D1' as mark from answers where marks ? 'D1' and round_id in (select id from rounds where source_key like 'known/%') order by 1`,
    );
    expect(kept.map(({ mark }) => mark)).toEqual(["1", "2", "2"]);
    await expect(
      bring(world, text, { T1: { column: "住房" } }, { instrument: { key: "known" } }),
    ).rejects.toMatchObject({ reason: "sense.map.itemText" });
  }));

function placed(world: World) {
  const { pos, last } = as(world, "official", "甲街道").actor;
  return { area: areaId(world, "甲街道"), pos, last };
}
