import { z } from "zod";
import { atMost } from "../typed";
import type { Settings } from "./model";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const spans = z
  .array(z.strictObject({ from: clock, to: clock }))
  .min(1, "work_hours")
  .max(6, "work_hours")
  .refine(
    (hours) => hours.every(({ from, to }, i) => from < to && (hours[i - 1]?.to ?? "00:00") <= from),
    "work_hours",
  );
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "quiet_hours");
const span = z.strictObject({ from: timeOfDay, to: timeOfDay }).refine(({ from, to }) => from !== to, "quiet_hours");
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

/** What may stand in the rows of `settings`. */
export const storedSettings = {
  cutoffDay: whole(1, 28).nullable(),
  rankMinimum: whole(10, 1000),
  disclosureThreshold: whole(5, 100),
  workHours: spans.readonly(),
  basicCredit: z.number().min(0).max(1),
  dispatchHours: whole(1, 240),
  urgentDispatchHours: whole(1, 48),
  urgentContactHours: whole(1, 48),
  signWorkHours: whole(1, 80),
  urgentSignMinutes: whole(5, 480),
  callbackWorkDays: whole(1, 30),
  callbackTries: whole(1, 5),
  callbackShare: whole(1, 100),
  weightResponded: whole(0, 100),
  weightSolved: whole(0, 100),
  weightSatisfied: whole(0, 100),
  decideWorkHours: whole(1, 80),
  revealsADay: whole(1, 200),
  contactDays: whole(1, 730),
  acceptFirst: z.boolean(),
  checkFirst: z.boolean(),
  remindWorkHours: whole(1, 40),
  quietHours: span.nullable(),
  urgentAlways: z.boolean(),
} as const satisfies { [Key in keyof Settings]: z.ZodType<Settings[Key]> };

const number = (schema: z.ZodType<number, number>) =>
  z
    .string("required")
    .regex(/^\d{1,4}(\.\d{1,3})?$/, "number")
    .transform(Number)
    .pipe(schema);

const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());

const hoursAsWritten = z
  .string("required")
  .check(atMost(80))
  .transform((text) => text.normalize("NFKC").replaceAll("、", ",").split(",").map(spanAsWritten))
  .pipe(spans);

const spanOrNone = z
  .string("required")
  .check(atMost(20))
  .transform((text) => (text.trim() === "" ? null : spanAsWritten(text.normalize("NFKC"))))
  .pipe(span.nullable());

function spanAsWritten(text: string): { from: string; to: string } {
  const [from = "", to = ""] = text.split(/[-–—~]/).map((time) => time.trim().padStart(5, "0"));
  return { from, to };
}

/** The form of all settings. An empty day of the month means calendar months. */
export const settingsInput = z.strictObject({
  cutoffDay: z.preprocess((value) => (value === "" ? null : value), number(whole(1, 28)).nullable()),
  rankMinimum: number(storedSettings.rankMinimum),
  disclosureThreshold: number(storedSettings.disclosureThreshold),
  workHours: hoursAsWritten.readonly(),
  basicCredit: number(storedSettings.basicCredit),
  dispatchHours: number(storedSettings.dispatchHours),
  urgentDispatchHours: number(storedSettings.urgentDispatchHours),
  urgentContactHours: number(storedSettings.urgentContactHours),
  signWorkHours: number(storedSettings.signWorkHours),
  urgentSignMinutes: number(storedSettings.urgentSignMinutes),
  callbackWorkDays: number(storedSettings.callbackWorkDays),
  callbackTries: number(storedSettings.callbackTries),
  callbackShare: number(storedSettings.callbackShare),
  weightResponded: number(storedSettings.weightResponded),
  weightSolved: number(storedSettings.weightSolved),
  weightSatisfied: number(storedSettings.weightSatisfied),
  decideWorkHours: number(storedSettings.decideWorkHours),
  revealsADay: number(storedSettings.revealsADay),
  contactDays: number(storedSettings.contactDays),
  acceptFirst: ticked,
  checkFirst: ticked,
  remindWorkHours: number(storedSettings.remindWorkHours),
  quietHours: spanOrNone,
  urgentAlways: ticked,
  /** That who moves the cut-off day was told which days every period covers from then on. */
  cutoffAgreed: ticked.optional(),
});
export type SettingsInput = z.output<typeof settingsInput>;
