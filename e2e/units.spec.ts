import { expect, test } from "@playwright/test";
import { as } from "./people";

test("a unit that is added can be given requests, and one that is closed no more", async ({ browser }) => {
  const official = await as(browser, "official");
  const name = `滨河物业${String(Date.now()).slice(-6)}`;
  await official.goto("/units");
  await official.getByText("增加单位", { exact: true }).first().click();
  await official.getByLabel("单位名称").fill(name);
  await official.locator("details").getByLabel("类型").selectOption({ label: "物业企业" });
  await official.getByRole("button", { name: "增加单位" }).click();
  await expect(official.getByRole("heading", { level: 1 })).toHaveText(name);

  const offered = official.getByLabel("承办单位").locator("option", { hasText: name });
  await official.goto("/cases/bulk?queue=open");
  await expect(offered).toHaveCount(1);
  await official.goto(`/units?q=${encodeURIComponent(name)}`);
  await official.getByRole("link", { name }).click();
  await official.getByRole("button", { name: "停用" }).click();
  await expect(official.getByRole("button", { name: "恢复使用" })).toBeVisible();
  await official.goto("/cases/bulk?queue=open");
  await expect(offered).toHaveCount(0);
});
