import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, type Page, test } from "@playwright/test";

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

let open: { testId: string; context: BrowserContext }[] = [];

/** A page of somebody who is signed in; those of the tests before are closed. */
export async function as(browser: Browser, person: Person): Promise<Page> {
  if (!existsSync(stateOf(person))) throw new Error(`${person} has not signed in`);
  const { testId } = test.info();
  const ended = open.filter((other) => other.testId !== testId);
  await Promise.all(ended.map(({ context }) => context.close()));
  const context = await browser.newContext({ storageState: stateOf(person) });
  open = [...open.filter((other) => other.testId === testId), { testId, context }];
  return context.newPage();
}
