import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { casePhotos } from "../../db/schema/photos";
import { dispatchCase } from "../cases/dispatch";
import { listCaseEvents } from "../cases/queries";
import { caseIn } from "../cases/testing";
import type { Context } from "../context";
import { env } from "../env";
import { as, inRollback, unitOf, type World } from "../testing";
import { addPhoto } from "./add";
import { dropPhoto, readPhoto, storePhoto } from "./files";
import { photoLimits } from "./model";
import { type Picture, redraw } from "./picture";
import { getPhoto, listPhotos } from "./queries";
import { removePhoto } from "./remove";
import { sweepPhotos } from "./sweep";

let folder: string;
let picture: Picture;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "grid133-photos-"));
  env.PHOTO_DIR = folder;
  const red = sharp({ create: { width: 9, height: 6, channels: 3, background: { r: 200, g: 30, b: 30 } } });
  picture = await redraw(await red.jpeg().toBuffer());
});
afterAll(() => rm(folder, { recursive: true }));

const at = "甲一社区";
const staff = (world: World) => as(world, "staff", at);

async function added(world: World, ctx: Context = staff(world)) {
  const { id } = await caseIn(world, "signed");
  await addPhoto(ctx, { id, kind: "before", picture });
  const [photo] = await listPhotos(ctx, id);
  if (!photo) throw new Error("it was not kept");
  return { id, photo };
}

test("a photo is kept with who and when, its file under a random name, and leaves its event", () =>
  inRollback(async (world) => {
    const { id, photo } = await added(world);
    expect(photo).toMatchObject({ kind: "before", width: 9, height: 6, addedName: `staff ${at}`, addedAt: world.now });
    expect(await readPhoto(photo.id)).toEqual(picture.bytes);
    expect(photo.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    const [event] = await listCaseEvents(staff(world), id);
    expect(event).toMatchObject({ action: "case.photo-added", detail: { photo: "before" } });
  }));

test("a leader adds none, in another area there is nothing to add to or to see, and a closed request takes none", () =>
  inRollback(async (world) => {
    const { id, photo } = await added(world);
    const add = (ctx: Context, to = id) => addPhoto(ctx, { id: to, kind: "after", picture });
    await expect(add(as(world, "leader", at))).rejects.toMatchObject({ code: "forbidden" });
    await expect(add(as(world, "staff", "乙一社区"))).rejects.toMatchObject({ code: "not-found" });
    const { id: closed } = await caseIn(world, "closed");
    await expect(add(staff(world), closed)).rejects.toMatchObject({ code: "conflict", reason: "photo.closed" });
    await expect(getPhoto(as(world, "staff", "乙一社区"), { id, photo: photo.id })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await getPhoto(as(world, "leader", "试城"), { id, photo: photo.id })).toMatchObject({ id: photo.id });
    await expect(getPhoto(staff(world), { id: closed, photo: photo.id })).rejects.toMatchObject({ code: "not-found" });
  }));

test("a handler sees and adds photos of what lies with the own unit, and none of anything else", () =>
  inRollback(async (world) => {
    const { id, photo } = await added(world);
    const ours = as(world, "handler", at);
    expect(await getPhoto(ours, { id, photo: photo.id })).toMatchObject({ id: photo.id });
    await addPhoto(ours, { id, kind: "after", picture });
    const theirs = as(world, "handler", "甲街道");
    await expect(getPhoto(theirs, { id, photo: photo.id })).rejects.toMatchObject({ code: "not-found" });
    const { id: other } = await caseIn(world, "registered");
    await dispatchCase(staff(world), { id: other, version: 1, unitId: unitOf(world, "甲街道").id });
    await expect(addPhoto(ours, { id: other, kind: "after", picture })).rejects.toMatchObject({ code: "not-found" });
  }));

test("a request takes so many photos; one more is refused until one is removed", () =>
  inRollback(async (world) => {
    const { id, photo } = await added(world);
    for (let n = 1; n < photoLimits.photos; n++) await addPhoto(staff(world), { id, kind: "other", picture });
    const more = () => addPhoto(staff(world), { id, kind: "other", picture });
    await expect(more()).rejects.toMatchObject({ reason: "photo.tooMany", values: { photos: 9 } });
    await removePhoto(staff(world), { id, photo: photo.id, note: "拍错了" });
    await more();
  }));

test("a photo is removed with its reason: the own one, or by who answers for the area; twice there is none", () =>
  inRollback(async (world) => {
    const officer = as(world, "officer", "甲一1网格");
    const { id, photo } = await added(world, officer);
    await addPhoto(staff(world), { id, kind: "after", picture });
    const second = (await listPhotos(officer, id)).find((other) => other.id !== photo.id);
    const remove = (ctx: Context, which = photo.id) => removePhoto(ctx, { id, photo: which, note: "有人脸" });
    await expect(remove(officer, second?.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove(as(world, "leader", at))).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove(as(world, "staff", "乙一社区"))).rejects.toMatchObject({ code: "not-found" });
    await remove(officer);
    await remove(staff(world), second?.id);
    expect(await listPhotos(officer, id)).toEqual([]);
    await expect(remove(officer)).rejects.toMatchObject({ reason: "photo.missing" });
    const events = await listCaseEvents(officer, id);
    expect(events.at(-1)).toMatchObject({ action: "case.photo-removed", detail: { photo: "after", note: "有人脸" } });
    expect(await world.owner.select().from(casePhotos).where(eq(casePhotos.caseId, id))).toHaveLength(2);
  }));

test("files that no photo stands for are swept away, those of the last hour and those of others stay", async () => {
  const lost = crypto.randomUUID();
  await storePhoto(lost, picture.bytes);
  const path = join(folder, lost.slice(0, 2), `${lost}.jpg`);
  const foreign = join(folder, lost.slice(0, 2), "notes.txt");
  await writeFile(foreign, "not ours");
  const swept = async () => {
    await sweepPhotos(new Date());
    return !existsSync(path);
  };
  expect(await swept()).toBe(false);
  const before = new Date(Date.now() - 2 * 3_600_000);
  await Promise.all([path, foreign].map((one) => utimes(one, before, before)));
  expect(await swept()).toBe(true);
  expect(await readdir(join(folder, lost.slice(0, 2)))).toContain("notes.txt");
  await dropPhoto(lost);
  expect(await readPhoto(lost)).toBeNull();
});
