import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectToFit, languages, navigationOf, speak } from "./pages";
import { as, type Person, people } from "./people";

const secondsAPage = 15;
/** A laptop, a tablet, a phone. */
const widths = [1280, 1024, 390];

const beyondNavigation: Partial<Record<Person, (page: Page) => Promise<string[]>>> = {
  leader: async (page) => [
    "/?wall=1",
    "/?left=1",
    "/supervision/rules",
    "/reminders/digest",
    await addressOfFirst(page, "#base"),
    await deepest(page),
    "/?period=2000-01",
  ],
  staff: async (page) => [
    "/cases/new",
    "/cases/bulk?queue=open",
    "/cases?q=灯",
    await firstCase(page),
    "/?board=1",
    "/nowhere",
  ],
  official: async (page) => [
    "/senses/new",
    "/replies",
    "/topics/new",
    "/estates/companies",
    "/estates/promises",
    await firstIn(page, "/topics"),
    await firstIn(page, "/units"),
    await firstIn(page, "/catalogue"),
    await firstIn(page, "/estates"),
    await firstIn(page, "/steward"),
  ],
  handler: async (page) => [await firstCase(page), "/suggest"],
};

/** What axe finds hangs on the words of a page in little: all pages are looked at in one language, and those of one person in the one with long words. */
const looksClosely = (person: Person, language: string) =>
  language === "zh-CN" || (language === "en" && person === "official");

test.describe.configure({ mode: "parallel" });

for (const person of people) {
  for (const language of languages) {
    const closely = looksClosely(person, language);
    test(`the pages of ${person} in ${language} fit every screen${closely ? " and pass axe" : ""}`, async ({
      browser,
    }) => {
      const page = await reader(browser, person, language);
      const addresses = [...(await navigationOf(page)), ...((await beyondNavigation[person]?.(page)) ?? [])];
      expect(addresses.length).toBeGreaterThan(0);
      test.setTimeout(secondsAPage * 1000 * (addresses.length + 1));
      for (const address of addresses) await look(page, address, language, closely);
    });
  }
}

test("the pages of a visitor pass axe and fit every screen", async ({ browser }) => {
  test.setTimeout(secondsAPage * 1000 * languages.length * 5);
  for (const language of languages) {
    const page = await (await browser.newContext()).newPage();
    await speak(page, language);
    for (const address of ["/sign-in", "/suggest", "/answer", "/answer/X", "/answer/thanks"])
      await look(page, address, language);
  }
});

async function look(page: Page, address: string, language: string, closely = true) {
  await page.setViewportSize({ width: 1280, height: 844 });
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBeLessThan(500);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toBeVisible();
  const title = await heading.innerText();
  await expect(page, "the tab bears the name of the page").toHaveTitle(
    new RegExp(`^${literally(title)} · (网格|網格|grid)\\s?133$`),
  );
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator("body")).not.toContainText(/\b(MISSING|undefined|NaN)\b/);
  if (closely) await expectAccessible(page, { contrast: language === "zh-CN" });
  // The two kinds of Chinese are as wide as each other.
  for (const width of language === "zh-Hant" ? [390] : widths) {
    await page.setViewportSize({ width, height: 844 });
    await expectToFit(page, width);
  }
}

async function reader(browser: Browser, person: Person, language: string): Promise<Page> {
  const page = await as(browser, person);
  await speak(page, language);
  return page;
}

async function addressOfFirst(page: Page, part: string): Promise<string> {
  await page.goto("/");
  return (await page.locator(part).getByRole("link").first().getAttribute("href")) ?? "";
}

/** A grid has a board too. */
async function deepest(page: Page): Promise<string> {
  let address = "/";
  for (let level = 0; level < 4; level++) {
    await page.goto(address);
    address = (await page.locator("#children").getByRole("link").first().getAttribute("href")) ?? "";
  }
  return address;
}

/** Where the first line of a page leads, one level below it. */
async function firstIn(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const links = page.locator("main a");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const below = hrefs.find((href) => href.startsWith(`${address}/`) || href.startsWith(`${address}?area=`));
  expect(below, address).toBeDefined();
  return below ?? "";
}

async function firstCase(page: Page): Promise<string> {
  await page.goto("/cases?queue=open");
  return (await page.getByRole("table").getByRole("link").first().getAttribute("href")) ?? "";
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
