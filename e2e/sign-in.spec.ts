import { expect, test } from "@playwright/test";
import { as, password } from "./people";

test("a wrong password and an unknown account hear the same sentence", async ({ page }) => {
  const answers: string[] = [];
  for (const login of ["leader-jinyang", `nobody-${Date.now()}`]) {
    await page.goto("/sign-in");
    await page.getByLabel("账号", { exact: true }).fill(login);
    await page.getByLabel("密码", { exact: true }).fill("wrong-password");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    answers.push(await page.getByRole("alert").filter({ hasText: "密码" }).innerText());
    await expect(page.getByLabel("账号", { exact: true })).toHaveValue(login);
  }
  expect(answers[0]).toBe(answers[1]);
});

test("who is not signed in comes back to the page asked for", async ({ page }) => {
  await page.goto("/cases?queue=overdue");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("账号", { exact: true }).fill("official-jinyang");
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page).toHaveURL(/\/cases\?queue=overdue/);
});

test("each role lands on what it needs", async ({ browser }) => {
  const landings = {
    leader: /\/$/,
    official: /\/$/,
    staff: /\/today$/,
    officer: /\/today$/,
    handler: /\/today$/,
    owners: /\/estates$/,
    sysadmin: /\/accounts/,
    secadmin: /\/accounts/,
    auditor: /\/audit/,
  } as const;
  for (const [person, address] of Object.entries(landings)) {
    // Object.entries forgets the names of its keys; they are those above.
    const page = await as(browser, person as keyof typeof landings);
    await page.goto("/");
    await expect(page).toHaveURL(address);
    await page.context().close();
  }
});

test("an administrator sees no board, no request and no answer", async ({ browser }) => {
  for (const person of ["sysadmin", "secadmin", "auditor"] as const) {
    const page = await as(browser, person);
    for (const address of ["/?area=", "/cases", "/today", "/senses"]) {
      const answer = await page.goto(address);
      const elsewhere = ["/accounts", "/audit"].includes(new URL(page.url()).pathname);
      expect(answer?.status() === 404 || elsewhere, `${person} ${address}`).toBe(true);
    }
    await page.context().close();
  }
});
