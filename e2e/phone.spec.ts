import { expect, test } from "@playwright/test";
import { expectToFit } from "./pages";
import { as } from "./people";

test("the parts of the board are one press away on a phone", async ({ browser }) => {
  const page = await as(browser, "leader");
  await page.goto("/");
  await page.getByRole("navigation", { name: "本页各部分" }).getByRole("link", { name: "服务" }).click();
  await expect(page.getByRole("heading", { name: "服务" })).toBeInViewport();
  await expectToFit(page, 390);
});

test("an officer finds what is due, opens it, and comes back by the bar at the foot", async ({ browser }) => {
  const page = await as(browser, "officer");
  await page.goto("/");
  await expect(page).toHaveURL(/\/today$/);
  await expectToFit(page, 390);
  const bar = page.getByRole("navigation", { name: "主导航" });
  await expect(bar).toBeVisible();
  for (const link of await bar.getByRole("link").all())
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await bar.getByRole("link", { name: "诉求" }).click();
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("list", { name: "经过" })).toBeVisible();
  await expectToFit(page, 390);
  await bar.getByRole("link", { name: "今日" }).click();
  await expect(page).toHaveURL(/\/today$/);
});

test("an officer reports in three taps; without a network it waits on the phone and is registered once", async ({
  browser,
}) => {
  const page = await as(browser, "officer");
  const title = `楼道堆物 ${Math.random().toString(36).slice(2, 10)}`;
  await page.goto("/report");
  await expectToFit(page, 390);
  await page.getByRole("radio").first().check({ force: true });
  await page.getByRole("group", { name: "在哪里" }).getByRole("radio").first().check({ force: true });
  await page.getByLabel("一句话说清").fill(title);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "上报", exact: true }).click();
  await expect(page.getByText("还没有发出")).toBeVisible();
  await expect(page.getByText(title)).toBeVisible();
  await page.route("**/api/cases", (request) => request.abort());
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByText("还没有发出")).toBeVisible();
  await page.unroute("**/api/cases");
  await page.getByRole("button", { name: "现在再发" }).click();
  await expect(page.getByText(/已登记 № \d+/)).toBeVisible();
  await expect(page.getByText("还没有发出")).toHaveCount(0);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});
