import { expect, test } from "@playwright/test";
import { as } from "./people";

test("what is due is counted beside the bell, listed, and seen", async ({ browser }) => {
  const page = await as(browser, "staff");
  await page.goto("/reminders");
  await expect(page.getByRole("heading", { level: 1, name: "提醒" })).toBeVisible();
  const bell = page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: /提醒/ });
  await expect(bell).toContainText("条新提醒");
  await page.getByRole("button", { name: "全部看过了" }).click();
  await expect(bell).not.toContainText("条新提醒");
  await expect(page.getByRole("list", { name: "看过的，还没办" }).getByRole("listitem").first()).toBeVisible();
  await page.getByRole("list", { name: "看过的，还没办" }).getByRole("link", { name: /№/ }).first().click();
  await expect(page.getByRole("list", { name: "经过" })).toBeVisible();
});

test("the digest comes at the hour one chooses, or not at all", async ({ browser }) => {
  const page = await as(browser, "official");
  await page.goto("/reminders");
  await page.getByLabel("每天几点出简报").selectOption("不要简报");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  await expect(page.getByRole("link", { name: /日简报/ })).toHaveCount(0);
  await page.getByLabel("每天几点出简报").selectOption("8 点");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("link", { name: /^[今昨]日简报 08:00$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "每日简报" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: /今天到时限的/ })).toBeVisible();
});

test("a leader sets a rule and sees what the rules have escalated", async ({ browser }) => {
  const page = await as(browser, "leader");
  await page.goto("/supervision");
  await expect(page.getByRole("heading", { level: 2, name: "已升级的" })).toBeVisible();
  const escalated = (await page.getByTestId("escalated").innerText()).trim();
  await page.getByTestId("escalated").click();
  await expect(page.getByTestId("case-count")).toHaveText(`共 ${escalated} 件`);
  await page.goto("/supervision");
  await page.getByRole("link", { name: "升级规则" }).click();
  await page.getByLabel("超多少").fill("77");
  await page.getByRole("button", { name: "添加规则" }).click();
  const rule = page.getByRole("listitem").filter({ hasText: "办结：超期 77 个工作小时，报街道干部" });
  await expect(rule).toBeVisible();
  await rule.getByRole("button", { name: "停用" }).click();
  await expect(rule).toHaveCount(0);
});
