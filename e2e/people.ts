import { existsSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";

/** The demo accounts by role, and where their sessions are kept. */
export const people = [
  "leader",
  "official",
  "staff",
  "officer",
  "handler",
  "owners",
  "sysadmin",
  "secadmin",
  "auditor",
] as const;
export type Person = (typeof people)[number];

export const password = "grid133-demo";

export function stateOf(person: Person): string {
  return `.data/e2e/${person}.json`;
}

/** A page of somebody who is signed in. */
export async function as(browser: Browser, person: Person): Promise<Page> {
  if (!existsSync(stateOf(person))) throw new Error(`${person} has not signed in`);
  const context = await browser.newContext({ storageState: stateOf(person) });
  return context.newPage();
}
