import "server-only";
import { sql } from "drizzle-orm";
import { settings } from "../../db/schema/accounts";
import { authorize } from "../access/guard";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { SettingsInput } from "./input";
import { type SettingKey, settingsSubject } from "./model";
import { movedMonth } from "./moved-month";
import { askSettings } from "./queries";

/** Changes what the form says otherwise; figures follow at once, deadlines from the next case on. Published rounds follow a limit that is raised, never one that is lowered. */
export async function changeSettings(ctx: Context, { cutoffAgreed, ...input }: SettingsInput): Promise<void> {
  const current = await askSettings(ctx);
  authorize(ctx.actor, "setting.edit");
  if (input.cutoffDay !== current.cutoffDay && !cutoffAgreed)
    throw new Refusal("invalid", "setting.cutoffMoves", movedMonth(ctx.now, current, input), "cutoffAgreed");
  // The keys of the input are those of the settings.
  const changed = (Object.keys(input) as SettingKey[]).filter(
    (key) => JSON.stringify(input[key]) !== JSON.stringify(current[key]),
  );
  if (changed.length === 0) return;

  await ctx.db
    .insert(settings)
    .values(changed.map((key) => ({ key, value: sql`${JSON.stringify(input[key])}::text::jsonb` })))
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } });

  if (input.disclosureThreshold > current.disclosureThreshold) {
    await ctx.db.execute(sql`set local statement_timeout = '5min'`);
    await ctx.db.execute(sql`select tighten_rounds()`);
  }

  await record(ctx, {
    subject: "setting",
    id: settingsSubject,
    action: "setting.changed",
    areaPos: ctx.actor.pos,
    detail: Object.fromEntries(changed.map((key) => [key, { from: current[key], to: input[key] }])),
  });
}
