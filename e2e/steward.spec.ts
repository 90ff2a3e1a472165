import { expect, test } from "@playwright/test";
import { expectAccessible, expectToFit } from "./pages";
import { as } from "./people";

test("a steward notes what a patrol found and later what came of it", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const found = `6 号楼门厅照明不亮 ${String(Date.now()).slice(-5)}`;
  await staff.goto("/steward");
  await expect(staff.getByRole("heading", { level: 1 })).toContainText("浪花苑社区");
  await staff.getByText("记一条", { exact: true }).first().click();
  await staff.getByLabel("发现或办了什么").fill(`${found}，电话 0512 9090 1331`);
  await staff.getByRole("button", { name: "记一条" }).click();
  await expect(staff.getByText("不能含电话号码或身份证号").first()).toBeVisible();
  await staff.getByLabel("发现或办了什么").fill(found);
  await staff.getByRole("button", { name: "记一条" }).click();
  const line = staff.getByRole("listitem").filter({ hasText: found });
  await expect(line).toContainText("未了");
  await line.getByText("记为已了").first().click();
  await line.getByLabel("结果").fill("物业已换灯");
  await line.getByRole("button", { name: "记为已了" }).click();
  await expect(line).toContainText("物业已换灯");
});

test("a steward notes what a partner promised, without the number of an identity card, and later that it was kept", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  const offer = `每周六义诊 ${String(Date.now()).slice(-5)}`;
  await staff.goto("/steward");
  await staff.getByText("记一个项目", { exact: true }).first().click();
  await staff.getByLabel(/^资源/).fill(offer);
  await staff.getByLabel(/^需求/).fill("52010319880307123X 就近量血压");
  await staff.getByLabel("承诺哪天前兑现").fill("2026-12-31");
  await staff.getByRole("button", { name: "记一个项目" }).click();
  await expect(staff.getByText(/身份证号和电话号码不写在这里，已换成星号/).first()).toBeVisible();
  await expect(staff.getByLabel(/^需求/)).toHaveValue(`${"*".repeat(18)} 就近量血压`);
  await staff.getByLabel(/^需求/).fill("就近量血压");
  await staff.getByRole("button", { name: "记一个项目" }).click();
  const line = staff.getByRole("listitem").filter({ hasText: offer });
  await expect(line).toContainText("2026-12-31 前兑现");
  await expectAccessible(staff);
  await line.getByText("记为已兑现").first().click();
  await line.getByRole("button", { name: "记为已兑现" }).click();
  await expect(line).toContainText("已兑现");
  await staff.setViewportSize({ width: 390, height: 844 });
  await expectToFit(staff, 390);
});

test("an official finds the steward's page of a community", async ({ browser }) => {
  const official = await as(browser, "official");
  await official.goto("/steward");
  await official.getByRole("link", { name: "浪花苑社区" }).click();
  await expect(official.getByRole("heading", { level: 2, name: "网格和楼栋" })).toBeVisible();
  await expect(official.getByText("88 栋楼")).toBeVisible();
});
