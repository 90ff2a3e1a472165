import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectToFit } from "./pages";
import { as } from "./people";

const enough = 12;

test("a round is opened, answered by residents without an account, closed, and published by another", async ({
  browser,
}) => {
  test.slow();
  const official = await as(browser, "official");
  const name = `测评 ${Date.now()}`;
  const round = await open(official, name, "抽样");
  await expect(official.getByText("不到 10 份").first()).toBeVisible();
  await expectAccessible(official);

  await official.getByRole("link", { name: "印一批二维码" }).click();
  await official.getByLabel("张数").fill(String(enough + 1));
  await official.getByRole("button", { name: "印一批二维码" }).click();
  await expect(official.getByText("请现在打印")).toBeVisible();
  const codes = (await official.getByTestId("code").allInnerTexts()).map((code) => code.replaceAll(" ", ""));
  expect(new Set(codes).size).toBe(enough + 1);
  await expectAccessible(official);

  const [first = "", second = "", ...others] = codes;
  const phone = await resident(browser);
  await phone.goto(`/answer/${first}`);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText(name);
  await expectAccessible(phone);
  await expectToFit(phone, 390);
  await phone.getByRole("group").nth(6).getByLabel("一般").check();
  await phone.goto(`/answer/${first}`);
  await expect(phone.getByText("已接着您上次没有答完的地方")).toBeVisible();
  await expect(phone.getByRole("group").nth(6).getByLabel("一般")).toBeChecked();
  await answer(phone);
  expect(await phone.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await phone.goto(`/answer/${first}`);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("这个二维码已经用过");
  await expectAccessible(phone);

  const plain = await resident(browser, false);
  await plain.goto("/answer");
  await plain.getByLabel("编号").fill(second.toLowerCase());
  await plain.getByRole("button", { name: "开始" }).click();
  await plain.getByRole("button", { name: "交卷" }).click();
  await expect(plain.getByText("请至少回答一题")).toBeVisible();
  await answer(plain);
  for (const code of others.slice(0, -1)) {
    await plain.goto(`/answer/${code}`);
    await answer(plain);
  }

  await official.goto(round);
  await expect(official.getByText("10 份以上").first()).toBeVisible();
  await official.getByRole("button", { name: "结束测评" }).click();
  await expect(official.getByText("发起或导入的人不能自己公布")).toBeVisible();
  await phone.goto(`/answer/${others.at(-1)}`);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("这一轮已经结束");

  const leader = await as(browser, "leader");
  await leader.goto(round);
  await leader.getByRole("button", { name: "公布结果" }).click();
  await expect(leader.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(leader.getByText(`${enough} 份答卷`)).toBeVisible();
  await expect(leader.getByRole("region", { name: "各题" })).toContainText("社区为我和家人办成过实在的事");
});

test("sheets that were taken back open nothing, nor does a code that is none", async ({ browser }) => {
  const official = await as(browser, "official");
  const round = await open(official, `测评 ${Date.now()}`, "抽样");
  await official.getByRole("link", { name: "印一批二维码" }).click();
  await official.getByLabel("张数").fill("10");
  await official.getByRole("button", { name: "印一批二维码" }).click();
  const code = (await official.getByTestId("code").first().innerText()).replaceAll(" ", "");
  await official.goto(round);
  await official.getByText("作废……").click();
  await official.getByRole("button", { name: "作废这一批" }).click();
  await expect(official.getByText("已作废")).toBeVisible();

  const phone = await resident(browser);
  await phone.goto(`/answer/${code}`);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("这个二维码已作废");
  for (const wrong of ["%00", "%2e%2e%2f", "x".repeat(3000), "\u{1F600}"])
    expect((await phone.goto(`/answer/${wrong}`))?.status(), wrong.slice(0, 20)).toBeLessThan(500);
  await phone.goto("/answer/XXXX");
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("没有这个二维码");
  await expectAccessible(phone);
});

test("a batch for every community is made at once, each on sheets of its own", async ({ browser }) => {
  const official = await as(browser, "official");
  await open(official, `测评 ${Date.now()}`, "抽样");
  await official.getByRole("link", { name: "印一批二维码" }).click();
  await official.getByRole("combobox", { name: "社区" }).selectOption({ label: "全部 20 个社区，各一批" });
  await official.getByLabel("张数").fill("300");
  await official.getByRole("button", { name: "印一批二维码" }).click();
  await expect(official.getByText(/一次最多印 3,?000 张/).first()).toBeVisible();
  await official.getByLabel("张数").fill("10");
  await official.getByRole("button", { name: "印一批二维码" }).click();
  await expect(official.getByTestId("code")).toHaveCount(200);
  await expect(official.getByRole("region", { name: "1/1" })).toHaveCount(20);
});

test("an open round is answered at the address on its poster, where the community is chosen already", async ({
  browser,
}) => {
  const official = await as(browser, "official");
  await open(official, `测评 ${Date.now()}`, "自愿参加");
  await official.getByRole("link", { name: "公开二维码海报" }).click();
  const code = (await official.getByTestId("code").innerText()).replaceAll(" ", "");
  await expectAccessible(official);

  const phone = await resident(browser);
  await phone.goto(`/answer/${code}?one=1`);
  await expectToFit(phone, 390);
  await expectAccessible(phone);
  await expect(phone.getByText("不代表全体居民")).toBeVisible();
  await phone.getByLabel("您住在哪个社区").selectOption({ index: 1 });
  await answer(phone);

  const fair = phone.getByRole("group").nth(6).getByLabel("一般");
  await phone.goto(`/answer/${code}`);
  await fair.check();
  await phone.goto(`/answer/${code}`);
  await expect(fair).toBeChecked();
  await phone.getByRole("button", { name: "清空，重新作答" }).click();
  await expect(phone.getByText("已接着您上次没有答完的地方")).toHaveCount(0);
  await expect(fair).not.toBeChecked();
  await phone.goto(`/answer/${code}`);
  await expect(fair).not.toBeChecked();
});

async function open(page: Page, name: string, mode: string): Promise<string> {
  await page.goto("/senses");
  await page.getByRole("link", { name: "发起测评" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("发起测评");
  await expectAccessible(page);
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("问卷").selectOption({ label: "三感测评 · 第 1 版" });
  await page.getByLabel(new RegExp(`^${mode}`)).check();
  await page.getByRole("button", { name: "发起测评" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  return page.url();
}

async function resident(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
  return context.newPage();
}

async function answer(page: Page): Promise<void> {
  const questions = page.getByRole("group");
  for (let n = 0; n < 4; n += 1) await questions.nth(n).getByLabel("比较同意").check();
  await questions.last().getByLabel("9", { exact: true }).check();
  await page.getByRole("button", { name: "交卷" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("谢谢您");
}
