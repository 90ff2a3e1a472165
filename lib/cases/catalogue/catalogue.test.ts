import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { events } from "../../../db/schema/cases";
import { areaId, as, inRollback, type World } from "../../testing";
import { findCase } from "../queries";
import { registerCase } from "../register";
import { addCategory } from "./add";
import { changeCategory } from "./change";
import { type ChangeCategoryInput, changeCategoryInput } from "./input";
import { ruleAt } from "./model";
import { listCatalogue } from "./queries";

const laid = (overrides: Record<string, string> = {}): ChangeCategoryInput =>
  changeCategoryInput.parse({
    code: "0202",
    version: "0",
    name: "路灯不亮",
    inUse: "on",
    closeLimit: "5",
    closeUnit: "work_day",
    contactLimit: "24",
    contactUnit: "hour",
    ...overrides,
  });

async function register(world: World, areaName: string, categoryCode: string, more: Record<string, string> = {}) {
  const ctx = as(world, "staff", areaName);
  const id = uuidv7();
  const heard = { title: "楼道灯不亮", channel: "phone", requestType: "help", urgent: false } as const;
  await registerCase(ctx, { id, areaId: areaId(world, areaName), categoryCode, ...heard, ...more });
  return (await findCase(ctx, id))?.current;
}

test("what a street lays down holds for its requests from then on, and nowhere else", () =>
  inRollback(async (world) => {
    const before = await register(world, "甲一社区", "0202");
    await changeCategory(as(world, "official", "甲街道"), laid({ name: "灯坏了" }));

    const after = await register(world, "甲一社区", "0202");
    const elsewhere = await register(world, "乙一社区", "0202");
    expect(before?.closeDueAt).toEqual(new Date("2026-11-25T15:59:59.999Z"));
    expect(after?.closeDueAt).toEqual(new Date("2026-11-30T15:59:59.999Z"));
    expect(elsewhere?.closeDueAt).toEqual(before?.closeDueAt);
    expect(after?.limits).toMatchObject({ closeLimit: 5, closeUnit: "work_day" });
    expect([before?.limits, elsewhere?.limits]).toEqual([null, null]);
    expect((await findCase(as(world, "staff", "甲一社区"), after?.id ?? ""))?.category.zh).toBe("灯坏了");
    expect((await findCase(as(world, "staff", "乙一社区"), elsewhere?.id ?? ""))?.category.zh).toBe("路灯不亮");

    const trace = await world.owner
      .select()
      .from(events)
      .where(eq(events.subjectId, areaId(world, "甲街道")))
      .orderBy(events.id);
    expect(trace.map(({ action, detail }) => ({ action, detail }))).toEqual([
      {
        action: "category.changed",
        detail: expect.objectContaining({
          code: "0202",
          closeLimit: { from: 2, to: 5 },
          name: { from: "路灯不亮", to: "灯坏了" },
        }),
      },
    ]);
  }));

test("the smallest area that says something counts", () => {
  const rules = [
    { areaPos: 1, areaLast: 100, of: "city" },
    { areaPos: 10, areaLast: 20, of: "street" },
    { areaPos: 30, areaLast: 40, of: "other" },
  ];
  expect(ruleAt(rules, 15)?.of).toBe("street");
  expect(ruleAt(rules, 50)?.of).toBe("city");
  expect(ruleAt(rules, 200)).toBe(null);
});

test("a category of a street's own is chosen there and is unknown elsewhere", () =>
  inRollback(async (world) => {
    const { code } = await addCategory(as(world, "official", "甲街道"), { parentCode: "12", name: "河灯节预约" });
    expect(code).toMatch(/^12\d{6}$/);
    expect((await register(world, "甲一社区", code))?.categoryCode).toBe(code);
    await expect(register(world, "乙一社区", code)).rejects.toMatchObject({ reason: "case.categoryClosed" });
    await expect(changeCategory(as(world, "official", "乙街道"), laid({ code, name: "别处的" }))).rejects.toMatchObject(
      { code: "not-found" },
    );
  }));

test("what is switched off can no longer be chosen, and stays with its requests", () =>
  inRollback(async (world) => {
    const before = await register(world, "甲一社区", "0202");
    await changeCategory(as(world, "official", "甲街道"), laid({ inUse: "" }));
    await expect(register(world, "甲一社区", "0202")).rejects.toMatchObject({ field: "categoryCode" });
    expect((await findCase(as(world, "staff", "甲一社区"), before?.id ?? ""))?.category.zh).toBe("路灯不亮");
  }));

test("questions are asked, checked and kept as they stood", () =>
  inRollback(async (world) => {
    const asked = {
      question1Label: "灯杆编号",
      question2Label: "几盏不亮",
      question2Kind: "number",
      question3Label: "整条路吗",
      question3Kind: "yes-no",
      question3Required: "on",
    };
    await changeCategory(as(world, "official", "甲街道"), laid(asked));
    await expect(register(world, "甲一社区", "0202")).rejects.toMatchObject({ field: "answer3" });
    await expect(register(world, "甲一社区", "0202", { answer2: "三", answer3: "yes" })).rejects.toMatchObject({
      field: "answer2",
    });
    const found = await register(world, "甲一社区", "0202", { answer1: "A-12", answer3: "no" });
    expect(found?.answers).toEqual([
      { question: "灯杆编号", answer: "A-12" },
      { question: "整条路吗", answer: "no" },
    ]);
  }));

test("others are refused, and two at once are told", () =>
  inRollback(async (world) => {
    await expect(changeCategory(as(world, "staff", "甲一社区"), laid())).rejects.toMatchObject({ code: "forbidden" });
    await expect(addCategory(as(world, "leader", "甲街道"), { parentCode: "12", name: "别的" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      addCategory(as(world, "official", "甲街道"), { parentCode: "99", name: "别的" }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      addCategory(as(world, "official", "甲街道"), { parentCode: "02", name: "路灯不亮" }),
    ).rejects.toMatchObject({ code: "conflict", field: "name" });
    const official = as(world, "official", "甲街道");
    await changeCategory(official, laid({ notice: "先看灯杆编号" }));
    await expect(changeCategory(official, laid())).rejects.toMatchObject({ code: "conflict", values: { version: 1 } });
    await changeCategory(official, laid({ version: "1", notice: "看灯杆编号" }));
    const held = (await listCatalogue(official)).find(({ code }) => code === "0202");
    expect(held).toMatchObject({ notice: "看灯杆编号", rule: { version: 2 } });
  }));

test.each([
  ["a choice of one", { question1Label: "哪里", question1Kind: "choice", question1Options: "楼上" }, "questions"],
  ["emergency words without a number", { emergencyWords: "着火" }, "emergency"],
  ["a limit of nothing", { closeLimit: "0" }, "closeLimit"],
  ["no name", { name: " " }, "name"],
])("%s is refused by the form", (_, wrong, field) => {
  const read = changeCategoryInput.safeParse({ code: "0202", version: "0", name: "路灯", ...wrong });
  expect(read.error?.issues.map(({ path }) => path[0])).toContain(field);
});
