import { type Browser, expect, type Page, test } from "@playwright/test";
import { speak } from "./pages";
import { as, type Person, password, people } from "./people";

const hidden: Record<string, readonly Person[]> = {
  "/records?figure=grids_staffed&from=2026-11-01&to=2026-11-30": [
    "handler",
    "owners",
    "sysadmin",
    "secadmin",
    "auditor",
  ],
  "/cases": ["sysadmin", "secadmin", "auditor"],
  "/cases/new": ["leader", "handler", "owners", "sysadmin", "secadmin", "auditor"],
  "/today": ["sysadmin", "secadmin", "auditor"],
  "/areas": ["handler", "owners", "auditor"],
  "/senses": ["handler", "owners", "sysadmin", "secadmin", "auditor"],
  "/units": ["officer", "handler", "owners", "secadmin", "auditor"],
  "/estates": ["officer", "sysadmin", "secadmin", "auditor"],
  "/estates/companies": ["officer", "handler", "owners", "sysadmin", "secadmin", "auditor"],
  "/steward": ["handler", "owners", "sysadmin", "secadmin", "auditor"],
  "/accounts": ["leader", "official", "staff", "officer", "handler", "owners", "auditor"],
  "/audit": ["leader", "official", "staff", "officer", "handler", "owners", "sysadmin", "secadmin"],
  "/settings": ["leader", "official", "staff", "officer", "handler", "owners", "secadmin", "auditor"],
};

test("a page outside the own role answers as one that is not there", async ({ browser }) => {
  for (const person of people) {
    const page = await as(browser, person);
    const missing = await answerTo(page, "/cases/00000000-0000-7000-8000-000000000000");
    expect(missing.status, person).toBe(404);
    for (const [address, roles] of Object.entries(hidden)) {
      const { status, text } = await answerTo(page, address);
      expect(status, `${person} ${address}`).toBe(roles.includes(person) ? 404 : 200);
      if (status === 404) expect(text, `${person} ${address}`).toBe(missing.text);
    }
    await page.context().close();
  }
});

test("what lies outside the own area answers as what is not there", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await leader.goto("/cases?queue=open");
  const links = leader.getByRole("table").getByRole("link");
  const cases = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  await leader.goto("/areas");
  const city = new URL((await leader.locator("main a[href*='area=']").first().getAttribute("href")) ?? "/", "http://x");
  const staff = await as(browser, "staff");
  const missing = await answerTo(staff, "/cases/00000000-0000-7000-8000-000000000000");
  expect(missing.status).toBe(404);
  let outside = 0;
  for (const address of cases.slice(0, 12)) {
    const { status, text } = await answerTo(staff, address);
    if (status === 404) outside += 1;
    if (status === 404) expect(text).toBe(missing.text);
  }
  expect(outside).toBeGreaterThan(0);
  const area = city.searchParams.get("area") ?? "";
  for (const address of [`/?area=${area}`, `/cases?area=${area}`, `/areas?area=${area}`]) {
    expect((await answerTo(staff, address)).status, address).toBe(404);
  }
});

