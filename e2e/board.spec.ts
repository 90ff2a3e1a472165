import { expect, type Page, test } from "@playwright/test";
import { as } from "./people";

test("the records behind each figure are as many as the figure says", async ({ browser }) => {
  const page = await as(browser, "leader");
  await page.goto(`/?period=${lastMonth()}`);
  const links = await page.locator("main a[data-records]").evaluateAll((all) =>
    all.map((link) => ({
      name: link.textContent ?? "",
      n: Number(link.getAttribute("data-records")),
      href: link.getAttribute("href") ?? "",
    })),
  );
  const opened = links.filter(({ href }) => href.startsWith("/cases?"));
  expect(opened.length).toBeGreaterThanOrEqual(15);
  test.setTimeout(opened.length * 5_000);
  for (const { name, n, href } of opened) {
    await page.goto(href);
    expect(await countOf(page), `${name} ${href}`).toBe(n);
  }
});

test("the balance adds up: opening and new are finished and carried", async ({ browser }) => {
  const page = await as(browser, "leader");
  for (const period of ["2026-10", "2026Q3", "2026"]) {
    await page.goto(`/?period=${period}`);
    const numbers = await page
      .getByTestId("balance")
      .locator("data")
      .evaluateAll((parts) => parts.map((part) => Number(part.getAttribute("value"))));
    const [opening = 0, received = 0, finished = 0, carried = 0] = numbers;
    expect(numbers).toHaveLength(4);
    expect(opening + received).toBe(finished + carried);
  }
});

test("one drills from the city to a grid by click, and the address holds the view", async ({ browser }) => {
  const page = await as(browser, "leader");
  await page.goto("/");
  for (let level = 0; level < 4; level++) {
    const link = page.locator("#children").getByRole("link").first();
    const name = (await link.innerText()).trim();
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  }
  const address = page.url();
  const again = await as(browser, "leader");
  await again.goto(address);
  await expect(again.getByRole("heading", { level: 1 })).toHaveText(
    await page.getByRole("heading", { level: 1 }).innerText(),
  );
});

test("every chart has its numbers as a table", async ({ browser }) => {
  const page = await as(browser, "leader");
  await page.goto("/");
  const figures = await page.locator("main figure").all();
  expect(figures.length).toBeGreaterThanOrEqual(3);
  for (const figure of figures) {
    const beside = await figure.getAttribute("aria-describedby");
    const holder = beside === null ? figure : page.locator(`#${beside}`);
    expect(await holder.locator("table tbody tr").count()).toBeGreaterThan(0);
  }
});

/** A month nobody works in while the tests run. */
function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7);
}

async function countOf(page: Page): Promise<number> {
  const text = await page.getByTestId("case-count").innerText();
  return Number(/[\d,]+/.exec(text)?.[0]?.replaceAll(",", ""));
}
