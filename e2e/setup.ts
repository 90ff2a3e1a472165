import { expect, test as setup } from "@playwright/test";
import { password, people, stateOf } from "./people";

for (const person of people) {
  setup(`${person} signs in`, async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("账号", { exact: true }).fill(person);
    await page.getByLabel("密码", { exact: true }).fill(password);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    await page.context().storageState({ path: stateOf(person) });
  });
}
