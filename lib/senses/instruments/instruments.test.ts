import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { Context } from "../../context";
import { areaId, as, inRollback, type World } from "../../testing";
import { openRoundInput } from "../rounds/input";
import { openRound } from "../rounds/open";
import { bank, pickedOf } from "./bank";
import { draftVersion, startInstrument } from "./draft";
import { addFromBank, groupDraft, moveItem, removeItem, renameDraft, saveItem } from "./edit";
import { saveItemInput } from "./input";
import { problemsOf } from "./model";
import { publishInstrument } from "./publish";
import { findInstrument, itemsOf, listAskable, listInstruments } from "./queries";

const street = (world: World) => as(world, "official", "甲街道");

async function started(world: World): Promise<string> {
  const id = uuidv7();
  await startInstrument(street(world), { id, areaId: areaId(world, "甲街道"), name: "街道问卷" });
  return id;
}

async function published(world: World, codes = ["GB01", "HB01"]): Promise<string> {
  const id = await started(world);
  await addFromBank(street(world), { id, codes });
  await publishInstrument(street(world), { id });
  return id;
}

const item = (id: string, changed: Record<string, string> = {}) =>
  saveItemInput.parse({
    ...{ id, code: "Q1", shape: "five", sense: "gain", scored: "on", weight: "2" },
    ...{ labelZh: "题目一", labelHant: "題目一", labelEn: "Item one", ...changed },
  });

async function read(ctx: Context, id: string) {
  const found = (await findInstrument(ctx, id)) ?? expect.fail();
  return { ...found, items: await itemsOf(ctx, found) };
}
const codes = async (ctx: Context, id: string) => (await read(ctx, id)).items.map(({ code }) => code);

test("a questionnaire is started, filled from the bank and by hand, put in order and published, each with its event", () =>
  inRollback(async (world) => {
    const ctx = street(world);
    const id = await started(world);
    await addFromBank(ctx, { id, codes: ["A04", "GB01"] });
    expect(await codes(ctx, id)).toEqual(["GB01", "A03", "A04"]);
    await saveItem(ctx, item(id));
    await moveItem(ctx, { id, code: "Q1", by: "up" });
    await removeItem(ctx, { id, code: "GB01" });
    await renameDraft(ctx, { id, name: "街道自己的问卷" });
    expect(await codes(ctx, id)).toEqual(["A03", "Q1", "A04"]);
    expect((await listAskable(ctx)).map((one) => one.id)).not.toContain(id);

    await publishInstrument(ctx, { id });
    const found = await read(ctx, id);
    expect(found).toMatchObject({ version: 1, name: "街道自己的问卷", draft: null, publishedAt: world.now });
    expect(found.items.map(({ code, weight, shownIf }) => [code, weight, shownIf?.item ?? null])).toEqual([
      ["A03", 1, null],
      ["Q1", 2, null],
      ["A04", 1, "A03"],
    ]);
    const events = await world.owner.execute(sql`select action from events where subject_id = ${id} order by id`);
    expect(events.map(({ action }) => action)).toEqual([
      "instrument.drafted",
      ...Array.from({ length: 5 }, () => "instrument.changed"),
      "instrument.published",
    ]);
  }));

test("what is published stands: no verb and no statement of a login changes it", () =>
  inRollback(async (world) => {
    const ctx = street(world);
    const id = await published(world);
    for (const change of [
      () => renameDraft(ctx, { id, name: "别名" }),
      () => saveItem(ctx, item(id)),
      () => addFromBank(ctx, { id, codes: ["SB01"] }),
      () => removeItem(ctx, { id, code: "GB01" }),
      () => moveItem(ctx, { id, code: "GB01", by: "down" }),
      () => publishInstrument(ctx, { id }),
    ])
      expect(await world.attempt(change)).toMatchObject({ code: "conflict", reason: "instrument.frozen" });
    const before = JSON.stringify(await read(ctx, id));
    for (const statement of [
      sql`update instrument_items set weight = 9 where instrument_id = ${id}`,
      sql`delete from instrument_items where instrument_id = ${id}`,
      sql`insert into instrument_items (instrument_id, code, position, low, high, top_from, scored, labels) values (${id}, 'Z', 9, 1, 5, 4, false, '{}')`,
      sql`delete from instruments where id = ${id}`,
    ])
      expect(await world.attempt(() => ctx.db.execute(statement))).not.toBeNull();
    await ctx.db.execute(sql`update instruments set name = 'x' where id = ${id}`);
    expect(JSON.stringify(await read(ctx, id))).toBe(before);
  }));

