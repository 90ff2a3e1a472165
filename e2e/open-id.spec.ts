import { type Browser, expect, type Page, test } from "@playwright/test";
import { openIssuer } from "./issuer";
import { as } from "./people";
import { base } from "./raw";

/** Next takes every address of this machine for localhost, and a provider compares addresses. */
const here = base.replace("127.0.0.1", "localhost");
const address = process.env.OIDC_ISSUER ?? "";
const client = { id: process.env.OIDC_CLIENT_ID ?? "", secret: process.env.OIDC_CLIENT_SECRET ?? "" };
let issuer: Awaited<ReturnType<typeof openIssuer>>;
test.beforeAll(async () => {
  issuer = await openIssuer(address, client);
});
test.afterAll(() => issuer.close());

test("a colleague signs in by the identity provider, comes back to the page asked for, and is out once disabled", async ({
  browser,
  page,
}) => {
  test.slow();
  const login = `li-${Date.now()}@example.org`;
  issuer.vouch({ who: { sub: login, email: login, email_verified: true } });
  await signIn(page);
  await expect(refusal(page)).toContainText("没有对应的账号");

  const account = await openAccount(browser, login);
  issuer.vouch({ who: { sub: login, email: login, email_verified: false } });
  await signIn(page);
  await expect(refusal(page), "an address that nobody verified").toContainText("没有对应的账号");

  issuer.vouch({ who: { sub: login, email: login.toUpperCase(), email_verified: true } });
  await signIn(page, "/cases?queue=overdue");
  await expect(page).toHaveURL(/\/cases\?queue=overdue$/);

  issuer.vouch({ who: { sub: `${login}-other`, email: login, email_verified: true } });
  const other = await browser.newPage();
  await signIn(other);
  await expect(refusal(other), "the address of somebody else").toContainText("没有对应的账号");

  const sysadmin = await as(browser, "sysadmin");
  await sysadmin.goto(account);
  await press(sysadmin, "停用账号");
  await expect(sysadmin.getByRole("button", { name: "恢复账号" })).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  issuer.vouch({ who: { sub: login } });
  await signIn(page);
  await expect(refusal(page), "a disabled account").toContainText("没有对应的账号");
});

/** An account as the administrators open and grant it; answers the address of its page. */
async function openAccount(browser: Browser, login: string): Promise<string> {
  const sysadmin = await as(browser, "sysadmin");
  await sysadmin.goto("/accounts");
  await sysadmin.getByText("新开账号").click();
  await sysadmin.getByLabel("账号", { exact: true }).fill(login);
  await sysadmin.getByLabel("姓名", { exact: true }).fill("李同事");
  await press(sysadmin, "开户");
  await sysadmin.getByRole("link", { name: "查看账号" }).click();
  await expect(sysadmin.getByRole("heading", { level: 1 })).toHaveText("李同事");
  const account = new URL(sysadmin.url()).pathname;
  const secadmin = await as(browser, "secadmin");
  await secadmin.goto(account);
  await secadmin.getByLabel("角色", { exact: true }).selectOption("staff");
  await secadmin.getByLabel("区域", { exact: true }).fill("浪花苑社区");
  await press(secadmin, "授权");
  await expect(secadmin.getByRole("table").getByText("浪花苑社区")).toBeVisible();
  return account;
}

const refusal = (page: Page) => page.getByRole("alert").filter({ hasText: "统一身份认证" });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function signIn(page: Page, next = "/") {
  await page.goto(`${here}/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole("link", { name: /^用 .+ 登录$/ }).click();
}

/** Somebody who may well sign in, were it said rightly. */
const who = { sub: "somebody", email: "staff", email_verified: true };
const past = Math.floor(Date.now() / 1000) - 3600;
const wrong: Record<string, Parameters<typeof issuer.vouch>[0]> = {
  "another nonce": { who, claims: { nonce: "x" } },
  "no nonce": { who, claims: { nonce: undefined } },
  "another issuer": { who, claims: { iss: "https://evil.test" } },
  "another audience": { who, claims: { aud: "somebody-else" } },
  "several audiences": { who, claims: { aud: ["somebody-else", client.id], azp: "somebody-else" } },
  "an expired token": { who, claims: { iat: past, exp: past + 60 } },
  "no subject": { who: { email: "staff", email_verified: true } },
  "no signature": { who, header: { alg: "none" } },
  "an algorithm that was not agreed": { who, header: { alg: "HS256" } },
};

for (const [what, saying] of Object.entries(wrong))
  test(`${what} signs nobody in`, async ({ page }) => {
    issuer.vouch(saying);
    await signIn(page);
    await expect(page).toHaveURL(/\/sign-in\?error=/);
    await expect(refusal(page)).toBeVisible();
    await page.goto(`${here}/cases`);
    await expect(page).toHaveURL(/\/sign-in/);
  });

test("a way back that was not begun here, or was gone already, leads nowhere", async ({ page }) => {
  issuer.vouch({ who });
  await page.goto(`${here}/sign-in`);
  const began = page.waitForRequest(/callback\/oidc/);
  issuer.vouch({ who: { sub: `nobody-${Date.now()}` } });
  await page.getByRole("link", { name: /^用 .+ 登录$/ }).click();
  const back = (await began).url();
  issuer.vouch({ who });
  for (const address of [
    back,
    back.replace(/state=[^&]+/, "state=x"),
    back.replace(/iss=[^&]+/, "iss=http%3A%2F%2Fevil.test"),
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBeLessThan(500);
    await page.goto(`${here}/cases`);
    await expect(page).toHaveURL(/\/sign-in/);
  }
});
