import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectToFit } from "./pages";
import { as } from "./people";

const place = "浪花苑社区";
const sheet = (lines: string[]) => ({
  name: "forms.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(["编号,社区,G1,H1,心情", ...lines].join("\n")),
});

test("a sheet of paper forms is looked at, its columns matched, written as a pile, and the same again changes nothing", async ({
  browser,
}) => {
  const page = await as(browser, "official");
  const round = await open(page);
  await page.getByRole("link", { name: "录入纸质问卷" }).click();
  await page.getByRole("link", { name: "导入表格" }).click();
  await expectAccessible(page);

  await page.getByLabel("表格文件").setInputFiles(sheet([`1,${place},4,5,3`, `2,${place},9,4,4`, "3,海底社区,4,4,4"]));
  await page.getByRole("button", { name: "先看一遍" }).click();
  const faults = page.getByRole("table", { name: "没有读进的行和内容" });
  await expect(faults.getByRole("row")).toHaveCount(3);
  await expect(faults.getByRole("row").nth(1)).toContainText(/3.*G1.*9/);
  await expect(faults.getByRole("row").nth(2)).toContainText("海底社区");
  await expect(page.getByText("新增 2 份")).toBeVisible();
  await expectAccessible(page);

  const lines = Array.from({ length: 12 }, (_, n) => `${n},${place},${1 + (n % 5)},4,${5 - (n % 5)}`);
  await page.getByLabel("表格文件").setInputFiles(sheet(lines));
  await page.getByRole("button", { name: "先看一遍" }).click();
  await expect(page.getByLabel(/^G1 /)).toHaveValue("G1");
  await expect(page.getByLabel("社区", { exact: true })).toHaveValue("column:社区");
  await page.getByLabel(/^H2 /).selectOption("心情");
  await expect(page.getByRole("button", { name: "写入", exact: true })).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectToFit(page, 390);
  await page.getByRole("button", { name: "先看一遍" }).click();
  await page.getByRole("button", { name: "写入", exact: true }).click();
  await expect(page.getByText("已写入")).toBeVisible();
  await expect(page.getByLabel(/^H2 /)).toHaveValue("心情");
  await page.getByRole("button", { name: "先看一遍" }).click();
  await expect(page.getByText("这张表已经导入过，没有变化。")).toBeVisible();

  await page.getByRole("link", { name: "各叠" }).click();
  await expect(page.getByRole("row").filter({ hasText: place })).toContainText("12");
  await page.goto(round);
  await expect(page.getByText("10 份以上").first()).toBeVisible();
});

async function open(page: Page): Promise<string> {
  const name = `表格测评 ${Date.now()}`;
  await page.goto("/senses/new");
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("问卷").selectOption({ label: "三感测评 · 第 1 版" });
  await page.getByRole("button", { name: "发起测评" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  return page.url();
}
