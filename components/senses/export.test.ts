import { expect, test } from "vitest";
import { getArea } from "../../lib/areas/queries";
import { readTable } from "../../lib/exchange/table";
import { resultsSheet } from "../../lib/senses/export";
import { findPublishedRound } from "../../lib/senses/queries";
import { heldRound } from "../../lib/senses/testing";
import { getRoundView } from "../../lib/senses/view";
import { areaId, as, inRollback, type World } from "../../lib/testing";
import zh from "../../messages/zh-CN.json";
import { exportTexts } from "./export-texts";

async function sheetOf(world: World, marks: Record<string, number[]>) {
  const id = await heldRound(world, { area: "甲街道", marks });
  const ctx = as(world, "leader", "甲街道");
  const area = await getArea(ctx, areaId(world, "甲街道"));
  const round = (await findPublishedRound(ctx, area, id)) ?? expect.fail();
  const view = await getRoundView(ctx, area, round, "gain");
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
  }));

test("it holds nothing of fewer than ten, and of answers alike only their bound", () =>
  inRollback(async (world) => {
    const few = await sheetOf(world, { G1: [1, 2, 3, 4, 5, 5, 4, 3, 2] });
    expect(few.text).not.toMatch(/,G1,[^\r]*,\d/);
    const alike = await sheetOf(world, { G1: Array.from({ length: 20 }, () => 5) });
    expect(alike.text).toMatch(/G1,[^\r]*≥ 0\.95/);
    expect(alike.view.items[0]?.result).toMatchObject({ value: 95, meanCoarse: true, topBox: { bound: "least" } });
  }));
