import { expect, type Locator, type Page, test } from "@playwright/test";
import axe from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export const languages = ["zh-CN", "zh-Hant", "en"] as const;

export async function speak(page: Page, language: string): Promise<void> {
  const url = test.info().project.use.baseURL ?? "";
  await page.context().addCookies([{ name: "locale", value: language, url }]);
}

/** The pages a person finds in the navigation. */
export async function navigationOf(page: Page): Promise<string[]> {
  await page.goto("/");
  const links = page.locator("nav a.nav-link");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(hrefs)];
}

export async function expectAccessible(page: Page, options?: AxeOptions): Promise<void> {
  const violations = await violationsOf(page, options);
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

/** Contrast takes most of the time, and colours are the same in every language. */
type AxeOptions = { contrast?: boolean };

/** What axe finds on a page as it stands. */
export async function violationsOf(page: Page, { contrast = true }: AxeOptions = {}) {
  await page.evaluate(axe.source);
  return page.evaluate(async (enabled) => {
    const found = await window.axe.run({ resultTypes: ["violations"], rules: { "color-contrast": { enabled } } });
    const url = location.href;
    return found.violations.map(({ id, impact, nodes }) => ({ url, id, impact, html: nodes[0]?.html }));
  }, contrast);
}

export async function expectToFit(page: Page, width: number): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(wide, `${page.url()} at ${width}`).toBeLessThanOrEqual(width);
}

/** The last round of the demo world; other tests publish rounds of their own. */
export async function openDemoRound(page: Page): Promise<void> {
  await page.goto("/senses");
  await page
    .getByRole("region", { name: "已公布" })
    .getByRole("link", { name: /三感测评/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "各题" })).toBeVisible();
}

/** Chooses the first of a list whose name is like this. */
export async function choose(select: Locator, name: RegExp): Promise<void> {
  const option = select.locator("option").filter({ hasText: name }).first();
  await select.selectOption({ label: (await option.innerText()).trim() });
}