test("an account is opened, granted, used, revoked and disabled, each by the one whose power it is", async ({
  browser,
}) => {
  test.slow();
  const login = `new-${Date.now()}`;
  const sysadmin = await as(browser, "sysadmin");
  await sysadmin.goto("/accounts");
  await sysadmin.getByText("新开账号").click();
  await sysadmin.getByLabel("账号", { exact: true }).fill("Wrong login!");
  await sysadmin.getByLabel("姓名", { exact: true }).fill("新同事");
  await press(sysadmin, "开户");
  await expect(sysadmin.getByLabel("账号", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(sysadmin.getByLabel("姓名", { exact: true })).toHaveValue("新同事");
  await sysadmin.getByLabel("账号", { exact: true }).fill(login);
  await press(sysadmin, "开户");
  const first = await sysadmin.locator("code").innerText();
  await sysadmin.getByRole("link", { name: "查看账号" }).click();
  await expect(sysadmin.getByRole("heading", { level: 1 })).toHaveText("新同事");
  await expect(sysadmin.getByRole("button", { name: "授权", exact: true })).toHaveCount(0);
  const address = new URL(sysadmin.url()).pathname;
  await sysadmin.goto("/accounts");
  await expect(sysadmin.getByText(first)).toHaveCount(0);

  const secadmin = await as(browser, "secadmin");
  await secadmin.goto(address);
  await expect(secadmin.getByRole("button", { name: "停用账号" })).toHaveCount(0);
  await secadmin.getByLabel("角色", { exact: true }).selectOption("staff");
  await secadmin.getByLabel("区域", { exact: true }).fill("没有的社区");
  await press(secadmin, "授权");
  await expect(secadmin.getByRole("alert").filter({ hasText: "找不到区域" })).toBeVisible();
  await expect(secadmin.getByLabel("区域", { exact: true })).toHaveValue("没有的社区");
  await secadmin.getByLabel("区域", { exact: true }).fill("浪花苑社区");
  await press(secadmin, "授权");
  await expect(secadmin.getByRole("table").getByText("浪花苑社区")).toBeVisible();

  const fresh = await signedIn(browser, login, first);
  await expect(fresh).toHaveURL(/\/today$/);
  await press(secadmin, "撤销");
  await expect(secadmin.getByText("已撤销").first()).toBeVisible();
  await fresh.goto("/cases");
  await expect(fresh).toHaveURL(/\/sign-in/);

  await sysadmin.goto(address);
  await press(sysadmin, "停用账号");
  await expect(sysadmin.getByRole("button", { name: "恢复账号" })).toBeVisible();

  const auditor = await as(browser, "auditor");
  await auditor.goto("/audit?action=account.disabled");
  await expect(auditor.getByRole("table").getByRole("row")).not.toHaveCount(1);
  await expect(auditor.getByRole("table").getByText("停用账号").first()).toBeVisible();
});

test("one changes the own password, and the old one opens nothing", async ({ browser }) => {
  const page = await signedIn(browser, "leader-jinyang", password);
  await page.goto("/password");
  const change = async (now: string, then: string) => {
    await page.getByLabel("现在的密码").fill(now);
    await page.getByLabel("新密码", { exact: true }).fill(then);
    await page.getByLabel("再填一次新密码").fill(then);
    await press(page, "修改密码");
  };
  await change(password, "short");
  await expect(page.getByRole("alert").first()).toContainText("12 个字符");
  await change(password, "stair-Lamp-2026");
  await expect(page.getByRole("status").filter({ hasText: "密码已修改" })).toBeVisible();
  const again = await signedIn(browser, "leader-jinyang", "stair-Lamp-2026");
  await expect(again).not.toHaveURL(/sign-in/);
});

test("settings are changed by the system administrator, and what was typed is kept when they are refused", async ({
  browser,
}) => {
  const page = await as(browser, "sysadmin");
  await page.goto("/settings");
  await page.getByLabel("参与排名的最少件数").fill("31");
  await page.getByLabel("工作时间").fill("17:00-09:00");
  await press(page, "保存设置");
  await expect(page.getByRole("alert").first()).toContainText("按先后且不重叠");
  await expect(page.getByLabel("工作时间")).toHaveValue("17:00-09:00");
  await expect(page.getByLabel("参与排名的最少件数")).toHaveValue("31");
  await page.getByLabel("工作时间").fill("09:00-12:00, 13:00-17:00");
  await page.getByLabel("参与排名的最少件数").fill("30");
  await page.getByLabel("签收时限（工作小时）", { exact: true }).fill("3");
  await press(page, "保存设置");
  await expect(page.getByRole("status")).toContainText("设置已保存");
  await page.reload();
  await expect(page.getByLabel("签收时限（工作小时）", { exact: true })).toHaveValue("3");
  await page.getByLabel("签收时限（工作小时）", { exact: true }).fill("2");
  await press(page, "保存设置");
  await expect(page.getByRole("status")).toContainText("设置已保存");
});

test("who holds two grants acts under one and switches", async ({ browser }) => {
  const page = await signedIn(browser, "two-roles", password);
  await expect(page).toHaveURL(/\/today$/);
  await page
    .getByRole("button", { name: /兼任两岗/ })
    .first()
    .click();
  await page
    .getByRole("button", { name: /街道干部 · 胜浦街道/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("胜浦街道");
});

test("the audit names every action, and one may look for any of them", async ({ browser }) => {
  const page = await as(browser, "auditor");
  await page.goto("/audit");
  for (const [locale, word] of [
    ["zh-CN", "不予受理"],
    ["en", "Not accepted"],
  ] as const) {
    await speak(page, locale);
    await page.reload();
    const names = await page.locator("select[name=action] option").allTextContents();
    expect(names).toContain(word);
    expect(names.filter((name) => /^[a-z]+\.[a-z-]+$/i.test(name))).toEqual([]);
  }
});

async function answerTo(page: Page, address: string): Promise<{ status: number; text: string }> {
  const answer = await page.request.get(address, { maxRedirects: 0 });
  const text = (await answer.text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, " ");
  return { status: answer.status(), text: text.replace(/\s+/g, " ") };
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function signedIn(browser: Browser, login: string, secret: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  await page.getByLabel("账号", { exact: true }).fill(login);
  await page.getByLabel("密码", { exact: true }).fill(secret);
  await press(page, "登录");
  await expect(page.getByRole("navigation", { name: "主导航" }).first()).toBeVisible();
  return page;
}
