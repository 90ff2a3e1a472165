import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { as } from "./people";

test("a list is narrowed by place, matter and unit, and the address says so", async ({ browser }) => {
  const page = await as(browser, "official");
  await page.goto("/cases?queue=open");
  await page.getByLabel("区域", { exact: true }).selectOption({ label: "浪花苑社区" });
  await page.getByLabel("事项类别").selectOption("06");
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await expect(page).toHaveURL(/category=06/);
  await expect(page).toHaveURL(/queue=open/);
  await expect(page.getByLabel("事项类别")).toHaveValue("06");
  const unit = page.getByLabel("承办单位").locator("option").filter({ hasText: "浪花苑物业" }).first();
  await page.getByLabel("承办单位").selectOption(await unit.getAttribute("value"));
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await expect(page).toHaveURL(/unit=/);
  const units = await page.getByRole("row").locator("td:nth-child(6)").allInnerTexts();
  expect(new Set(units).size).toBeLessThanOrEqual(1);
});

test("what is late stands in the order in which it fell due, or the newest first", async ({ browser }) => {
  const page = await as(browser, "official");
  await page.goto("/cases?queue=overdue");
  await expect(page.getByLabel("排序")).toHaveValue("due");
  const byDue = await titles(page);
  await page.getByLabel("排序").selectOption("newest");
  await page.getByRole("button", { name: "查看", exact: true }).click();
  await expect(page).toHaveURL(/order=newest/);
  expect((await titles(page)).sort()).toEqual(byDue.sort());
});

test("the list is taken along as a sheet with the same requests and what they were found by", async ({ browser }) => {
  const page = await as(browser, "official");
  await page.goto("/cases?queue=overdue&channel=hotline");
  const shown = await titles(page);
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出表格" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^胜浦街道-诉求-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  const [head = "", ...lines] = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  expect(head).toMatch(/^编号,事由,/);
  expect(lines.slice(0, lines.indexOf("")).map((line) => line.split(",")[1])).toEqual(shown);
  expect(text).toContain("清单：已超期");
  expect(text).toContain("来源：12345 热线");
});

test("who may not take the list along is not offered it and gets none", async ({ browser }) => {
  const page = await as(browser, "officer");
  await page.goto("/cases?queue=open");
  await expect(page.getByRole("link", { name: "导出表格" })).toHaveCount(0);
  expect((await page.request.get("/api/cases/sheet?queue=open")).status()).toBe(403);
});

test("a sheet holds what is in one's own area, and of another there is none", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await leader.goto("/cases?view=all");
  const elsewhere = await leader.getByLabel("区域", { exact: true }).locator("option").last().getAttribute("value");
  const staff = await as(browser, "staff");
  await staff.goto("/cases?queue=open");
  const count = Number(/[\d,]+/.exec(await staff.getByTestId("case-count").innerText())?.[0].replace(",", ""));
  const mine = await (await staff.request.get("/api/cases/sheet?queue=open")).text();
  expect(mine.split("\r\n\r\n")[0]?.split("\r\n")).toHaveLength(count + 1);
  expect((await staff.request.get(`/api/cases/sheet?area=${elsewhere}`)).status()).toBe(404);
});

test("the search is one key away from every page, and so is the next request", async ({ browser }) => {
  const page = await as(browser, "official");
  for (const from of ["/supervision", "/whistles", "/today"]) {
    await page.goto(from);
    await page.locator("body").press("/");
    await expect(page).toHaveURL(/\/cases/);
    await expect(page.getByRole("searchbox")).toBeFocused();
  }
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("j");
  await expect(page.locator("a[data-row]").first()).toBeFocused();
});

async function titles(page: Page): Promise<string[]> {
  return page.locator("a[data-row]").allInnerTexts();
}
