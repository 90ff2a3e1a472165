import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readMapping } from "../../exchange/mapping";
import { readTable } from "../../exchange/table";
import { decodeText } from "../../exchange/text";
import { areaId, as, inRollback, type World } from "../../testing";
import { answerMapping } from "../input";
import { importAnswers } from "./import";

const mapping = (items: Record<string, object>) =>
  readMapping(
    answerMapping,
    JSON.stringify({
      instrument: { key: "elsewhere" },
      round: { key: "2025", name: "别处的调查", closes: "2025-10-31" },
      area: { column: "社区" },
      items,
    }),
  );

const worry = { column: "担心", sense: "security", scale: [1, 5], reversed: true };
const marks = Array.from({ length: 40 }, (_, n) => 1 + ((n * 3) % 5));

function bring(world: World, bytes: Uint8Array, items: Record<string, object> = { W1: worry }) {
  const given = { file: { name: "elsewhere.csv", hash: "0".repeat(64) }, apply: true, skipRejected: false };
  return importAnswers(as(world, "official", "甲街道"), {
    ...given,
    replace: false,
    intoId: areaId(world, "甲街道"),
    mapping: mapping(items),
    table: readTable(decodeText(bytes).text),
  });
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
