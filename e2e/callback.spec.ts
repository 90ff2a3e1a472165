import { expect, type Page, test } from "@playwright/test";
import { as } from "./people";

test("who was only given an explanation is asked too, and says why it does not satisfy", async ({ browser }) => {
  const staff = await as(browser, "staff");
  await closed(staff, "已解释，暂不能办");
  await expect(staff.getByText("没有留联系方式。")).toBeVisible();
  const step = staff.locator("details[data-step=call-back]");
  await step.getByLabel("接通", { exact: true }).check();
  await step.getByRole("group", { name: "有人联系过吗" }).getByLabel("是").check();
  await step.getByLabel("没有解决", { exact: true }).check();
  await step.getByLabel("不满意", { exact: true }).check();
  await step.getByLabel("不满意的主要原因").selectOption({ label: "答复没说清楚" });
  await step.getByRole("button", { name: "记录回访" }).click();
  const history = staff.getByRole("list", { name: "经过" });
  await expect(history.getByText("原因：答复没说清楚")).toBeVisible();
  await expect(history.getByText("已自动提出重办申请")).toBeVisible();
  await staff.goto("/follow-up");
  await expect(staff.getByText(/本期不满意的原因：.*答复没说清楚 \d+ 件/)).toBeVisible();
});

test("who withdrew is not asked, and the clocks of what was never done stand still", async ({ browser }) => {
  const staff = await as(browser, "staff");
  await closed(staff, "诉求人撤回");
  await expect(staff.getByText("已结案，不在回访之列。")).toBeVisible();
  await expect(staff.locator("details[data-step=call-back]")).toHaveCount(0);
  await expect(staff.getByText("结案前没有办这一步").first()).toBeVisible();
});

async function closed(page: Page, reason: string) {
  await page.goto("/cases/new");
  await page.getByLabel("事由").fill(`广场灯光太暗 ${Math.random().toString(36).slice(2, 10)}`);
  await page.getByLabel("区域").selectOption({ index: 1 });
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("list", { name: "经过" })).toBeVisible();
  await page.locator("summary", { hasText: /^结案$/ }).click();
  const step = page.locator("details[data-step=close]");
  await step.getByLabel(reason).check();
  await step.getByLabel("给群众的答复").fill("已说明情况。");
  await step.getByRole("button", { name: "结案", exact: true }).click();
  await expect(page.getByRole("list", { name: "经过" }).getByText("已结案", { exact: true })).toBeVisible();
}
