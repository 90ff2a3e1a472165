import { expect, test } from "vitest";
import { getArea } from "../areas/queries";
import { areaId, as, inRollback } from "../testing";
import { addNote } from "./notes";
import { openTopic } from "./open";
import { listMarks } from "./queries-marks";
import { elsewhere, official, opened, wanted } from "./testing";

const november = { from: "2026-11-01", to: "2026-11-30" };

test("the days of a topic are marked in its area, above and below it, and nowhere else", () =>
  inRollback(async (world) => {
    const id = await opened(world);
    const ctx = official(world);
    for (const [day, note] of [
      ["2026-11-02", "第二批开工"],
      ["2026-10-31", "没有开工"],
      ["2026-11-25", "明天的事"],
    ] as const)
      await addNote(ctx, { id, day, note });
    const city = as(world, "leader", "试城");
    const notesIn = async (name: string, days = november) => {
      const { rows } = await listMarks(city, await getArea(city, areaId(world, name)), days);
      return rows.map(({ note }) => note);
    };
    for (const name of ["试城", "甲街道", "甲一社区"]) expect(await notesIn(name), name).toEqual(["第二批开工"]);
    expect(await notesIn("乙街道")).toEqual([]);
    expect(await notesIn("甲街道", { from: "2026-10-01", to: "2026-11-30" })).toEqual([null, "没有开工", "第二批开工"]);
    expect(await listMarks(elsewhere(world), elsewhere(world).actor, november)).toEqual({ rows: [], isCut: false });
  }));

test("whoever reads no topics has no marks of them", () =>
  inRollback(async (world) => {
    const place = areaId(world, "甲一社区");
    await openTopic(official(world), { ...wanted(world), areaId: place, startsOn: "2026-11-02" });
    const [staff, officer] = [as(world, "staff", "甲一社区"), as(world, "officer", "甲一社区")];
    expect((await listMarks(staff, staff.actor, november)).rows).toHaveLength(1);
    expect(await listMarks(officer, officer.actor, november)).toEqual({ rows: [], isCut: false });
  }));

test("of more days than a chart can carry those of the area itself come first, then the latest, and it is said", () =>
  inRollback(async (world) => {
    const id = await opened(world);
    const ctx = official(world);
    for (let n = 0; n < 32; n++) await addNote(ctx, { id, day: "2026-11-02", note: `第 ${n} 件` });
    await openTopic(ctx, { ...wanted(world), areaId: areaId(world, "甲一社区"), startsOn: "2026-11-20" });
    const { rows, isCut } = await listMarks(ctx, ctx.actor, november);
    expect(isCut).toBe(true);
    expect(rows.map(({ day }) => day)).toEqual(Array(30).fill("2026-11-02"));
    const later = await listMarks(ctx, ctx.actor, { from: "2026-11-03", to: "2026-11-30" });
    expect(later).toMatchObject({ rows: [{ day: "2026-11-20", note: null }], isCut: false });
  }));
