import { sql } from "drizzle-orm";
import { held } from "../../db/held";
import { kept } from "../../db/kept";
import { settings } from "../../db/schema/accounts";
import type { Context } from "../context";
import { storedSettings as schemas } from "./input";
import { defaultSettings, type Settings } from "./model";

const readSettings = kept((db) =>
  db
    .select({
      stored: sql<Record<
        string,
        unknown
      > | null>`(select jsonb_object_agg(${settings.key}, ${settings.value}) from ${settings})`,
    })
    .from(sql`(values (1)) one`),
);

/** The settings of this installation. */
export function getSettings(ctx: Pick<Context, "db" | "actor">): Promise<Settings> {
  return held(ctx, "settings", () => askSettings(ctx));
}

/** The same as they stand at this moment, for whoever changes them. */
export async function askSettings(ctx: Pick<Context, "db">): Promise<Settings> {
  const [row] = await readSettings(ctx.db);
  return settingsFrom(row?.stored ?? null);
}

/** What cannot be read counts as missing. */
function settingsFrom(stored: Record<string, unknown> | null): Settings {
  const value = <Key extends keyof Settings>(key: Key): Settings[Key] => {
    if (!stored || !Object.hasOwn(stored, key)) return defaultSettings[key];
    const read = schemas[key].safeParse(stored[key]);
    // Each schema is declared to give the type of its own key.
    return read.success ? (read.data as Settings[Key]) : defaultSettings[key];
  };
  return {
    cutoffDay: value("cutoffDay"),
    rankMinimum: value("rankMinimum"),
    disclosureThreshold: value("disclosureThreshold"),
    workHours: value("workHours"),
    basicCredit: value("basicCredit"),
    dispatchHours: value("dispatchHours"),
    urgentDispatchHours: value("urgentDispatchHours"),
    urgentContactHours: value("urgentContactHours"),
    signWorkHours: value("signWorkHours"),
    urgentSignMinutes: value("urgentSignMinutes"),
    callbackWorkDays: value("callbackWorkDays"),
    callbackTries: value("callbackTries"),
    callbackShare: value("callbackShare"),
    weightResponded: value("weightResponded"),
    weightSolved: value("weightSolved"),
    weightSatisfied: value("weightSatisfied"),
    decideWorkHours: value("decideWorkHours"),
    revealsADay: value("revealsADay"),
    contactDays: value("contactDays"),
    acceptFirst: value("acceptFirst"),
    checkFirst: value("checkFirst"),
    remindWorkHours: value("remindWorkHours"),
    quietHours: value("quietHours"),
    urgentAlways: value("urgentAlways"),
  };
}
