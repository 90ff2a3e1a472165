import { expect, test } from "@playwright/test";
import { expectAccessible } from "./pages";
import { as } from "./people";

test("a number left with a request is sealed, and shown once to who says what for", async ({ browser }) => {
  const page = await as(browser, "staff");
  await page.goto("/cases/new");
  await page.getByLabel("事由").fill("电梯异响，请来看看");
  await page.getByLabel("区域").selectOption({ label: "浪花苑第3网格" });
  await page.getByLabel("电话").fill("没有电话");
  await page.getByRole("button", { name: "登记" }).click();
  await expect(page.getByText("电话写成数字，可以有空格、横线、区号。", { exact: true })).toBeVisible();
  await expect(page.getByLabel("事由")).toHaveValue("电梯异响，请来看看");

  await page.getByLabel("电话").fill("0512 6688 1331");
  await page.getByLabel("称呼").fill("王女士");
  await page.getByRole("button", { name: "登记" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "电梯异响，请来看看" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("6688");

  await page.getByText("查看联系方式", { exact: true }).click();
  await page.getByLabel("用途").selectOption({ label: "首次联系" });
  await page.getByRole("button", { name: "查看并留痕" }).click();
  await expect(page.getByText("0512 6688 1331")).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(page.locator("body")).not.toContainText("6688");
  await expect(page.getByText("查看了联系方式")).toBeVisible();
});

test("who calls back finds the number before the form, and the purpose is chosen already", async ({ browser }) => {
  const page = await as(browser, "staff");
  await page.goto("/cases/new");
  await page.getByLabel("事由").fill("儿童滑梯螺丝松了");
  await page.getByLabel("区域").selectOption({ label: "浪花苑第3网格" });
  await page.getByLabel("电话").fill("0512 6688 1333");
  await page.getByRole("button", { name: "登记" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "儿童滑梯螺丝松了" })).toBeVisible();
  await page.locator("summary", { hasText: /^结案$/ }).click();
  await page.locator("details[data-step=close]").getByLabel("已解决").check();
  await page.locator("details[data-step=close]").getByLabel("给群众的答复").fill("螺丝已拧紧。");
  await page.getByRole("button", { name: "结案", exact: true }).click();

  await expect(page.locator("details[data-step=call-back]")).toBeVisible();
  const headings = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  expect(headings.indexOf("联系方式")).toBeLessThan(headings.indexOf("下一步"));
  await page.getByText("查看联系方式", { exact: true }).click();
  await expect(page.getByLabel("用途")).toHaveValue("call-back");
  await page.getByRole("button", { name: "查看并留痕" }).click();
  await expect(page.getByText("0512 6688 1333")).toBeVisible();
});

test("a leader sees that there is a number, and no way to it", async ({ browser }) => {
  const staff = await as(browser, "staff");
  await staff.goto("/cases?queue=open");
  const address = (await staff.getByRole("table").getByRole("link").first().getAttribute("href")) ?? "";
  await staff.goto(address);
  await staff.getByText(/^(补记|更正)联系方式$/).click();
  await staff.getByLabel("电话").fill("0512 6688 1332");
  await staff.getByRole("button", { name: "加密保存" }).click();
  await expect(staff.getByText("加密保存；结案")).toBeVisible();

  const leader = await as(browser, "leader");
  await leader.goto(address);
  await expect(leader.getByText("加密保存；结案")).toBeVisible();
  await expect(leader.getByText("查看联系方式")).toHaveCount(0);
});
