import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";

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

/** Our pages hold no frames of others, and what passes is of no interest: in this way the same rules take half the time. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}

export async function expectToFit(page: Page, width: number): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `${page.url()} at ${width}`).toBeLessThanOrEqual(width);
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
