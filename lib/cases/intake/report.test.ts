import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "../../env";
import { readPhoto } from "../../photos/files";
import { listPhotos } from "../../photos/queries";
import { areaId, as, inRollback, type World } from "../../testing";
import { findCase, listCaseEvents } from "../queries";
import { takeOut } from "../testing";
import { registerReport } from "./report";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "grid133-reports-"));
  env.PHOTO_DIR = folder;
});
afterAll(() => rm(folder, { recursive: true }));

const picture = { bytes: Buffer.from("red"), width: 4, height: 3 };
const officer = (world: World) => as(world, "officer", "甲一1网格");

function reported(world: World) {
  const [title, channel, requestType] = ["楼道堆物", "officer", "other"] as const;
  const input = { id: uuidv7(), areaId: areaId(world, "甲一1网格"), title, channel, requestType, urgent: false };
  return { input, picture };
}

test("a report is registered with its photo, each with its event", () =>
  inRollback(async (world) => {
    const report = reported(world);
    const { number, href } = await registerReport(officer(world), report);
    const { id } = report.input;
    expect(href).toBe(`/cases/${id}`);
    expect((await findCase(officer(world), id))?.current).toMatchObject({ number, title: "楼道堆物" });
    const [photo] = await listPhotos(officer(world), id);
    expect(photo).toMatchObject({ kind: "before", width: 4, height: 3 });
    expect(await readPhoto(photo?.id ?? "")).toEqual(picture.bytes);
    const actions = (await listCaseEvents(officer(world), id)).map(({ action }) => action);
    expect(actions).toEqual(["case.registered", "case.photo-added"]);
  }));

test("sent twice it is one request with one photo", () =>
  inRollback(async (world) => {
    const report = reported(world);
    const first = await registerReport(officer(world), report);
    expect(await registerReport(officer(world), report)).toEqual(first);
    expect(await listPhotos(officer(world), report.input.id)).toHaveLength(1);
    expect(await listCaseEvents(officer(world), report.input.id)).toHaveLength(2);
  }));

test("a leader reports nothing, and in another area there is no such place", () =>
  inRollback(async (world) => {
    const report = reported(world);
    await expect(registerReport(as(world, "leader", "甲一社区"), report)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = as(world, "officer", "乙一1网格");
    await expect(registerReport(elsewhere, report)).rejects.toMatchObject({ code: "not-found", field: "areaId" });
  }));

test("what was taken out before its photo was removed is sent again without harm", () =>
  inRollback(async (world) => {
    const report = reported(world);
    const { number } = await registerReport(officer(world), report);
    await takeOut(world, { id: report.input.id, version: 1 });
    expect(await registerReport(officer(world), report)).toMatchObject({ number });
  }));
