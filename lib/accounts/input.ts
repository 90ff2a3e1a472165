import { z } from "zod";
import { roles } from "../access/model";
import { askedText } from "../asked";
import { day } from "../calendar/input";
import { locales } from "../format";
import { atMost } from "../typed";
import { plainLogin } from "./model";

const longestTyped = 1024;

/** Whatever was typed is compared; only what is too long to be meant is refused before any work is done. */
export const signInInput = z.strictObject({
  login: z
    .string("required")
    .min(1, "required")
    .check(atMost(100))
    .transform(plainLogin)
    .pipe(z.string().min(1, "required")),
  password: z.string("required").min(1, "required").check(atMost(longestTyped)),
  next: z.string().max(2000).optional(),
});
export type SignInInput = z.output<typeof signInInput>;

export const signOutInput = z.strictObject({});

export const languageInput = z.strictObject({ locale: z.enum(locales), back: z.string().max(2000).optional() });

export const switchGrantInput = z.strictObject({ grantId: z.uuid() });

const login = z
  .string("required")
  .check(atMost(100))
  .transform(plainLogin)
  .pipe(
    z
      .string()
      .min(1, "required")
      .min(2, "too_short")
      .check(atMost(60))
      .regex(/^[a-z0-9][a-z0-9._@-]*$/, "login"),
  );

export const addAccountInput = z.strictObject({
  login,
  name: z.string("required").trim().min(1, "required").check(atMost(60)),
});
export type AddAccountInput = z.output<typeof addAccountInput>;

export const accountInput = z.strictObject({ id: z.uuid() });

const blank = (value: unknown) => (value === "" ? undefined : value);
const optionalDay = z.preprocess(blank, day.optional());

const held = {
  accountId: z.uuid(),
  role: z.enum(roles, "required"),
  unitId: z.preprocess(blank, z.uuid().optional()),
  startsOn: optionalDay,
  endsOn: optionalDay,
};

function checkHeld(input: z.output<z.ZodObject<typeof held>>, check: z.RefinementCtx): void {
  const problem = (path: string, message: string) => check.addIssue({ code: "custom", message, path: [path] });
  if (input.role === "handler" && input.unitId === undefined) problem("unitId", "required");
  if (input.role !== "handler" && input.unitId !== undefined) problem("unitId", "handler_only");
  if (input.startsOn && input.endsOn && input.endsOn < input.startsOn) problem("endsOn", "before_start");
}

export const grantInput = z.strictObject({ ...held, areaId: z.uuid("required") }).superRefine(checkHeld);
export type GrantInput = z.output<typeof grantInput>;

/** As it is typed: the area by its name, its code, or PARENT/NAME. */
export const grantForm = z
  .strictObject({ ...held, area: z.string("required").trim().min(1, "required").check(atMost(200)) })
  .superRefine(checkHeld);

export const revokeInput = z.strictObject({ grantId: z.uuid() });

export const changePasswordInput = z
  .strictObject({
    currentPassword: z.string("required").min(1, "required").check(atMost(longestTyped)),
    newPassword: z.string("required").min(1, "required").check(atMost(longestTyped)),
    repeatedPassword: z.string("required").min(1, "required").check(atMost(longestTyped)),
  })
  .refine(({ newPassword, repeatedPassword }) => newPassword === repeatedPassword, {
    error: "not_same",
    path: ["repeatedPassword"],
  });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

export const accountFilter = z.object({
  q: askedText(60),
  after: askedText(60),
});
export type AccountFilter = z.output<typeof accountFilter>;

/** What the loader of the demo leaves in the settings. */
export const demoWorld = z.object({
  password: z.string(),
  accounts: z.array(z.object({ login: z.string(), name: z.string(), role: z.enum(roles), area: z.string() })),
});
export type DemoWorld = z.output<typeof demoWorld>;
