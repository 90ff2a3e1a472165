import { expect, test } from "@playwright/test";
import { expectAccessible, expectToFit, languages, openDemoRound, speak } from "./pages";
import { as } from "./people";

test("an official takes on a low answer, closes it, and residents read it without an account", async ({ browser }) => {
  test.slow();
  const official = await as(browser, "official");
  await openDemoRound(official);
  await official.getByRole("link", { name: "立改进任务" }).first().click();
  const plan = `路灯下班前巡一遍 ${Date.now()}`;
  await official.getByLabel("打算做什么").fill(plan);
  await expectAccessible(official);
  await official.getByLabel("承办单位").selectOption({ index: 1 });
  await official.getByRole("button", { name: "立改进任务" }).click();
  const tasks = official.getByRole("region", { name: "改进任务" });
  await expect(tasks.getByRole("link", { name: plan })).toBeVisible();
  await expect(tasks.getByText("下一轮见").first()).toBeVisible();
  await tasks.getByRole("link", { name: plan }).click();
  await expect(official.getByRole("heading", { level: 1 })).toHaveText(plan);
  await official.getByRole("radio", { name: "办不了" }).check();
  await official.getByLabel("做了什么，或者为什么办不了").fill("灯属市政，已转区里");
  await expectAccessible(official);
  await official.getByRole("button", { name: "办结" }).click();
  await expect(official.getByText("灯属市政，已转区里")).toBeVisible();
});

test("staff do an improvement with a topic and a project, which its page, the topic and residents are told", async ({
  browser,
}) => {
  test.slow();
  const official = await as(browser, "official");
  await openDemoRound(official);
  await official.getByRole("link", { name: "立改进任务" }).first().click();
  const plan = `夜间开放活动室 ${Date.now()}`;
  await official.getByLabel("打算做什么").fill(plan);
  await official.getByLabel("承办单位").selectOption({ index: 1 });
  await official.getByRole("button", { name: "立改进任务" }).click();
  await official.getByRole("region", { name: "改进任务" }).getByRole("link", { name: plan }).click();

  await official.getByText("与专题、站点或共建项目一起办").click();
  const project = official.getByLabel(/^共建项目/);
  const promised = (await project.locator("option").nth(1).innerText()).trim();
  await project.selectOption({ index: 1 });
  await official.getByLabel(/^专题/).selectOption({ label: "电梯停运与物业服务" });
  await official.getByRole("button", { name: "保存关联" }).click();
  const together = official.getByRole("region", { name: "一起办的" });
  await expect(together.getByText(promised)).toBeVisible();
  await expectAccessible(official);

  await together.getByRole("link", { name: "电梯停运与物业服务" }).click();
  await expect(
    official.getByRole("region", { name: "一起办的改进任务" }).getByRole("link", { name: plan }),
  ).toBeVisible();
  await openDemoRound(official);
  await official.getByRole("link", { name: /公开页/ }).click();
  const act = official.getByRole("listitem").filter({ hasText: plan });
  await expect(act).toContainText("列入专题“电梯停运与物业服务”");
  await expect(act).toContainText(promised.split(" · ").at(-1) ?? "");
});

test("the public page says what was said, done and cannot be, in three languages, on a phone", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await openDemoRound(leader);
  const link = leader.getByRole("link", { name: /公开页/ });
  const address = (await link.getAttribute("href")) ?? "";
  const resident = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  for (const locale of languages) {
    await speak(resident, locale);
    await resident.goto(new URL(address, leader.url()).href);
    await expect(resident.getByRole("heading", { level: 2 })).toHaveCount(4);
    await expectAccessible(resident);
    await expectToFit(resident, 390);
  }
  expect((await resident.goto(new URL("/heard/ABCDEFGH", leader.url()).href))?.status()).toBe(404);
});

test("the results are taken along as a sheet", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await openDemoRound(leader);
  const waiting = leader.waitForEvent("download");
  await leader.getByRole("link", { name: "导出表格" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/\.csv$/);
});
