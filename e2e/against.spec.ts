import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectToFit } from "./pages";
import { as } from "./people";

const place = "浪花苑社区";
const codes = ["G1", "G2", "G3", "G4"];
const people = 40;
const sheet = {
  name: "forms.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      ["社区", ...codes].join(),
      ...Array.from({ length: people }, (_, n) => [place, ...codes.map((_, k) => 1 + ((n + k) % 3))].join()),
    ].join("\n"),
  ),
};

test("a round is compared with the one before, or with an earlier one that is chosen, which its sheet follows", async ({
  browser,
}) => {
  test.slow();
  const name = `比较测评 ${Date.now()}`;
  const leader = await published(await as(browser, "official"), await as(browser, "leader"), name);
  await leader.getByRole("link", { name: place }).first().click();
  await expect(leader.getByRole("heading", { level: 1 })).toContainText(place);
  const usual = await changesOf(leader);
  expect(usual.head).toBe("较上轮");
  expect(usual.first).toMatch(/下降|无明显变化/);

  const earlier = leader.getByLabel("与哪一轮比较");
  await expect(earlier.locator("option")).toHaveCount(2);
  const [, first = ""] = await earlier.locator("option").allInnerTexts();
  expect(first).toMatch(/三感测评/);
  await earlier.selectOption({ label: first });
  await leader.getByRole("button", { name: "比较", exact: true }).click();
  await expect(leader).toHaveURL(/with=[\da-f-]{36}/);
  const chosen = await changesOf(leader);
  expect(chosen.head).toBe(`较“${first}”`);
  expect(chosen.first).toMatch(/下降/);
  expect(chosen.first).not.toBe(usual.first);
  await expect(leader.getByText(`变化是与“${first}”比较的，不是上一轮。`)).toBeVisible();
  await expect(earlier).toHaveValue(/./);
  await expectAccessible(leader);
  await leader.setViewportSize({ width: 390, height: 844 });
  await expectToFit(leader, 390);
  await leader.setViewportSize({ width: 1440, height: 900 });

  const link = (await leader.getByRole("link", { name: "导出表格" }).getAttribute("href")) ?? "";
  expect(await (await leader.request.get(link)).text()).toContain(`变化是与“${first}”比较的`);
  const address = leader.url();
  await earlier.selectOption({ label: "上一轮" });
  await leader.getByRole("button", { name: "比较", exact: true }).click();
  await expect(leader).toHaveURL(/with=(&|$)/);
  expect(await changesOf(leader)).toEqual(usual);

  for (const unknown of ["x", "01890000-0000-7000-8000-000000000000"]) {
    await leader.goto(address.replace(/with=[^&]*/, `with=${unknown}`));
    expect(await changesOf(leader), unknown).toEqual(usual);
  }
});

test("with one earlier round there is nothing to choose", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await leader.goto("/");
  await leader.locator("#senses").getByRole("link", { name: "获得感" }).click();
  await expect(leader.getByRole("region", { name: "各题" })).toBeVisible();
  await expect(leader.getByLabel("与哪一轮比较")).toHaveCount(0);
});

async function changesOf(page: Page) {
  const items = page.getByRole("region", { name: "各题" });
  await expect(items).toBeVisible();
  return {
    head: await items.getByRole("columnheader").last().innerText(),
    first: await items.getByRole("row").nth(1).getByRole("cell").last().innerText(),
  };
}

/** A third round of the questionnaire of the demo, answered on paper in one community; opened by one, published by another. */
async function published(official: Page, leader: Page, name: string): Promise<Page> {
  await official.goto("/senses/new");
  await official.getByLabel("名称").fill(name);
  await expect(official.getByLabel("问卷").locator("option:checked")).toHaveText("三感测评（附心愿题） · 第 1 版");
  await official.getByRole("button", { name: "发起测评" }).click();
  await expect(official.getByRole("heading", { level: 1 })).toContainText(name);
  const round = official.url();
  await official.getByRole("link", { name: "导入表格" }).click();
  await official.getByLabel("表格文件").setInputFiles(sheet);
  await official.getByRole("button", { name: "先看一遍" }).click();
  await official.getByRole("button", { name: "写入", exact: true }).click();
  await expect(official.getByText("已写入")).toBeVisible();
  await official.goto(round);
  await official.getByRole("button", { name: "结束测评" }).click();
  await expect(official.getByText("发起或导入的人不能自己公布")).toBeVisible();
  await leader.goto(round);
  await leader.getByRole("button", { name: "公布结果" }).click();
  await expect(leader.getByRole("heading", { level: 1 })).toContainText(name);
  return leader;
}
