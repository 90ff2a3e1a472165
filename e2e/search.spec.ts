import { expect, type Locator, type Page, test } from "@playwright/test";
import { as } from "./people";

test("one searches by a single character, sees where it stands, and sends the address on", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const title = `彳亍桥边护栏松动 ${Date.now()}`;
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);

  await staff.goto("/cases");
  await pressUntil(staff, "/", staff.getByRole("searchbox", { name: "搜索" }));
  await staff.keyboard.type("亍");
  await staff.keyboard.press("Enter");
  await expect(staff).toHaveURL(/q=%E4%BA%8D/);
  await expect(staff.getByRole("table").getByRole("link", { name: title })).toBeVisible();
  await expect(staff.locator("mark").first()).toHaveText("亍");

  const official = await as(browser, "official");
  await official.goto(new URL(staff.url()).pathname + new URL(staff.url()).search);
  await expect(official.getByRole("table").getByRole("link", { name: title })).toBeVisible();
  await official.goto("/cases?q=饕餮");
  await expect(official.getByText("换一个筛选条件")).toBeVisible();
});

test("one works through the list by keys, and the sheet says which", async ({ browser }) => {
  const staff = await as(browser, "staff");
  await staff.goto("/cases/new");
  const title = `花坛边砖松动 ${Date.now()}`;
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("list", { name: "经过" })).toBeVisible();
  await staff.goto("/cases");
  const rows = staff.getByRole("table").getByRole("link");
  await pressUntil(staff, "j", rows.first());
  await staff.keyboard.press("j");
  await staff.keyboard.press("k");
  await expect(rows.first()).toBeFocused();
  await staff.keyboard.press("a");
  await expect(staff.getByLabel("承办单位")).toBeFocused();
  await staff.goto("/cases");
  await pressUntil(staff, "j", rows.first());
  await rows.filter({ hasText: title }).focus();
  await staff.keyboard.press("c");
  await expect(staff.locator("details[data-step=close]").getByLabel("已解决")).toBeFocused();
  await staff.goto("/cases");
  await pressUntil(staff, "j", rows.first());
  await staff.keyboard.press("?");
  await expect(staff.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  await staff.getByRole("button", { name: "知道了" }).click();
  await staff.keyboard.press("j");
  await staff.keyboard.press("Enter");
  await expect(staff.getByRole("list", { name: "经过" })).toBeVisible();
  await staff.getByRole("button", { name: "快捷键" }).click();
  await expect(staff.getByRole("dialog", { name: "快捷键" })).toBeVisible();
});

/** A key is heard once the script of the page runs. */
async function pressUntil(page: Page, key: string, focused: Locator) {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(focused).toBeFocused({ timeout: 200 });
  }).toPass();
}
