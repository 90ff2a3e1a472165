import { inArray } from "drizzle-orm";
import { settings } from "../../db/schema/accounts";
import type { Context } from "../context";
import { storedSettings } from "./input";
import { defaultSettings, type Settings } from "./model";

/** The settings of this installation. A row that cannot be read counts as missing. */
export async function getSettings(ctx: Pick<Context, "db">): Promise<Settings> {
  const rows = await ctx.db
    .select()
    .from(settings)
    .where(inArray(settings.key, Object.keys(storedSettings)));
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const value = <Key extends keyof Settings>(key: Key): Settings[Key] => {
    const read = storedSettings[key].safeParse(stored.get(key));
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
