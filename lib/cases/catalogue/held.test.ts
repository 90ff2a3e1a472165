import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { Role } from "../../access/model";
import { moveArea } from "../../areas/move";
import { changeSettings } from "../../settings/change";
import { defaultSettings } from "../../settings/model";
import { getSettings } from "../../settings/queries";
import { actIn, placeTogether } from "../testing-together";
import { addCategory } from "./add";
import { changeCategory } from "./change";
import { changeCategoryInput } from "./input";
import { getLaidDown, listCategories } from "./queries";

const place = placeTogether("held");
const code = "0202";
const laid = changeCategoryInput.parse({
  ...{ code, version: "0", name: "路灯不亮", inUse: "on" },
  ...{ closeLimit: "17", closeUnit: "hour", contactLimit: "24", contactUnit: "hour" },
});

async function laidDown(session = place.session, grid = 0) {
  const found: Awaited<ReturnType<typeof getLaidDown>>[] = [];
  await actIn({ ...place, session }, async (ctx) => {
    found.push(await getLaidDown(ctx, place.grids[grid] ?? "", code));
  });
  return found[0];
}

async function sessionOf(role: Role, areaId = "") {
  const [account, grant, session] = [uuidv7(), uuidv7(), uuidv7()];
  await place.owner`insert into accounts (id, login, name) values (${account}, ${account}, '并发')`;
  await place.owner`insert into grants (id, account_id, role, area_id) values (${grant}, ${account}, ${role}, ${areaId})`;
  await place.owner`insert into sessions (id, account_id, grant_id) values (${session}, ${account}, ${grant})`;
  return session;
}

test("what is laid down is asked of the database once", async () => {
  const before = await laidDown();
  await place.owner`insert into settings (key, value) values ('signWorkHours', '7')`;
  expect((await laidDown())?.settings).toBe(before?.settings);

  await place.owner`select note_laid('rules')`;
  expect((await laidDown())?.settings.signWorkHours).toBe(7);
});

test("a changed setting, a rule of an area and a move in the tree hold from the next transaction on", async () => {
  const sysadmin = await sessionOf("sysadmin", place.ids[0]);
  const street = await sessionOf("official", place.ids[2]);
  await laidDown();

  await actIn({ ...place, session: sysadmin }, (ctx) =>
    changeSettings(ctx, { ...defaultSettings, dispatchHours: 5, cutoffAgreed: true }),
  );
  expect((await laidDown())?.settings.dispatchHours).toBe(5);

  await actIn({ ...place, session: street }, (ctx) => changeCategory(ctx, laid));
  expect((await laidDown())?.category).toMatchObject({ closeLimit: 17, closeUnit: "hour" });
  expect((await laidDown(place.session, 2))?.category).not.toMatchObject({ closeLimit: 17 });

  const before = await laidDown();
  await place.owner`update areas set name = '别名', plain_name = '别名' where id = ${place.grids[0] ?? ""}`;
  await actIn(place, (ctx) => moveArea(ctx, { areaId: place.grids[0] ?? "", parentId: place.ids[6] ?? "" }));
  expect((await laidDown())?.area.pos).not.toBe(before?.area.pos);
  expect((await laidDown())?.category).not.toMatchObject({ closeLimit: 17 });

  let own = "";
  await actIn(place, async (ctx) => void (await listCategories(ctx)));
  await actIn({ ...place, session: street }, async (ctx) => {
    own = (await addCategory(ctx, { parentCode: code.slice(0, 2), name: "楼道灯" })).code;
  });
  await actIn(place, async (ctx) => {
    const { category } = await getLaidDown(ctx, place.grids[1] ?? "", own);
    expect(category?.nameZh).toBe("楼道灯");
    expect((await listCategories(ctx)).map((each) => each.code)).toContain(own);
  });
});

test("a tree that is numbered anew is asked for anew", async () => {
  await place.owner`select number_areas()`;
  const grid = place.grids[1] ?? "";
  await place.owner`update areas set pos = pos + 1, last = last + 1 where id = ${grid}`;
  await place.owner`select note_laid('tree')`;
  const before = await laidDown(place.session, 1);

  await place.owner`select number_areas()`;
  expect((await laidDown(place.session, 1))?.area.pos).toBe((before?.area.pos ?? 0) - 1);
});

test("nobody is answered what another may read", async () => {
  await laidDown(place.session, 1);
  const elsewhere = await sessionOf("official", place.ids[6]);
  await expect(laidDown(elsewhere, 1)).rejects.toMatchObject({ code: "not-found" });
  expect(await laidDown(place.session, 1)).toMatchObject({ area: { id: place.grids[1] } });
});

test("what a transaction laid down and undid is held for nobody", async () => {
  const session = await sessionOf("sysadmin", place.ids[0]);
  const changed = { ...defaultSettings, remindWorkHours: 3, cutoffAgreed: true };
  const undone = actIn({ ...place, session }, async (ctx) => {
    await changeSettings(ctx, changed);
    expect((await getSettings(ctx)).remindWorkHours).toBe(3);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await actIn({ ...place, session }, async (ctx) =>
    expect((await getSettings(ctx)).remindWorkHours).toBe(defaultSettings.remindWorkHours),
  );
});

test("what was asked before a change is not held after it", async () => {
  await actIn(place, async (ctx) => {
    await getLaidDown(ctx, place.grids[0] ?? "", code);
    await place.owner`insert into settings (key, value) values ('callbackTries', '4')`;
    await place.owner`select note_laid('rules')`;
    expect((await laidDown())?.settings.callbackTries).toBe(4);
  });
  expect((await laidDown())?.settings.callbackTries).toBe(4);
});
