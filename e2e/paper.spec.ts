import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectToFit } from "./pages";
import { as } from "./people";

const forms = 12;
const marks = "434543443-43987";
/** Of who keys for the first time, on digits that lie under one hand. */
const keysASecond = 1.5;

test("paper forms are printed, keyed by one key an item and one to save, a sample of them twice, and counted", async ({
  browser,
}) => {
  const official = await as(browser, "official");
  const round = await open(official);
  await official.getByRole("link", { name: "打印纸质问卷" }).click();
  await expect(official.getByRole("region", { name: /居民测评问卷/ }).getByRole("listitem")).toHaveCount(15);
  await expectAccessible(official);

  await official.goto(round);
  await official.getByRole("link", { name: "录入纸质问卷" }).click();
  await expectAccessible(official);
  await official.getByRole("button", { name: "开始录一叠" }).click();
  await expect(official.getByLabel("第几份")).toHaveValue("1");
  let pressed = 0;
  const press = async (keys: readonly string[]) => {
    for (const key of keys) await official.keyboard.press(key);
    pressed += keys.length;
  };
  for (let n = 1; n <= forms; n += 1) {
    await press([...marks, "Enter"]);
    await expect(official.getByText(`第 ${n} 份已保存。`)).toBeVisible();
    await expect(official.getByLabel("第几份")).toHaveValue(String(n + 1));
  }
  expect(pressed).toBe(forms * (marks.length + 1));
  expect((10 * pressed) / forms / keysASecond, "seconds for ten forms").toBeLessThanOrEqual(120);
  await expect(official.getByText(`${forms * (marks.length - 1)} 个分数`)).toBeVisible();
  await expectAccessible(official);

  await official.getByLabel("第几份").fill("1");
  await official.getByLabel(/^复录/).check();
  await official.getByLabel(/^1\. /).focus();
  await official.keyboard.type(`5${marks.slice(1)}`);
  await official.keyboard.press("Enter");
  await expect(official.getByText("第 1 份与第一遍不同：1。")).toBeVisible();
  await expect(official.getByText(`已录 ${forms} 份`)).toBeVisible();

  await official.getByRole("button", { name: "录完这一叠" }).click();
  await expect(official.getByRole("row").filter({ hasText: "已录完" })).toContainText("1 / 15 处");
  await official.goto(round);
  await expect(official.getByText("10 份以上").first()).toBeVisible();
});

test("a mark that is not on the scale is refused in words and what was keyed is kept, without a script too", async ({
  browser,
}) => {
  const official = await as(browser, "official");
  await open(official);
  await official.getByRole("link", { name: "录入纸质问卷" }).click();
  await official.getByRole("button", { name: "开始录一叠" }).click();
  await expect(official.getByLabel("第几份")).toBeVisible();
  const address = official.url();
  const plain = await (
    await browser.newContext({ storageState: await official.context().storageState(), javaScriptEnabled: false })
  ).newPage();
  await plain.setViewportSize({ width: 390, height: 844 });
  await plain.goto(address);
  await expectToFit(plain, 390);
  await plain.getByLabel(/^1\. /).fill("9");
  await plain.getByLabel(/^2\. /).fill("4");
  await plain.getByRole("button", { name: "保存这一份" }).click();
  await expect(plain.getByText("第 1 份有分数不在范围内。")).toBeVisible();
  await expect(plain.getByLabel(/^2\. /)).toHaveValue("4");
  await plain.getByLabel(/^1\. /).fill("5");
  await plain.getByRole("button", { name: "保存这一份" }).click();
  await expect(plain.getByText("第 1 份已保存。")).toBeVisible();
});

async function open(page: Page): Promise<string> {
  const name = `纸质测评 ${Date.now()}`;
  await page.goto("/senses/new");
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("问卷").selectOption({ label: "三感测评 · 第 1 版" });
  await page.getByRole("button", { name: "发起测评" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  return page.url();
}
