import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases, events, imports } from "../../../db/schema/cases";
import type { Context } from "../../context";
import { streamTable } from "../../exchange/table-stream";
import { areaId, as, inRollback, type World } from "../../testing";
import { dispatchCase } from "../dispatch";
import { type CaseImport, importCases } from "./import";
import { caseMapping } from "./mapping";

const head = "编号,事项,社区,网格,登记,时限,办结,结果,标志";
const sound = [
  "A1,楼道灯不亮,甲一社区,甲一1网格,2026-11-02 09:00,2026-11-04 09:00,2026-11-03 09:00,已解决,按时",
  "A2,井盖破损,甲一,甲一9网格,2026-11-02 10:00,2026-11-04 10:00,2026-11-05 10:00,重复:A1,超期",
  "A3,咨询,,,2026-11-03 08:00,,,,按时",
];
const mapping = caseMapping.parse({
  source: "test",
  id: "编号",
  title: "事项",
  zone: "Asia/Shanghai",
  form: "YYYY-MM-DD HH:mm",
  registered: "登记",
  due: "时限",
  closed: "办结",
  area: { columns: ["网格", "社区"] },
  closing: { columns: "结果", rules: [{ begins: "重复", validity: "duplicate", reason: "duplicate" }] },
  onTime: { column: "标志", values: { 按时: "on_time", 超期: "late" } },
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

async function read(ctx: Context, world: World, rows: string[], given: Partial<CaseImport> = {}) {
  return importCases(ctx, {
    sheet: await streamTable(() => bytesOf([head, ...rows].join("\n"))),
    file: "case.csv",
    mapping,
    intoId: areaId(world, "甲街道"),
    apply: true,
    skipRejected: false,
    progress: () => {},
    ...given,
  });
}

const listed = (world: World) =>
  world.owner.select().from(cases).where(eq(cases.source, "test")).orderBy(cases.sourceKey);

const counted = async (world: World, name: string) => {
  const [row] = await world.owner.execute(sql`
    select coalesce(sum(received), 0)::int as received, coalesce(sum(closed_on_time), 0)::int as on_time,
      coalesce(sum(closed_late), 0)::int as late, coalesce(sum(close_duplicate), 0)::int as duplicate
    from area_days where area_id = ${areaId(world, name)}`);
  return row;
};

test("reads a sheet into cases, counts and history; what cannot be placed waits where it was imported", () =>
  inRollback(async (world) => {
    const report = await read(as(world, "staff", "甲街道"), world, sound);
    expect(report).toMatchObject({ applied: true, read: 3, new: 3, changed: 0, same: 0, rejected: 0 });
    const found = await listed(world);
    expect(found.map(({ areaId: id, placed, validity, state }) => [id, placed, validity, state])).toEqual([
      [areaId(world, "甲一1网格"), true, "valid", "closed"],
      [areaId(world, "甲一社区"), true, "duplicate", "closed"],
      [areaId(world, "甲街道"), false, "valid", "registered"],
    ]);
    expect(found[0]?.registeredAt).toEqual(new Date("2026-11-02T01:00:00Z"));
    expect(await counted(world, "试城")).toEqual({ received: 3, on_time: 1, late: 0, duplicate: 1 });
    expect(await counted(world, "甲一社区")).toEqual({ received: 2, on_time: 1, late: 0, duplicate: 1 });
    const [first] = found;
    const trace = await world.owner
      .select()
      .from(events)
      .where(eq(events.subjectId, first?.id ?? ""));
    expect(trace.map(({ action, role }) => [action, role])).toEqual([["case.imported", "staff"]]);
    const [kept] = await world.owner
      .select()
      .from(imports)
      .where(eq(imports.id, first?.importId ?? ""));
    expect(kept).toMatchObject({ kind: "cases", rows: 3, applied: 3, rejected: 0, excluded: 1 });
  }));

test("explains the mark of the source row by row and believes the times", () =>
  inRollback(async (world) => {
    const { details } = await read(as(world, "staff", "甲街道"), world, sound, { apply: false });
    expect(details.flags.map(({ times, flag, agrees, n }) => [times, flag, agrees, n])).toEqual([
      ["on_time", "on_time", true, 1],
      ["late", "late", true, 1],
      ["no_limit", "on_time", false, 1],
    ]);
    expect(details.differences).toEqual([{ line: 4, id: "A3", what: "flag", said: "按时", found: "no_limit" }]);
  }));

test("a dry run writes nothing, and the same file again changes nothing", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲街道");
    expect(await read(staff, world, sound, { apply: false })).toMatchObject({ applied: false, new: 3 });
    expect(await listed(world)).toEqual([]);
    await read(staff, world, sound);
    const before = await listed(world);
    expect(await read(staff, world, sound)).toMatchObject({ applied: true, new: 0, changed: 0, same: 3 });
    expect(await listed(world)).toEqual(before);
    const trace = await world.owner.select().from(events).where(eq(events.action, "cases.imported"));
    expect(trace.filter(({ by }) => by === staff.actor.name)).toHaveLength(1);
  }));

