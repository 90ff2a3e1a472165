import { expect, type Locator, type Page, test } from "@playwright/test";
import { as } from "./people";

const mark = () => Math.random().toString(36).slice(2, 10);

async function tabTo(page: Page, field: Locator) {
  while (!(await field.evaluate((it) => it === document.activeElement))) await page.keyboard.press("Tab");
}

test("one registers by the keyboard alone, in half a minute", async ({ browser }) => {
  const page = await as(browser, "staff");
  await page.goto("/cases/new");
  const title = `三单元路灯不亮 ${mark()}`;
  const since = Date.now();
  await page.getByLabel("事由").focus();
  await page.keyboard.type(title, { delay: 60 });
  await expect(page.getByRole("button", { name: "路灯不亮" })).toBeVisible();
  await tabTo(page, page.getByRole("combobox", { name: "找地点" }));
  await page.keyboard.type("网格", { delay: 60 });
  await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("区域", { exact: true })).not.toHaveValue("");
  await tabTo(page, page.getByRole("combobox", { name: /^事项类别/ }));
  await page.keyboard.type("0202", { delay: 60 });
  await expect(page.getByLabel("灯杆编号")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("A-12", { delay: 60 });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  expect(Date.now() - since).toBeLessThan(30_000);
  await expect(page.getByText("A-12")).toBeVisible();
});

test("a street lays down what a category says and asks, and the form follows", async ({ browser }) => {
  const official = await as(browser, "official");
  await official.goto("/catalogue");
  const name = `河灯节预约 ${mark()}`;
  await official.getByText("在这个大类下增加小类").last().click();
  await official.getByLabel("名称").last().fill(name);
  await official.getByRole("button", { name: "增加", exact: true }).last().click();
  await expect(official.getByRole("heading", { level: 1 })).toHaveText(name);
  await official.getByLabel("登记须知").fill("先看当天还有没有名额。");
  await official.getByLabel("问什么").first().fill("几个人");
  await official.getByLabel("怎么答").first().selectOption("number");
  const saved = official.waitForResponse((response) => response.request().method() === "POST");
  await official.getByRole("button", { name: "保存", exact: true }).click();
  await saved;

  await official.goto("/cases/new");
  const option = await official.locator("select[name=categoryCode] option", { hasText: name }).getAttribute("value");
  await expect(async () => {
    await official.getByLabel("事项类别").selectOption(option ?? "");
    await expect(official.getByText("先看当天还有没有名额。")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(official.getByLabel("几个人")).toBeVisible();
});

test("danger in the text shows whom to call first", async ({ browser }) => {
  const page = await as(browser, "staff");
  await page.goto("/cases/new");
  await expect(async () => {
    await page.getByLabel("事由").fill("二楼着火了");
    await expect(page.getByRole("alert").getByRole("link", { name: "119" })).toHaveAttribute("href", "tel:119", {
      timeout: 1000,
    });
  }).toPass();
  await page.getByLabel("事由").fill("");
});

test("the same order is registered once, and the second leads to the first", async ({ browser }) => {
  const page = await as(browser, "official");
  const order = mark();
  for (const text of [`路面坑洼 ${mark()}`, `护栏歪斜 ${mark()}`]) {
    await page.goto("/cases/new");
    await page.getByLabel("事由").fill(text);
    await page.getByLabel("区域", { exact: true }).selectOption({ index: 2 });
    await page.getByLabel("来源").selectOption("hotline");
    await page.getByLabel("工单号").fill(order);
    await page.getByRole("button", { name: "登记", exact: true }).click();
    if (text.startsWith("路面")) await expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
  }
  await expect(page.getByRole("alert").first()).toContainText(`工单 ${order} 已登记`);
  await page.getByRole("link", { name: /路面坑洼/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("路面坑洼");
});

test("a round of visits is noted by numbers, and what somebody raised comes next as heard on a visit", async ({
  browser,
}) => {
  const page = await as(browser, "officer");
  await page.goto("/today");
  await page.locator("summary", { hasText: "记录走访" }).click();
  const form = page.locator("details").filter({ has: page.getByRole("button", { name: "记录走访" }) });
  await form.getByLabel("应走访户数").fill("12");
  await form.getByLabel("已走访户数").fill("13");
  await form.getByRole("button", { name: "记录走访" }).click();
  await expect(form.getByRole("alert").first()).toBeVisible();
  await form.getByLabel("已走访户数").fill("9");
  await form.getByLabel("走访中有人反映问题").check();
  await form.getByRole("button", { name: "记录走访" }).click();
  await expect(page).toHaveURL(/\/cases\/new\?channel=visit/);
  await expect(page.getByLabel("来源")).toHaveValue("visit");
  const title = `楼道扶手松动 ${mark()}`;
  await page.getByLabel("事由").fill(title);
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText(/走访 · /).first()).toBeVisible();
});
