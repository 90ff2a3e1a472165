import { expect, test } from "vitest";
import { getOpenArea } from "../areas/queries";
import { aCase, areaId, as, inRollback } from "../testing";
import { caseFilter } from "./filter";
import { type ListColumn, type ListSheetTexts, listColumns, listSheet } from "./list-sheet";
import { listCases } from "./queries";

const texts: ListSheetTexts = {
  column: (column) => column,
  urgent: "是",
  area: ({ areaName }) => areaName ?? "",
  category: ({ categoryCode }) => categoryCode ?? "",
  state: ({ state }) => state,
  channel: ({ channel }) => channel,
  standing: (standing) => standing,
  notes: ["甲一社区 · 共 3 件", "清单：办理中"],
};

test("a sheet has the rows of the list in their order, how each stands, and below what was asked for", () =>
  inRollback(async (world) => {
    const day = (date: number) => new Date(Date.UTC(2026, 10, date, 1, 30));
    const base = { registeredAt: day(10), contactDueAt: null };
    await aCase(world, "甲一1网格", { ...base, title: "=1+1", closeDueAt: day(20) });
    await aCase(world, "甲一1网格", { ...base, title: "灯，不亮", registeredAt: day(11), closeDueAt: day(28) });
    await aCase(world, "甲一1网格", { ...base, title: "表扬", registeredAt: day(12), closeDueAt: null });
    const ctx = as(world, "official", "甲街道");
    const area = await getOpenArea(ctx, areaId(world, "甲一社区"));
    const { rows } = await listCases(ctx, area, caseFilter.parse({ queue: "open" }));

    const text = listSheet(rows, texts, ctx.now);
    const lines = text
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split("\r\n");
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(lines[0]).toBe(listColumns.join(","));
    expect(lines.slice(1, 4).map((line) => at(line, "number"))).toEqual(rows.map(({ number }) => String(number)));
    expect(lines.slice(1, 4).map((line) => at(line, "standing"))).toEqual(["no_limit", "not_due", "late_open"]);
    expect(lines.slice(1, 4).map((line) => at(line, "due"))).toEqual(["", "2026-11-28 09:30", "2026-11-20 09:30"]);
    expect(at(lines[3] ?? "", "title")).toBe('"\'=1+1"');
    expect(lines.slice(4)).toEqual(["", ...texts.notes]);
  }));

test("what left the rates is neither in time nor late", () =>
  inRollback(async (world) => {
    await aCase(world, "甲一1网格", {
      ...{ state: "closed", validity: "withdrawn", voidedAt: world.now, closedAt: world.now, closeReason: "withdrawn" },
      closeDueAt: new Date(Date.UTC(2026, 11, 1)),
    });
    const ctx = as(world, "official", "甲街道");
    const area = await getOpenArea(ctx, areaId(world, "甲一社区"));
    const { rows } = await listCases(ctx, area, caseFilter.parse({}));
    const [, line = ""] = listSheet(rows, texts, ctx.now).split("\r\n");
    expect(at(line, "standing")).toBe("not_counted");
  }));

const at = (line: string, column: ListColumn) => line.split(",")[listColumns.indexOf(column)];
