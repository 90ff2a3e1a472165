import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { getOpenArea } from "../areas/queries";
import { countCases } from "../cases/queries";
import { addAgreement, addTask } from "../estates/agreements";
import { agreed, anEstate } from "../estates/testing";
import { recordFinding } from "../findings/findings";
import { aCase, areaId, as, inRollback } from "../testing";
import { listGrids, listOwing, listPutOff, listSaid } from "./queries";

const lately = { from: "2026-11-10", to: "2026-11-23" };

test("what was said is counted by category as in the list that opens, the newest titles first", () =>
  inRollback(async (world) => {
    const at = (hour: number) => ({ registeredAt: new Date(Date.UTC(2026, 10, 20, hour)) });
    for (let n = 0; n < 5; n++) await aCase(world, "甲一1网格", { ...at(n), categoryCode: "0602", title: `电梯 ${n}` });
    await aCase(world, "甲一2网格", { ...at(1), title: "没有归类" });
    await aCase(world, "甲一1网格", { registeredAt: new Date("2026-11-01T02:00:00Z"), categoryCode: "0602" });
    await aCase(world, "甲二1网格", { ...at(1), categoryCode: "0602" });
    const staff = as(world, "staff", "甲一社区");
    const said = await listSaid(staff, staff.actor, lately);
    expect(said.map(({ code, n, latest }) => [code, n, latest.map(({ title }) => title)])).toEqual([
      ["0602", 5, ["电梯 4", "电梯 3", "电梯 2"]],
      ["none", 1, ["没有归类"]],
    ]);
    for (const { code, n } of said)
      expect((await countCases(staff, staff.actor, { category: code, ...lately })).n).toBe(n);
  }));

test("grids tell who serves and what is open; an officer is told of the own grid", () =>
  inRollback(async (world) => {
    await aCase(world, "甲一1网格");
    await aCase(world, "甲一1网格", { state: "closed", closedAt: new Date("2026-11-23T01:30:00Z") });
    const staff = as(world, "staff", "甲一社区");
    expect((await listGrids(staff, staff.actor)).map(({ name, open, officers }) => [name, open, officers])).toEqual([
      ["甲一1网格", 1, null],
      ["甲一2网格", 0, null],
    ]);
    const officer = as(world, "officer", "甲一2网格");
    expect((await listGrids(officer, officer.actor)).map(({ name }) => name)).toEqual(["甲一2网格"]);
  }));

test("what was put off with approval is a promise until it is closed", () =>
  inRollback(async (world) => {
    const extended = { extendedAt: new Date("2026-11-20T02:00:00Z"), closeDueAt: new Date("2026-12-01T02:00:00Z") };
    const id = await aCase(world, "甲一1网格", extended);
    await aCase(world, "甲一1网格", { ...extended, state: "closed", closedAt: new Date("2026-11-23T01:30:00Z") });
    await aCase(world, "甲一1网格");
    const staff = as(world, "staff", "甲一社区");
    expect((await listPutOff(staff, staff.actor)).map((row) => row.id)).toEqual([id]);
  }));

test("each community is told with what is open and late there, as the lists that open count it", () =>
  inRollback(async (world) => {
    await aCase(world, "甲一1网格", { closeDueAt: new Date("2026-11-20T02:00:00Z") });
    await aCase(world, "甲一2网格", { closeDueAt: new Date("2026-12-20T02:00:00Z") });
    await aCase(world, "甲二1网格", { state: "closed", closedAt: new Date("2026-11-23T01:30:00Z") });
    const finding = { kind: "patrol", foundOn: "2026-11-22", what: "楼道堆物" } as const;
    await recordFinding(as(world, "officer", "甲一1网格"), {
      ...finding,
      id: uuidv7(),
      areaId: areaId(world, "甲一1网格"),
    });
    await recordFinding(as(world, "officer", "甲一2网格"), {
      ...finding,
      id: uuidv7(),
      areaId: areaId(world, "甲一2网格"),
      result: "已清理",
    });
    const { estateId, property } = await anEstate(world);
    const agreement = agreed(estateId);
    const staff = as(world, "staff", "甲一社区");
    await addAgreement(staff, agreement);
    for (const dueOn of ["2026-11-20", "2026-12-01"]) {
      const task = { estateId, agreementId: agreement.id, id: uuidv7(), title: "公示收支", unitId: property, dueOn };
      await addTask(staff, task);
    }
    const official = as(world, "official", "甲街道");
    const rows = await listOwing(official, official.actor);
    expect(rows.map(({ id: _id, ...row }) => row)).toEqual([
      { name: "甲一社区", open: 2, overdue: 1, promised: 2, late: 1, unsettled: 1 },
      { name: "甲二社区", open: 0, overdue: 0, promised: 0, late: 0, unsettled: 0 },
    ]);
    for (const { id, open, overdue } of rows) {
      const area = await getOpenArea(official, id);
      expect((await countCases(official, area, { queue: "open" })).n).toBe(open);
      expect((await countCases(official, area, { queue: "overdue" })).n).toBe(overdue);
    }
    const other = as(world, "official", "乙街道");
    expect((await listOwing(other, official.actor)).length).toBe(0);
  }));
