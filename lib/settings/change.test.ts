import assert from "node:assert/strict";
import { eq } from "drizzle-orm";
import { test } from "vitest";
import { events } from "../../db/schema/cases";
import { as, inRollback } from "../testing";
import { changeSettings } from "./change";
import { defaultSettings, settingsSubject } from "./model";
import { presetOf, scorePresetNames, scorePresets } from "./presets";
import { getSettings } from "./queries";

const changed = { ...defaultSettings, cutoffDay: 18, basicCredit: 0.8 };

test("a system administrator changes settings and the trace says which", () =>
  inRollback(async (world) => {
    const ctx = as(world, "sysadmin", "试城");
    await changeSettings(ctx, { ...changed, cutoffAgreed: true });

    assert.deepEqual(await getSettings(ctx), changed);
    const trace = await world.owner.select().from(events).where(eq(events.subjectId, settingsSubject));
    assert.deepEqual(trace.map(({ action, detail, role }) => ({ action, detail, role })).at(-1), {
      action: "setting.changed",
      role: "sysadmin",
      detail: { cutoffDay: { from: null, to: 18 }, basicCredit: { from: 0.9, to: 0.8 } },
    });
  }));

test("nobody else changes settings, nor can the database be asked to", () =>
  inRollback(async (world) => {
    for (const role of ["leader", "official", "staff", "officer", "handler", "secadmin", "auditor"] as const) {
      await assert.rejects(changeSettings(as(world, role, "甲街道"), changed), { code: "forbidden" });
    }
  }));

test("what stands already leaves no trace", () =>
  inRollback(async (world) => {
    const ctx = as(world, "sysadmin", "试城");
    const before = await world.owner.$count(events);
    await changeSettings(ctx, await getSettings(ctx));
    assert.equal(await world.owner.$count(events), before);
  }));

test("the cut-off day moves only after it was told which days the month then covers", () =>
  inRollback(async (world) => {
    const ctx = as(world, "sysadmin", "试城");
    await assert.rejects(changeSettings(ctx, changed), {
      reason: "setting.cutoffMoves",
      field: "cutoffAgreed",
      values: { from: "2026-11-01", to: "2026-11-30", newFrom: "2026-11-19", newTo: "2026-12-18" },
    });
    assert.equal((await getSettings(ctx)).cutoffDay, null);
    await changeSettings(ctx, { ...changed, cutoffDay: null });
    assert.equal((await getSettings(ctx)).basicCredit, 0.8);
  }));

test("settings are the preset whose values they all are, or values of one's own", () => {
  for (const name of scorePresetNames) {
    const filled = { ...defaultSettings, ...scorePresets[name] };
    assert.equal(presetOf(filled), name);
    assert.equal(presetOf({ ...filled, weightSolved: 49 }), null);
  }
  assert.equal(presetOf({ ...defaultSettings, cutoffDay: 20 }), null);
  assert.equal(presetOf(defaultSettings), "three_rates_month");
});
