import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "../../../db/schema/cases";
import { streamTable } from "../../exchange/table-stream";
import { areaId, as, inRollback, type World } from "../../testing";
import { listCases } from "../queries";
import { importCases } from "./import";
import { keepSource } from "./keep-source";
import { usualColumns } from "./model";
import { getSource, listAnswered, listSources } from "./queries";
import { mappingOf } from "./source";

const kept = { source: "12345", ...usualColumns };

async function bring(world: World, text: string, apply: boolean) {
  const ctx = as(world, "official", "甲街道");
  const sheet = await streamTable(async function* () {
    yield Buffer.from(text);
  });
  const { columns } = await getSource(ctx, "12345");
  const mapping = mappingOf("12345", columns);
  const base = { sheet, file: "a.csv", mapping, intoId: ctx.actor.areaId, skipRejected: false, progress: () => {} };
  return importCases(ctx, { ...base, apply });
}

const heading = "工单编号,标题,诉求内容,事发地址,所属社区,诉求类别,受理时间,办理时限";
const row = (order: string, title: string, time = "2026-11-20 09:00:00") =>
  `${order},${title},灯灭两天,3 幢,甲一社区,路灯不亮,${time},2026-11-30 17:00:00`;

test("a street keeps how a source is read; its sheet comes in by it, and again changes nothing", () =>
  inRollback(async (world) => {
    const official = as(world, "official", "甲街道");
    await keepSource(official, kept);
    await keepSource(official, kept);
    expect((await listSources(official)).map(({ source }) => source)).toEqual(["12345"]);
    const trace = await world.owner
      .select()
      .from(events)
      .where(eq(events.subjectId, areaId(world, "甲街道")));
    expect(trace.map(({ action }) => action)).toEqual(["source.kept", "source.kept"]);

    const sheet = [heading, row("SZ1", "路灯不亮"), row("SZ2", "路灯又不亮")].join("\n");
    expect(await bring(world, sheet, false)).toMatchObject({ applied: false, new: 2, rejected: 0 });
    expect(await listAnswered(official, "12345")).toEqual([]);
    expect(await bring(world, sheet, true)).toMatchObject({ applied: true, new: 2 });
    expect(await bring(world, sheet, true)).toMatchObject({ new: 0, changed: 0, same: 2 });
    const [first] = (await listCases(official, official.actor, {})).rows;
    expect(first).toMatchObject({
      channel: "hotline",
      categoryCode: "0202",
      areaName: "甲一社区",
      closeDueAt: new Date("2026-11-30T09:00:00Z"),
    });
    expect((await listAnswered(official, "12345")).map(({ order, state }) => [order, state])).toEqual([
      ["SZ1", "registered"],
      ["SZ2", "registered"],
    ]);
  }));

test("a row that cannot be read is named by line, column and value, and nothing is written", () =>
  inRollback(async (world) => {
    await keepSource(as(world, "official", "甲街道"), kept);
    const report = await bring(world, [heading, row("SZ1", "路灯不亮", "昨天"), row("SZ2", "好的")].join("\n"), true);
    expect(report).toMatchObject({ applied: false, rejected: 1 });
    expect(report.rejections).toMatchObject([{ line: 2, column: "受理时间", value: "昨天" }]);
  }));

test("an officer is refused, and nobody reads the sources of another street", () =>
  inRollback(async (world) => {
    await expect(keepSource(as(world, "officer", "甲一1网格"), kept)).rejects.toMatchObject({ code: "forbidden" });
    await keepSource(as(world, "official", "甲街道"), kept);
    expect(await listSources(as(world, "official", "乙街道"))).toEqual([]);
    await expect(getSource(as(world, "official", "乙街道"), "12345")).rejects.toMatchObject({ code: "invalid" });
  }));
