import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectToFit, openDemoRound } from "./pages";
import { as } from "./people";

async function openReview(page: Page): Promise<void> {
  await openDemoRound(page);
  await page.getByRole("link", { name: "审阅原话" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("审阅原话");
}

const cards = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator("blockquote") });
const count = async (page: Page, state: string) =>
  Number((await page.getByRole("link", { name: new RegExp(`^${state}`) }).innerText()).replace(/\D/g, ""));

test("a leader approves, shortens and keeps back what residents wrote; nothing can be put in", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await openReview(leader);
  await expectAccessible(leader);
  await expect(leader.getByTestId("few-texts")).toContainText("不足 10 份");
  const waiting = await count(leader, "待审");
  const words = await cards(leader).locator("blockquote").allInnerTexts();

  await cards(leader).first().getByRole("button", { name: "通过", exact: true }).click();
  await expect(leader.getByRole("link", { name: /^待审/ })).toContainText(String(waiting - 1));
  await expect(cards(leader).first().locator("blockquote")).toHaveText(words[1] ?? "");

  const second = cards(leader).first();
  await second.getByText("删改后通过").click();
  const field = second.getByLabel("原话（只能删）");
  await field.fill(`${words[1]}，一切都好`);
  await second.getByRole("button", { name: "按删改后的通过" }).click();
  await expect(second.getByText("只能删，不能添改").first()).toBeVisible();
  const cut = (words[1] ?? "").slice(2);
  await field.fill(`某${cut}`);
  await expectAccessible(leader);
  await second.getByRole("button", { name: "按删改后的通过" }).click();
  await expect(leader.getByRole("link", { name: /^待审/ })).toContainText(String(waiting - 2));

  const third = cards(leader).first();
  await third.getByText("不公布", { exact: true }).click();
  await third.getByRole("radio", { name: "没有内容" }).check();
  await third.getByRole("button", { name: "不公布，不保留" }).click();
  await expect(leader.getByRole("link", { name: /^待审/ })).toContainText(String(waiting - 3));
  await leader.setViewportSize({ width: 390, height: 844 });
  await expectToFit(leader, 390);
});

test("what was approved stands on the page of the round, by question, and not in its sheet", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await openDemoRound(leader);
  const told = leader.getByRole("region", { name: "大家的原话" });
  await expect(told.getByRole("heading", { level: 3 })).toContainText("您最希望社区改进的一件事是什么");
  const quotes = await told.getByRole("listitem").allInnerTexts();
  expect(quotes.length).toBeGreaterThan(20);
  const choices = leader.getByRole("region", { name: "选择题" });
  await expect(choices.getByRole("row", { name: /停车和充电/ })).toContainText("%");
  const groups = leader.getByRole("region", { name: /^按“A01/ });
  await expect(groups.getByRole("row")).toHaveCount(6);
  await expect(groups.getByRole("row", { name: /60岁以上/ })).toContainText("n =");
  await expectAccessible(leader);

  const sheet = await leader.request.get(
    (await leader.getByRole("link", { name: "导出表格" }).getAttribute("href")) ?? "",
  );
  const text = await sheet.text();
  expect(text).toContain("停车和充电");
  expect(text).toMatch(/gain@A01=4,[^\r\n]*60岁以上/);
  for (const quote of quotes) expect(text).not.toContain(quote.slice(0, 8));
});

test("staff find no review, and an approved text is taken down without a script", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await openReview(leader);
  const address = leader.url();
  expect((await (await as(browser, "staff")).goto(address))?.status()).toBe(404);

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await leader.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(address);
  await plain.getByRole("link", { name: /^已通过/ }).click();
  const approved = await count(plain, "已通过");
  const first = cards(plain).first();
  await first.getByText("撤下", { exact: true }).click();
  await first.getByRole("radio", { name: "辱骂、歧视" }).check();
  await first.getByRole("button", { name: "不公布，不保留" }).click();
  await expect(plain.getByRole("link", { name: /^已通过/ })).toContainText(String(approved - 1));
  await context.close();
});
