import { expect, test } from "vitest";
import { getArea } from "../lib/areas/queries";
import { holdGrouped, place, plantBelow, writeGrouped } from "../lib/senses/attack/testing";
import { findPublishedRound, listCells } from "../lib/senses/queries";
import { getRoundView } from "../lib/senses/view";
import { areaId, as, inRollback } from "../lib/testing";
import { reportOf } from "./senses";

test("groups and the options of questions are told as on the page, and what is held back is not", () =>
  inRollback(async (world) => {
    const instrument = await writeGrouped(world, 1);
    const [large, small] = [
      place(areaId(world, "甲街道"), "community", 2000),
      place(areaId(world, "甲街道"), "community", 2000),
    ];
    await plantBelow(world, [large, small]);
    const answers = (area: string, n: number) =>
      Array.from({ length: n }, (_, at) => ({
        area,
        marks: { G1: 1 + (at % 5), G2: 1 + ((at * 3) % 5), Z: 1 + (at % 3), Y: 1 + (at % 2) },
      }));
    const round = await holdGrouped(world, instrument, [...answers(large.id, 120), ...answers(small.id, 6)]);
    const ctx = as(world, "official", "试城");
    const area = await getArea(ctx, areaId(world, "试城"));
    const view = await getRoundView(ctx, area, (await findPublishedRound(ctx, area, round)) ?? expect.fail(), {
      sense: "gain",
    });
    const told = reportOf(view, "gain");
    const cells = await listCells(ctx, [round], [area.id]);
    const cellAt = (key: string) => cells.find((cell) => cell.key === key);

    expect(told.choices.map(({ code, options }) => [code, options.length])).toEqual([
      ["Z", 3],
      ["Y", 3],
    ]);
    for (const { code, options } of told.choices)
      for (const { mark, result } of options) expect(result?.mean).toBe(cellAt(`item.${code}=${mark}`)?.mean);
    expect(told.groups.map(({ code, rows }) => [code, rows.length])).toEqual([["Z", 3]]);
    for (const { option, results } of told.groups[0]?.rows ?? [])
      expect(results.gain?.mean).toBe(cellAt(`gain@Z=${option}`)?.mean);
    expect(JSON.stringify(told)).not.toMatch(/"n":6[,}]/);
  }));