test("the next version begins as the one before; an item that changes needs a new code", () =>
  inRollback(async (world) => {
    const ctx = street(world);
    const [first, id] = [await published(world), uuidv7()];
    await draftVersion(ctx, { id, sourceId: first });
    expect(await read(ctx, id)).toMatchObject({ version: 2, name: "街道问卷" });
    expect(await codes(ctx, id)).toEqual(["GB01", "HB01"]);
    expect(await world.attempt(() => draftVersion(ctx, { id: uuidv7(), sourceId: first }))).toMatchObject({
      reason: "instrument.draftStands",
    });

    const changed = { was: "GB01", code: "GB01", labelZh: "换了说法", labelHant: "換了說法", labelEn: "Other words" };
    expect(await world.attempt(() => saveItem(ctx, item(id, changed)))).toMatchObject({
      reason: "instrument.changedItem",
      values: { code: "GB01", free: "GB01.2" },
      field: "code",
    });
    await saveItem(ctx, item(id, { ...changed, code: "GB01.2" }));
    const same = { was: "HB01", code: "HB01", sense: "happiness", weight: "3" };
    const {
      "zh-CN": labelZh = "",
      "zh-Hant": labelHant = "",
      en: labelEn = "",
    } = pickedOf(["HB01"], [])[0]?.labels ?? {};
    await saveItem(ctx, item(id, { ...same, labelZh, labelHant, labelEn }));
    await publishInstrument(ctx, { id });
    expect(await codes(ctx, id)).toEqual(["GB01.2", "HB01"]);
    expect(await codes(ctx, first)).toEqual(["GB01", "HB01"]);
  }));

test("whoever does not keep a questionnaire up makes a copy of it that is its own", () =>
  inRollback(async (world) => {
    const [source] = await listAskable(street(world));
    const [own, next] = [uuidv7(), uuidv7()];
    await draftVersion(street(world), { id: own, sourceId: source?.id ?? "" });
    const copy = await read(street(world), own);
    expect(copy).toMatchObject({ version: 1, areaName: "甲街道" });
    expect(copy.key).not.toBe(source?.key);
    await draftVersion(as(world, "official", "试城"), { id: next, sourceId: source?.id ?? "" });
    expect(await read(as(world, "official", "试城"), next)).toMatchObject({
      key: source?.key,
      version: (source?.version ?? 0) + 1,
    });
  }));

test("a draft that lacks something is not published, and says what", () =>
  inRollback(async (world) => {
    const ctx = street(world);
    const id = await started(world);
    const publish = () => world.attempt(() => publishInstrument(ctx, { id }));
    expect(await publish()).toMatchObject({ code: "conflict", reason: "instrument.problems.empty" });
    await saveItem(ctx, item(id, { labelEn: "" }));
    expect(await publish()).toMatchObject({ reason: "instrument.problems.words" });
    await saveItem(ctx, item(id, { was: "Q1" }));
    await saveItem(ctx, item(id, { code: "Q2", ruleItem: "Q1", ruleMarks: "1、2" }));
    await moveItem(ctx, { id, code: "Q2", by: "up" });
    expect(await publish()).toMatchObject({ reason: "instrument.problems.rule" });
    await moveItem(ctx, { id, code: "Q2", by: "down" });
    await publishInstrument(ctx, { id });
  }));

test("an item that cannot be asked so is refused at its field, and one that another asks about stays", () =>
  inRollback(async (world) => {
    const ctx = street(world);
    const id = await started(world);
    await saveItem(ctx, item(id));
    const refused = (changed: Record<string, string>) =>
      world.attempt(() => saveItem(ctx, item(id, { code: "Q2", ...changed })));
    expect(await refused({ code: "Q1" })).toMatchObject({ field: "code", reason: "instrument.codeTaken" });
    expect(await refused({ shape: "choice", optionsZh: "一个" })).toMatchObject({ field: "optionsZh" });
    expect(await refused({ sense: "" })).toMatchObject({ field: "sense" });
    expect(await refused({ ruleItem: "Q9", ruleMarks: "1" })).toMatchObject({ field: "ruleItem" });
    for (const ruleMarks of ["", "9", "1 2 3 4 5"])
      expect(await refused({ ruleItem: "Q1", ruleMarks })).toMatchObject({ field: "ruleMarks" });
    await saveItem(ctx, item(id, { code: "Q2", ruleItem: "Q1", ruleMarks: "1 2" }));
    expect(await world.attempt(() => removeItem(ctx, { id, code: "Q1" }))).toMatchObject({
      reason: "instrument.itemAsked",
    });
    await saveItem(ctx, item(id, { was: "Q1", code: "Q7" }));
    expect((await read(ctx, id)).items[1]?.shownIf).toEqual({ item: "Q7", marks: [1, 2] });
    expect(await world.attempt(() => moveItem(ctx, { id, code: "Q1", by: "up" }))).toMatchObject({ code: "conflict" });
    expect(await world.attempt(() => addFromBank(ctx, { id, codes: ["NONE"] }))).toMatchObject({ code: "conflict" });
  }));

