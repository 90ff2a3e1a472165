import { expect, test } from "@playwright/test";
import { as } from "./people";

test("every number of the morning opens to exactly its requests", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await leader.goto("/supervision");
  await expect(leader.getByRole("heading", { level: 1, name: "督办" })).toBeVisible();
  for (const key of ["overdue", "overdue-3", "uncontacted", "reopened"]) {
    const number = (await leader.getByTestId(key).innerText()).trim();
    await leader.getByTestId(key).click();
    await expect(leader.getByTestId("case-count")).toHaveText(`共 ${number} 件`);
    await leader.goto("/supervision");
  }
});

test("an official presses for a late request, its unit answers", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const title = `雨棚掉落 ${Date.now()}`;
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);
  const address = new URL(staff.url()).pathname;

  const official = await as(browser, "official");
  await official.goto(address);
  await official.locator("#urge summary").click();
  await official.getByLabel("督办原因").fill("群众已反映两次");
  await official.getByRole("button", { name: "督办", exact: true }).click();
  await expect(official.getByText("群众已反映两次").first()).toBeVisible();
  await official.goto("/supervision");
  await expect(official.getByRole("link", { name: title })).toBeVisible();

  await staff.goto(address);
  await staff.getByRole("textbox", { name: "回复" }).fill("下午到现场处理");
  await staff.getByRole("button", { name: "回复督办" }).click();
  await expect(staff.getByRole("list", { name: "经过" }).getByText("回复督办")).toBeVisible();
  await official.goto(address);
  await expect(official.getByText("下午到现场处理").first()).toBeVisible();
});
