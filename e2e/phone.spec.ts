import { expect, test } from "@playwright/test";
import { expectToFit } from "./pages";
import { as, password } from "./people";

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

test("on the phone what may be the same matter is shown before it is sent, and the report is tied to it", async ({
  browser,
}) => {
  const page = await as(browser, "officer");
  const title = `凉亭顶棚松脱 ${Math.random().toString(36).slice(2, 10)}`;
  const report = async () => {
    await page.goto("/report");
    await page.getByRole("group", { name: "在哪里" }).getByRole("radio").first().check({ force: true });
    await page.getByLabel("一句话说清").fill(title);
  };
  await report();
  await page.getByRole("button", { name: "上报", exact: true }).click();
  await expect(page.getByText(/已登记 № \d+/)).toBeVisible();
  await report();
  await page.getByRole("radio", { name: new RegExp(title) }).check();
  await expectToFit(page, 390);
  await page.getByRole("button", { name: "上报", exact: true }).click();
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("link", { name: new RegExp(`№ \\d+ ${title}`) })).toBeVisible();
});

test("without a network the page opens, a report with a photo waits, and it is sent once by itself", async ({
  browser,
}) => {
  const page = await as(browser, "officer");
  const title = `离线堆物 ${Math.random().toString(36).slice(2, 10)}`;
  await page.goto("/report");
  await expect.poll(() => page.evaluate(async () => (await caches.match("/report")) !== undefined)).toBe(true);
  const heard: string[] = [];
  page.on("response", (answer) => {
    if (answer.request().method() === "POST") heard.push(new URL(answer.url()).pathname);
  });

  await page.context().setOffline(true);
  await page.goto("/report");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("随手报");
  for (const name of [title, `${title} 二`]) {
    await page.getByRole("radio").first().check({ force: true });
    await page.getByRole("group", { name: "在哪里" }).getByRole("radio").first().check({ force: true });
    await page.getByLabel("一句话说清").fill(name);
    if (name === title) {
      await page.getByLabel("选一张照片").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: dot });
      await expect(page.getByRole("img", { name: "照片，已涂黑 0 处" })).toBeVisible();
    }
    await page.getByRole("button", { name: "上报", exact: true }).click();
    await expect(page.getByText(name, { exact: false }).first()).toBeVisible();
  }
  await page.reload();
  await expect(page.getByText(/还没有发出：\s*2/)).toBeVisible();
  await expect(page.getByText("（带照片）")).toHaveCount(1);
  await expectToFit(page, 390);

  await page.context().setOffline(false);
  await expect(page.getByText(/已登记 № \d+/)).toHaveCount(2, { timeout: 30_000 });
  await expect(page.getByText("还没有发出")).toHaveCount(0);
  expect(heard.filter((path) => path.endsWith("/report"))).toHaveLength(1);
  await page.getByRole("link", { name: `${title} ·` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.locator("#photos li")).toHaveCount(1);
});

test("only the page for reports is kept on the phone, and signing out takes it away", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("账号", { exact: true }).fill("officer");
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/report");
  await page.goto("/cases");
  await page.goto("/report");
  const kept = () =>
    page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(kept).toContain("/report");
  expect((await kept()).filter((path) => !path.startsWith("/_next/static/"))).toEqual(["/report"]);
  await page.context().setOffline(true);
  await expect(page.goto("/cases")).rejects.toThrow();
  await page.context().setOffline(false);
  await page.goto("/report");
  await page
    .getByRole("button", { name: /网格员/ })
    .first()
    .click();
  await page.getByRole("button", { name: "退出登录" }).first().click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(kept).toEqual([]);
  await page.context().setOffline(true);
  await expect(page.goto("/report")).rejects.toThrow();
});

/** The smallest picture there is. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
