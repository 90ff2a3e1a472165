import { adminRoles, type Role } from "../access/model";

/** What is typed at sign-in, as it is compared: full-width letters, capitals and a dot at the end make no other account. */
export function plainLogin(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase().replace(/\.+$/, "");
}

export const passwordLength = { least: 12, most: 128 } as const;

/** What is wrong with a new password, as a key of the messages, or null. */
export function passwordProblem(password: string, login: string): string | null {
  const { least, most } = passwordLength;
  if ([...password].length < least) return "account.password-short";
  if ([...password].length > most) return "account.password-long";
  if (kinds.filter((kind) => kind.test(password)).length < 3) return "account.password-kinds";
  const plain = password.toLowerCase();
  if ((login !== "" && plain.includes(login)) || common.some((word) => plain.includes(word)))
    return "account.password-common";
  return null;
}

/** 20 characters without look-alikes, of four kinds: about 110 bits. */
export function makePassword(): string {
  const picks = [...crypto.getRandomValues(new Uint32Array(20))].map((pick) => letters[pick % letters.length] ?? "");
  const made = [0, 5, 10, 15].map((from) => picks.slice(from, from + 5).join("")).join("-");
  return passwordProblem(made, "") === null ? made : makePassword();
}

const letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
const common = ["password", "qwerty", "123456", "abc123", "admin", "woaini", "111111", "grid133"];

/** One account is one of these for good: an administrator of one kind, or somebody who works with cases (三权分立). */
export type AccountKind = (typeof adminRoles)[number] | "business";

export function kindOf(role: Role): AccountKind {
  return adminRoles.find((admin) => admin === role) ?? "business";
}

/** Whether a role may stand beside those an account already has. */
export function maySitTogether(role: Role, held: readonly Role[]): boolean {
  return held.every((other) => kindOf(other) === kindOf(role));
}

export type GrantChoice = { id: string; role: Role; area: string; unit: string | null };

/** An account to try the product with, as the sign-in page of a demo lists it. */
export type DemoAccount = { login: string; name: string; role: Role; area: string };
