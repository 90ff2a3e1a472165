import { z } from "zod";
import { withoutNumbers } from "../concealed";
import { atMost } from "../typed";
import { revealReasons } from "./model";

const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);

/** A number as it is written down: digits with what people put between them. */
export const phone = z
  .string("required")
  .transform((text) => text.normalize("NFKC").trim())
  .pipe(
    z
      .string()
      .check(atMost(40))
      .regex(/^\+?[\d\s()-]{5,30}(?:[转#x]\s?\d{1,6})?$/i, "phone")
      .refine((text) => !isBrokenMobile(text.replace(/[转#x].*$/i, "").replace(/[\s()-]/g, "")), "mobile"),
  );

/** As long as a mobile number and beginning like one, but none: a digit was left out, added or mistyped. */
const isBrokenMobile = (digits: string) => /^(\+?86)?1\d{8,}$/.test(digits) && !/^(\+?86)?1[3-9]\d{9}$/.test(digits);
export const optionalPhone = z.preprocess(blank, phone.optional());
export const contactName = z.preprocess(blank, z.string().trim().check(atMost(40)).optional());

export const giveInput = z.strictObject({ id: z.uuid(), contactName, contactPhone: phone });
export type GiveInput = z.output<typeof giveInput>;

export const revealInput = z
  .strictObject({
    id: z.uuid(),
    reason: z.enum(revealReasons),
    note: z.preprocess(blank, z.string().trim().check(atMost(200)).transform(withoutNumbers).optional()),
  })
  .superRefine(({ reason, note }, check) => {
    if (reason === "other" && !note) check.addIssue({ code: "custom", message: "required", path: ["note"] });
  });
export type RevealInput = z.output<typeof revealInput>;
