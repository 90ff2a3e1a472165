import { expect, type Page, test } from "@playwright/test";
import { expectToFit, speak } from "./pages";
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

test("the course carries the notes of topics, to be read by hover, by keyboard and in the table", async ({
  browser,
}) => {
  const page = await as(browser, "leader");
  await page.goto("/?period=2026");
  const course = page.getByRole("region", { name: "走势" });
  const mark = course.getByRole("button", { name: /条专题备注/ }).first();
  const height = (await course.boundingBox())?.height;
  await mark.hover();
  const note = course.getByRole("note").filter({ visible: true });
  await expect(note.getByRole("link").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  await mark.focus();
  await expect(note).toBeVisible();
  expect((await course.boundingBox())?.height).toBe(height);
  await page.keyboard.press("Escape");
  await course.getByText("以表格查看").click();
  const noted = course.getByRole("row").filter({ hasText: "签订物业服务协议" });
  await noted
    .getByRole("link", { name: /电梯停运与物业服务/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("电梯停运与物业服务");
});

test("where a page may not copy, the address of the board stands selected", async ({ browser }) => {
  const page = await as(browser, "leader");
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto("/?period=2026-10");
  await page.getByRole("button", { name: "复制链接" }).click();
  await expect(page.getByLabel("链接已选中")).toHaveValue(page.url());
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(page.url());
});

test("what left the rates is told by reason to whoever asks, and each number opens to its records", async ({
  browser,
}) => {
  const page = await as(browser, "official");
  await page.goto("/");
  await page.getByRole("link", { name: "作废的，按原因" }).click();
  const number = page.getByRole("table", { name: "作废的，按原因" }).getByRole("link").first();
  const n = await number.innerText();
  await number.click();
  await expect(page.getByTestId("case-count")).toHaveText(`共 ${n} 件`);
});

test("two days that make no period are told, and stay in the form as they were written", async ({ browser }) => {
  const page = await as(browser, "leader");
  await page.goto("/?period=2026-10");
  await page.getByRole("button", { name: "自选" }).click();
  await page.getByLabel("从", { exact: true }).fill("2026-11-20");
  await page.getByLabel("到", { exact: true }).fill("2026-11-01");
  await page.getByRole("button", { name: "查看" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("起始日须不晚于截止日");
  await page.getByRole("button", { name: "自选" }).click();
  await expect(page.getByLabel("从", { exact: true })).toHaveValue("2026-11-20");
  await expect(page.getByLabel("到", { exact: true })).toHaveValue("2026-11-01");
});

for (const language of ["zh-CN", "en"] as const) {
  test(`nothing of the board leads out of its panel, at any width, in ${language}`, async ({ browser }) => {
    const page = await as(browser, "leader");
    await speak(page, language);
    for (const address of ["/?period=2026-10&compare=year", "/?period=2026"]) {
      await page.goto(address);
      for (const width of [360, 640, 768, 1024, 1280, 1366, 1440, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await expectToFit(page, width);
        expect(await beyondTheirPanel(page), `${address} at ${width}`).toEqual([]);
      }
    }
  });
}

/** What is to be seen and ends further right than the panel or the cell it stands in. */
function beyondTheirPanel(page: Page): Promise<string[]> {
  return page.locator(":is(.board-panel, .board-panel li[data-noted])").evaluateAll((boxes) => {
    const edgeOf = (element: Element) => element.getBoundingClientRect().right;
    const unseen =
      "details:not([open]) *, [popover], [popover] *, .sr-only, .where-it-fits *, [data-note], [data-note] *";
    const beyond = boxes.flatMap((box) =>
      [...box.querySelectorAll("*")].filter((part) => !part.matches(unseen) && edgeOf(part) > edgeOf(box) + 1),
    );
    return beyond.map((part) => `${part.tagName} ${part.textContent?.slice(0, 40)}`);
  });
}

test("the board of a city and that of a street are each one sheet on paper", async ({ browser }) => {
  for (const person of ["leader", "official"] as const) {
    const page = await as(browser, person);
    await page.goto("/");
    await expect(page.locator("#children")).toBeVisible();
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g), person).toHaveLength(1);
  }
});
