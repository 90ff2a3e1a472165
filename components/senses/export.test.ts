import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getArea } from "../../lib/areas/queries";
import { readTable } from "../../lib/exchange/table";
import { resultsSheet } from "../../lib/senses/export";
import { findPublishedRound } from "../../lib/senses/queries";
import { heldRound } from "../../lib/senses/testing";
import { getRoundView } from "../../lib/senses/view";
import { areaId, as, inRollback, type World } from "../../lib/testing";
import zh from "../../messages/zh-CN.json";
import { wordsOf } from "../board/words";
import { exportTexts } from "./export-texts";
import { ItemsTable } from "./items-table";

async function sheetOf(world: World, marks: Record<string, number[]>) {
  const id = await heldRound(world, { area: "甲街道", marks });
  const ctx = as(world, "leader", "甲街道");
  const area = await getArea(ctx, areaId(world, "甲街道"));
  const round = (await findPublishedRound(ctx, area, id)) ?? expect.fail();
  const view = await getRoundView(ctx, area, round, { sense: "gain" });
  return { view, text: resultsSheet(view, exportTexts("zh-CN", zh, view)) };
}

test("the sheet of a round opens in a spreadsheet, says what its page says, the limit and how it was counted", () =>
  inRollback(async (world) => {
    const cycle = (shift: number) => Array.from({ length: 40 }, (_, n) => 1 + ((n + shift) % 5));
    const { text } = await sheetOf(world, { G1: cycle(0), G2: cycle(1), G3: cycle(2), G4: cycle(3) });
    expect(text.startsWith("\uFEFF类别,代码,名称,答卷数,")).toBe(true);
    const { rows } = readTable(text);
    const line = (key: string) => rows.map(({ cells }) => cells).find((cells) => cells[1] === key);
    expect(line("G1")?.slice(3, 9)).toEqual(["40", "0", "3", "50", "38.55", "61.45"]);
    expect(line("gain")?.slice(3, 7)).toEqual(["40", "0", expect.any(String), expect.any(String)]);
    expect(text).toContain("少于 10 份不公布");
    expect(text).toContain("应答率不详");
    expect(text).toContain("这时指数的区间按整轮答案的离散程度计算");
  }));

test("beside the change of the index stands that of the top box, each with its interval", () =>
  inRollback(async (world) => {
    const of = (...marks: number[]) => Array.from({ length: 60 }, (_, n) => marks[n % marks.length] ?? 3);
    await heldRound(world, { area: "甲街道", marks: { G1: of(1, 2, 3, 4) }, closesOn: "2026-05-31" });
    const { text, view } = await sheetOf(world, { G1: of(2, 3, 4, 5) });
    const { rows, columns } = readTable(text);
    const line = rows.map(({ cells }) => cells).find((cells) => cells[1] === "G1");
    expect(text).toContain("变化各列：较上轮");
    const at = columns.indexOf("满意以上变化");
    expect(line?.slice(at, at + 2)).toEqual(["上升", "0.25"]);
    const [low, high] = newcombeByHand([30, 60], [15, 60]);
    expect(line?.slice(at + 2).map(Number)).toEqual([low, high].map((end) => Number(end.toFixed(4))));
    const lines = renderToStaticMarkup(
      createElement(ItemsTable, { items: view.items, since: "", improve: null, words: wordsOf("zh-CN", zh) }),
    );
    expect(lines).toMatch(/满意以上：上升\s25.0\s个百分点，\+7.7\s至\s\+40.3/);
  }));

function newcombeByHand(now: [number, number], then: [number, number]): [number, number] {
  const [z, share] = [1.959963984540054, ([k, n]: [number, number]) => k / n];
  const ends = ([k, n]: [number, number]) => {
    const [centre, half] = [
      k / n + z ** 2 / (2 * n),
      z * Math.sqrt((k / n) * ((1 - k / n) / n) + z ** 2 / (4 * n ** 2)),
    ];
    return [(centre - half) / (1 + z ** 2 / n), (centre + half) / (1 + z ** 2 / n)] as const;
  };
  const [[l1, u1], [l2, u2], d] = [ends(now), ends(then), share(now) - share(then)];
  return [d - Math.hypot(share(now) - l1, u2 - share(then)), d + Math.hypot(u1 - share(now), share(then) - l2)];
}

test("it holds nothing of fewer than ten, and of answers alike only their bound", () =>
  inRollback(async (world) => {
    const few = await sheetOf(world, { G1: [1, 2, 3, 4, 5, 5, 4, 3, 2] });
    expect(few.text).not.toMatch(/,G1,[^\r]*,\d/);
    const alike = await sheetOf(world, { G1: Array.from({ length: 20 }, () => 5) });
    expect(alike.text).toMatch(/G1,[^\r]*≥ 0\.95/);
    expect(alike.view.items[0]?.result).toMatchObject({ value: 95, meanCoarse: true, topBox: { bound: "least" } });
  }));
