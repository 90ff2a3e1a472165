import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectToFit } from "./pages";
import { as } from "./people";

const first = "遇到困难时，社区帮我找到了解决的办法";
const asked = "过去半年，您向社区反映过问题吗？";
const how = "您是怎样反映的？";
const own = "您住的是租来的房子吗？";

test("a questionnaire is made from the bank, seen on a phone and on paper, asked a question a page, and gets a second version", async ({
  browser,
}) => {
  test.slow();
  const official = await as(browser, "official");
  const name = `自编问卷 ${Date.now()}`;
  const address = await drafted(official, name);
  await written(official);
  await official.getByRole("link", { name: "手机上" }).click();
  const phone = official.getByRole("region", { name: "手机上" });
  await expect(phone.getByText(how)).toBeHidden();
  await phone.getByLabel("反映过", { exact: true }).check();
  await expect(phone.getByText(how)).toBeVisible();
  await expectAccessible(official);
  await official.getByRole("link", { name: "纸面上" }).click();
  const paper = official.getByRole("region", { name: new RegExp(name) });
  await expect(paper.getByRole("listitem")).toHaveCount(4);
  await expect(paper).toContainText("只请第 2 题选“反映过”的人回答");
  await official.getByRole("link", { name: "题目", exact: true }).click();
  await official.getByRole("button", { name: "公布这一版" }).click();
  await expect(official.getByText("已公布：这一版不再改动。")).toBeVisible();

  const [code = "", other = ""] = await codesOf(official, name);
  await answerOneByOne(await resident(browser), code);
  await keepForLater(await resident(browser), other);

  await official.goto(address);
  await official.getByRole("button", { name: "起草新版本" }).click();
  await expect(official.getByText("第 2 版")).toBeVisible();
  await official.getByRole("link", { name: first }).click();
  await official.getByLabel("题目（简体）").fill(`${first}吗`);
  await official.getByRole("button", { name: "保存这一题" }).click();
  await expect(official.getByText("公布过，内容改了就是另一道题：请用新题号，如 GB01.2。").first()).toBeVisible();
  await official.getByLabel("题号", { exact: true }).fill("GB01.2");
  await official.getByRole("button", { name: "保存这一题" }).click();
  await expect(official.getByRole("table", { name: "题目" })).toContainText("GB01.2");
  await official.getByRole("button", { name: "公布这一版" }).click();
  await expect(official.getByText("已公布：这一版不再改动。")).toBeVisible();
});

async function drafted(page: Page, name: string): Promise<string> {
  await page.goto("/instruments");
  await page.locator("summary", { hasText: "新建问卷" }).click();
  await page.getByLabel("名称").fill(name);
  await page.getByRole("button", { name: "新建问卷" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const address = page.url();
  await page.getByRole("link", { name: "从题库选题" }).click();
  await expectAccessible(page);
  for (const item of [first, how]) await page.getByRole("checkbox", { name: item }).check();
  await page.getByRole("button", { name: "加入问卷" }).click();
  const items = page.getByRole("table", { name: "题目" });
  await expect(items.getByRole("row")).toHaveCount(4);
  await expect(items).toContainText(asked);
  return address;
}

/** An item of one's own, of no sense and put to everybody, by which the results are told apart. */
async function written(page: Page): Promise<void> {
  await page.getByRole("link", { name: "自己写一题" }).click();
  await page.getByLabel("题号", { exact: true }).fill("D1");
  await page.getByLabel("题目（简体）").fill(own);
  await page.getByLabel("题目（繁体）").fill("您住的是租來的房子嗎？");
  await page.getByLabel("题目（英文）").fill("Do you rent your home?");
  await page.getByRole("radio", { name: "单选" }).check();
  await page.getByLabel("选项（简体）").fill("是\n不是");
  await page.getByLabel("选项（繁体）").fill("是\n不是");
  await page.getByLabel("选项（英文）").fill("Yes\nNo");
  await expectAccessible(page);
  await page.getByRole("button", { name: "保存这一题" }).click();
  await expect(page.getByRole("table", { name: "题目" })).toContainText(own);
  const groups = page.getByRole("region", { name: "分组题" });
  await groups
    .getByLabel("按哪一题分组")
    .first()
    .selectOption({ label: `D1 ${own}` });
  await groups.getByRole("button", { name: "保存分组题" }).click();
  await expect(groups.getByText("已保存")).toBeVisible();
}

async function codesOf(page: Page, name: string): Promise<string[]> {
  await page.goto("/senses/new");
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("问卷").selectOption({ label: `${name} · 第 1 版` });
  await page.getByRole("button", { name: "发起测评" }).click();
  await page.getByRole("link", { name: "印一批二维码" }).click();
  await page.getByLabel("张数").fill("10");
  await page.getByRole("button", { name: "印一批二维码" }).click();
  await expect(page.getByTestId("code")).toHaveCount(10);
  return (await page.getByTestId("code").allInnerTexts()).map((code) => code.replaceAll(" ", ""));
}

async function resident(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  return context.newPage();
}

const next = (page: Page) => page.getByRole("button", { name: "下一题" }).click();

async function answerOneByOne(page: Page, code: string): Promise<void> {
  await page.goto(`/answer/${code}`);
  await page.getByRole("link", { name: "一题一页" }).click();
  await expectToFit(page, 390);
  await page.getByLabel("比较同意").check();
  await next(page);
  await expect(page.getByRole("group", { name: asked })).toBeVisible();
  await page.getByLabel("没有反映过").check();
  await next(page);
  await expect(page.getByRole("group", { name: own })).toBeVisible();
  await next(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("答完了");
  await expect(page.getByText("答了 2 题，没答 1 题")).toBeVisible();
  await page.getByRole("link", { name: "上一题" }).click();
  await expect(page.getByRole("group", { name: own })).toBeVisible();

  await page.goto(`/answer/${code}`);
  await expect(page.getByText("已接着您上次没有答完的地方")).toBeVisible();
  await page.getByRole("link", { name: "一题一页" }).click();
  await expect(page.getByLabel("比较同意")).toBeChecked();
  await next(page);
  await page.getByLabel("反映过", { exact: true }).check();
  await next(page);
  await expect(page.getByRole("group", { name: how })).toBeVisible();
  await page.getByLabel("到社区").check();
  await next(page);
  await next(page);
  await page.getByRole("button", { name: "交卷" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("谢谢您");
  await page.goto(`/answer/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("这个二维码已经用过");
}

async function keepForLater(page: Page, code: string): Promise<void> {
  await page.goto(`/answer/${code}`);
  await page.getByLabel("不太同意").check();
  await page.getByRole("button", { name: "先存在这台设备上" }).click();
  await expect(page.getByText("已存在这台设备上")).toBeVisible();
  await page.goto(`/answer/${code}`);
  await expect(page.getByLabel("不太同意")).toBeChecked();
}
