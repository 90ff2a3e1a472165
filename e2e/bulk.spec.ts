import { expect, test } from "@playwright/test";
import { as } from "./people";

test("a filtered list is dispatched in one go, and taken back in one", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const mark = `批派${Date.now()}`;
  for (const n of [1, 2, 3]) {
    await staff.goto("/cases/new");
    await staff.getByLabel("事由").fill(`护栏松动 ${mark} ${n}`);
    await staff.getByLabel("区域").selectOption({ index: 1 });
    await staff.getByRole("button", { name: "登记", exact: true }).click();
    await expect(staff.getByRole("list", { name: "经过" })).toBeVisible();
  }
  await staff.goto(`/cases?q=${mark}`);
  await staff.getByRole("link", { name: "批量办理" }).click();
  await expect(staff.getByText("列表里共 3 件，其中 3 件现在可以这样办。")).toBeVisible();
  await staff.getByLabel(`护栏松动 ${mark} 2`).uncheck();
  await staff.getByLabel("承办单位").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "对勾选的各件：派单" }).click();
  await expect(staff.getByRole("status")).toContainText("已办 2 件。");
  await staff.getByRole("button", { name: "撤回刚才的派单" }).click();
  await expect(staff.getByText("已撤回")).toBeVisible();
  await staff.goto(`/cases?q=${mark}&state=dispatched`);
  await expect(staff.getByTestId("case-count")).toHaveText("共 0 件");
});