test("one rejected row keeps everything out, unless it is to be skipped", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲街道");
    const rows = [...sound, "A4,停水,甲一社区,,2026-02-30 09:00,,,,", "A1,别的事,甲一社区,,2026-11-02 09:00,,,,"];
    const report = await read(staff, world, rows);
    expect(report).toMatchObject({ applied: false, new: 3, rejected: 2 });
    expect(report.rejections.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [5, "登记", "2026-02-30 09:00", "case.import.time.day"],
      [6, "编号", "A1", "case.import.twice"],
    ]);
    expect(await listed(world)).toEqual([]);
    expect(await counted(world, "试城")).toMatchObject({ received: 0 });
    expect(await read(staff, world, rows, { skipRejected: true })).toMatchObject({
      applied: true,
      new: 3,
      rejected: 2,
    });
    expect(await listed(world)).toHaveLength(3);
  }));

test("a row that is rejected late takes back what was written before it", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲街道");
    const rows = Array.from({ length: 5000 }, (_, n) => `B${n},灯,甲一社区,,2026-11-02 09:00,,,,`);
    const report = await read(staff, world, [...rows, "B5000,灯,甲一社区,,昨天,,,,"]);
    expect(report).toMatchObject({ applied: false, new: 5000, rejected: 1 });
    expect(await listed(world)).toEqual([]);
    expect(await world.owner.select().from(imports).where(eq(imports.fileName, "case.csv"))).toEqual([]);
    expect(await counted(world, "试城")).toMatchObject({ received: 0 });
  }));

test("what the source says anew is changed, and the counts move along", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲街道");
    await read(staff, world, sound);
    const anew = [
      "A2,井盖破损,甲一,甲一9网格,2026-11-02 10:00,2026-11-04 10:00,2026-11-05 10:00,已换,超期",
      "A3,咨询,甲二社区,,2026-11-03 08:00,,,,",
    ];
    expect(await read(staff, world, anew)).toMatchObject({ applied: true, new: 0, changed: 2, same: 0 });
    expect(await counted(world, "试城")).toEqual({ received: 3, on_time: 1, late: 1, duplicate: 0 });
    expect(await counted(world, "甲二社区")).toMatchObject({ received: 1 });
    const [, , third] = await listed(world);
    expect(third).toMatchObject({ placed: true, areaId: areaId(world, "甲二社区") });
    const trace = await world.owner
      .select()
      .from(events)
      .where(eq(events.subjectId, third?.id ?? ""));
    expect(trace.map(({ areaPos, detail }) => [areaPos === third?.areaPos, detail.changed]).sort()).toEqual([
      [true, false],
      [true, true],
    ]);
  }));

test("once somebody took a step here, the source describes a case but no longer moves it", () =>
  inRollback(async (world) => {
    const staff = as(world, "staff", "甲街道");
    await read(staff, world, sound);
    const [, , third] = await listed(world);
    const unit = world.units.find(({ areaId: id }) => id === areaId(world, "甲街道"));
    await dispatchCase(staff, { id: third?.id ?? "", version: 1, unitId: unit?.id ?? "" });
    expect(await read(staff, world, sound)).toMatchObject({ same: 3 });
    const closed = "A3,咨询医保,甲二社区,,2026-11-03 08:00,,2026-11-04 08:00,,";
    expect(await read(staff, world, [closed])).toMatchObject({ changed: 1 });
    const [, , after] = await listed(world);
    expect(after).toMatchObject({ title: "咨询医保", state: "dispatched", closedAt: null, placed: false, version: 3 });
    expect(await counted(world, "试城")).toMatchObject({ received: 3 });
  }));

test("who may not import is refused, and so is an area that is out of sight or closed", () =>
  inRollback(async (world) => {
    await expect(read(as(world, "officer", "甲街道"), world, sound)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = { intoId: areaId(world, "乙街道") };
    await expect(read(as(world, "staff", "甲街道"), world, sound, elsewhere)).rejects.toMatchObject({
      code: "not-found",
    });
    await world.owner.execute(sql`update areas set closed_on = '2026-01-01' where id = ${areaId(world, "甲街道")}`);
    await expect(read(as(world, "staff", "甲街道"), world, sound)).rejects.toMatchObject({ code: "conflict" });
    expect(await listed(world)).toEqual([]);
  }));

test("an id that belongs to a case out of sight is rejected and nothing is told of that case", () =>
  inRollback(async (world) => {
    await read(as(world, "staff", "试城"), world, sound.slice(0, 1), { intoId: areaId(world, "试城") });
    const stranger = as(world, "staff", "乙街道");
    const report = await read(stranger, world, sound.slice(0, 2), {
      intoId: areaId(world, "乙街道"),
      skipRejected: true,
    });
    expect(report).toMatchObject({ applied: true, new: 1, rejected: 1 });
    expect(report.rejections).toMatchObject([{ line: 2, value: "A1", reason: "case.import.elsewhere" }]);
    expect(await counted(world, "乙街道")).toMatchObject({ received: 1 });
  }));
