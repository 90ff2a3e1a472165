import { expect, test } from "@playwright/test";
import { as } from "./people";

test("a preset of the score is filled in to be changed, and the cut-off day moves only after it was told", async ({
  browser,
}) => {
  const page = await as(browser, "sysadmin");
  await page.goto("/settings");
  await expect(page.getByText("现用：三率 10/50/40，自然月")).toBeVisible();
  await page.getByRole("link", { name: "上月 19 日至本月 18 日" }).click();
  await expect(page.getByLabel("统计月截止日")).toHaveValue("18");
  await expect(page.getByText(/尚未保存/)).toBeVisible();
  await expect(page.getByText(/改截止日，各期的起止都变/)).toBeVisible();

  await page.getByLabel("解决率权重").fill("45");
  await page.getByRole("button", { name: "保存设置" }).click();
  await expect(page.getByRole("alert").first()).toContainText("以往各月");
  await expect(page.getByLabel("解决率权重")).toHaveValue("45");

  await page.goto("/settings");
  await expect(page.getByText("现用：三率 10/50/40，自然月")).toBeVisible();
  await expect(page.getByLabel("我已知道各期起止随截止日变动")).toHaveCount(0);
});
