import { expect, test } from "@playwright/test";
import { as, password } from "./people";

test("one signs in without a script, and out again", async ({ page }) => {
  await page.goto("/cases?queue=overdue");
  await page.getByLabel("账号", { exact: true }).fill("official");
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).toHaveURL(/\/cases\?queue=overdue/);
  await expect(page.getByRole("table")).toBeVisible();
});

test("one registers a request without a script; a refusal keeps what was typed", async ({ browser }) => {
  const page = await as(browser, "staff");
  const title = `雨棚漏水 ${mark()}`;
  await page.goto("/cases/new");
  await page.getByLabel("事由").fill(title);
  await page.getByLabel("区域").selectOption({ index: 1 });
  await page.getByText("在地图上点，或填经纬度").click();
  await page.getByLabel("经度").fill("106.6");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("经度和纬度要一起填");
  await expect(page.getByLabel("事由")).toHaveValue(title);
  await page.getByLabel("经度").fill("");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("what may be the same, and danger, are shown before saving, also without a script", async ({ browser }) => {
  const page = await as(browser, "staff");
  const title = `凉亭顶棚被风掀开 ${mark()}`;
  const write = async (text: string) => {
    await page.goto("/cases/new");
    await page.getByLabel("事由").fill(text);
    await page.getByLabel("区域", { exact: true }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "登记", exact: true }).click();
  };
  await write(title);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

  await write(`${title}，有人晕倒`);
  await expect(page.getByRole("link", { name: "120" })).toHaveAttribute("href", "tel:120");
  await page.getByRole("radio", { name: new RegExp(`登记并关联.*${title}`) }).check();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title}，有人晕倒`);
  await expect(page.getByRole("link", { name: title }).first()).toBeVisible();
});

test("a preset of the score is filled in without a script, and a new cut-off day told before it holds", async ({
  browser,
}) => {
  const page = await as(browser, "sysadmin");
  await page.goto("/settings");
  await page.getByRole("link", { name: "上月 19 日至本月 18 日" }).click();
  await expect(page.getByLabel("统计月截止日")).toHaveValue("18");
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByRole("alert")).toContainText("各期的起止都变");
  await page.goto("/settings");
  await page.getByLabel("统计月截止日").fill("25");
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByLabel("统计月截止日")).toHaveValue("25");
  await expect(page.getByLabel("我已知道各期起止随截止日变动")).toBeVisible();
});

/** Letters that no other title has. */
const mark = () => Math.random().toString(36).slice(2, 10);

test("a list is filtered without a script, and the board shows its figures", async ({ browser }) => {
  const page = await as(browser, "official");
  await page.goto("/cases");
  await page.getByLabel("状态").selectOption({ label: "已签收" });
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await expect(page).toHaveURL(/state=signed/);
  const states = await page.getByRole("table").getByRole("row").locator("td:nth-child(5)").allInnerTexts();
  expect(new Set(states)).toEqual(new Set(["已签收"]));
  await page.goto("/");
  await expect(page.getByRole("region", { name: "服务" })).toContainText("%");
  await expect(page.locator("#trend svg").first()).toBeVisible();
});

test("one adds a photo without a script, and reads why another is refused", async ({ browser }) => {
  const page = await as(browser, "staff");
  await page.goto("/cases?queue=open");
  await page.getByRole("table").getByRole("link").first().click();
  const add = page.locator("details").filter({ has: page.locator("summary", { hasText: "加照片" }) });
  await add.locator("summary").click();
  await expect(add.getByText("未开脚本时照片照原样上传")).toBeVisible();
  await add
    .getByLabel("选一张照片")
    .setInputFiles({ name: "a.gif", mimeType: "image/gif", buffer: Buffer.from("GIF89a") });
  await add.getByRole("button", { name: "保存照片" }).click();
  await expect(add.getByText("这不是能用的照片")).toBeVisible();
});
