import { expect, test } from "@playwright/test";
import { password } from "./people";

test("while one writes, likely categories and like requests appear, and a draft is kept until signing out", async ({
  browser,
}) => {
  const staff = await (await browser.newContext()).newPage();
  await staff.goto("/sign-in");
  await staff.getByLabel("账号", { exact: true }).fill("staff");
  await staff.getByLabel("密码", { exact: true }).fill(password);
  await staff.getByRole("button", { name: "登录", exact: true }).click();
  await expect(staff).not.toHaveURL(/sign-in/);
  const title = `水塔巷凉亭顶棚被风掀开 ${Date.now()}`;
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);

  await staff.goto("/cases/new");
  await expect(staff.getByLabel("事由")).toHaveValue("");
  await expect(async () => {
    await staff.getByLabel("事由").fill(`${title}，电梯坏了`);
    await staff.getByLabel("区域").selectOption({ index: 1 });
    await expect(staff.getByRole("link", { name: title })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await staff.getByRole("button", { name: /电梯故障/ }).click();
  await expect(staff.getByLabel("事项类别")).toHaveValue("0602");

  await staff.goto("/cases");
  await staff.goto("/cases/new");
  await expect(staff.getByLabel("事由")).toHaveValue(`${title}，电梯坏了`);
  await expect(staff.getByText("已恢复上次没有提交的草稿")).toBeVisible();
  expect(await staff.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")))).toBe(true);
  await staff
    .getByRole("button", { name: /社区工作者/ })
    .first()
    .click();
  await staff.getByRole("button", { name: "退出登录" }).first().click();
  await expect(staff).toHaveURL(/sign-in/);
  expect(await staff.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")))).toBe(false);
});