test("who may not is refused; a draft elsewhere is not there, nor does it stand in a list", () =>
  inRollback(async (world) => {
    const id = await started(world);
    const verbs: ((ctx: Context) => Promise<unknown>)[] = [
      (ctx) => renameDraft(ctx, { id, name: "别名" }),
      (ctx) => saveItem(ctx, item(id)),
      (ctx) => addFromBank(ctx, { id, codes: ["GB01"] }),
      (ctx) => removeItem(ctx, { id, code: "Q1" }),
      (ctx) => moveItem(ctx, { id, code: "Q1", by: "up" }),
      (ctx) => publishInstrument(ctx, { id }),
      (ctx) => draftVersion(ctx, { id: uuidv7(), sourceId: id }),
    ];
    for (const verb of verbs) {
      expect(await world.attempt(() => verb(as(world, "staff", "甲街道")))).toMatchObject({ code: "forbidden" });
      expect(await world.attempt(() => verb(as(world, "official", "乙街道")))).toMatchObject({ code: "not-found" });
    }
    const start = { id: uuidv7(), areaId: areaId(world, "甲街道"), name: "问卷" };
    await expect(startInstrument(as(world, "leader", "甲街道"), start)).rejects.toMatchObject({ code: "forbidden" });
    await expect(startInstrument(as(world, "official", "乙街道"), start)).rejects.toMatchObject({ code: "not-found" });
    expect(await world.attempt(() => draftVersion(street(world), { id: uuidv7(), sourceId: id }))).toMatchObject({
      code: "conflict",
    });
    const listed = async (place: string) => (await listInstruments(as(world, "official", place))).map((one) => one.id);
    expect(await listed("甲街道")).toContain(id);
    expect(await listed("试城")).toContain(id);
    expect(await listed("乙街道")).not.toContain(id);
  }));

test("a round asks the version that was chosen for it, published and of its area", () =>
  inRollback(async (world) => {
    const id = await published(world);
    const open = (place: string, instrumentId: string) =>
      openRound(
        as(world, "official", place),
        openRoundInput.parse({
          ...{ id: uuidv7(), areaId: areaId(world, place), name: "一轮", mode: "drawn", instrumentId },
          ...{ opensOn: "2026-11-20", closesOn: "2026-11-30" },
        }),
      );
    await open("甲街道", id);
    await open("甲一社区", id);
    const [asked] = await world.owner.execute(sql`select count(*)::int as n from rounds where instrument_id = ${id}`);
    expect(asked?.n).toBe(2);
    for (const [place, wrong] of [
      ["乙街道", id],
      ["甲街道", await started(world)],
    ] as const)
      expect(await world.attempt(() => open(place, wrong))).toMatchObject({ field: "instrumentId" });
  }));

test("the bank holds forty to sixty items, whole and in three languages, each rule after what it asks about", () => {
  expect(bank.length).toBeGreaterThanOrEqual(40);
  expect(bank.length).toBeLessThanOrEqual(60);
  expect(problemsOf(bank, [])).toEqual([]);
  expect(pickedOf(["A05"], ["A03"]).map(({ code }) => code)).toEqual(["A05"]);
});

test("one or two questions make groups: with options, put to everybody, no address; they go with their codes and are copied", () =>
  inRollback(async (world) => {
    const ctx = street(world);
    const id = await started(world);
    await addFromBank(ctx, { id, codes: ["GB01", "A01", "A04"] });
    const words = { labelZh: "您住哪栋楼？", labelHant: "您住哪棟樓？", labelEn: "Which block?" };
    const options = { optionsZh: "一栋\n二栋", optionsHant: "一棟\n二棟", optionsEn: "One\nTwo" };
    await saveItem(ctx, saveItemInput.parse({ id, code: "B1", shape: "choice", ...words, ...options }));
    const group = (first: string, second = "") => groupDraft(ctx, { id, first, second });
    for (const code of ["GB01", "A04", "B1", "X1"]) {
      const unfit = { reason: "instrument.groupUnfit", values: { code } };
      expect(await world.attempt(() => group(code))).toMatchObject({ ...unfit, field: "first" });
      expect(await world.attempt(() => group("A01", code))).toMatchObject({ ...unfit, field: "second" });
    }
    const twice = { reason: "instrument.groupTwice", field: "second" };
    expect(await world.attempt(() => group("A01", "A01"))).toMatchObject(twice);
    await group("A03", "A01");
    expect((await read(ctx, id)).groupBy).toEqual(["A03", "A01"]);
    await removeItem(ctx, { id, code: "A04" });
    await removeItem(ctx, { id, code: "A03" });
    expect((await read(ctx, id)).groupBy).toEqual(["A01"]);
    await publishInstrument(ctx, { id });
    expect(await world.attempt(() => group(""))).toMatchObject({ reason: "instrument.frozen" });
    const next = uuidv7();
    await draftVersion(ctx, { id: next, sourceId: id });
    expect((await read(ctx, next)).groupBy).toEqual(["A01"]);
    for (const [role, place, code] of [
      ["staff", "甲街道", "forbidden"],
      ["official", "乙街道", "not-found"],
    ] as const)
      await expect(groupDraft(as(world, role, place), { id: next, first: "", second: "" })).rejects.toMatchObject({
        code,
      });
  }));
