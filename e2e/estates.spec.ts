import { expect, test } from "@playwright/test";
import { as } from "./people";

test("what three parties agree on becomes a promise that its company keeps, and all three see it", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  const task = `公示十一月停车费 ${Date.now()}`;
  await staff.goto("/estates");
  await staff.getByRole("link", { name: "浪花苑小区" }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText("浪花苑小区");
  await staff.getByText("加一项任务", { exact: true }).first().click();
  const form = staff.locator("form", { has: staff.getByRole("button", { name: "加一项任务" }) });
  await form.getByLabel("做什么").fill(task);
  await form.getByLabel("谁来办").selectOption({ label: "浪花苑物业服务中心" });
  await form.getByRole("button", { name: "加一项任务" }).click();
  await expect(staff.getByRole("listitem").filter({ hasText: task })).toContainText("未到期");

  const company = await as(browser, "handler");
  await company.goto("/estates");
  await company.getByRole("link", { name: "浪花苑小区" }).click();
  const owed = company.getByRole("listitem").filter({ hasText: task });
  await owed.getByText("记为做到").first().click();
  await owed.getByLabel("做了什么").fill("公告栏和单元门厅已张贴");
  await owed.getByRole("button", { name: "记为做到" }).click();
  await expect(owed).toContainText("按期做到");

  const owners = await as(browser, "owners");
  await owners.goto("/estates");
  await expect(owners.getByRole("row")).toHaveCount(2);
  await owners.getByRole("link", { name: "浪花苑小区" }).click();
  const seen = owners.getByRole("listitem").filter({ hasText: task });
  await expect(seen).toContainText("公告栏和单元门厅已张贴");
  await expect(seen.getByText("记为做到")).toHaveCount(0);
});

test("the owners' committee reads the ledger of its estate, and no request, no other estate, no board", async ({
  browser,
}) => {
  const official = await as(browser, "official");
  await official.goto("/estates");
  const other = await official
    .getByRole("row")
    .filter({ hasNotText: "浪花苑" })
    .getByRole("link")
    .first()
    .getAttribute("href");
  const ledger = await official.getByRole("link", { name: "浪花苑小区" }).getAttribute("href");
  await official.goto(`${ledger}?state=all`);
  const request = await official.locator("#ledger").getByRole("table").getByRole("link").first().getAttribute("href");

  const owners = await as(browser, "owners");
  await owners.goto("/");
  await expect(owners).toHaveURL(/\/estates/);
  await owners.goto(`${ledger}?state=all`);
  await expect(owners.locator("#ledger").getByRole("row").nth(1)).toBeVisible();
  for (const closed of [other, request, "/units", "/steward", "/estates/companies"]) {
    const answer = await owners.goto(closed ?? "/nowhere");
    expect(answer?.status(), closed ?? "").toBe(404);
  }
});

test("companies are ranked from thirty due, and a number opens to exactly its requests", async ({ browser }) => {
  const official = await as(browser, "official");
  await official.goto("/estates/companies");
  await official.getByRole("link", { name: "年", exact: true }).click();
  await expect(official).toHaveURL(/period=\d{4}(&|$)/);
  const first = official.getByRole("row").nth(1);
  await expect(first.getByRole("cell").first()).toContainText("1");
  const number = first.getByRole("cell").nth(2).getByRole("link");
  const n = (await number.innerText()).trim();
  await number.click();
  await expect(official.getByTestId("case-count")).toHaveText(`共 ${n} 件`);
});
