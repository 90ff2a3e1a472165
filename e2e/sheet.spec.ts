import { expect, test } from "@playwright/test";
import { as } from "./people";

const heading = "工单编号,标题,诉求内容,事发地址,所属社区,诉求类别,受理时间,办理时限";
const mark = () => Math.random().toString(36).slice(2, 10);

test("a sheet of the hotline is looked at, written, and the same again changes nothing", async ({ browser }) => {
  const page = await as(browser, "official");
  await page.goto("/cases/import");
  const source = `hotline-${mark()}`;
  const named = page.getByRole("textbox", { name: "来源", exact: true }).last();
  await expect(async () => {
    await page.locator("summary", { hasText: "增加一个来源" }).click();
    await expect(named).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await named.fill(source);
  await page.getByRole("button", { name: "保存", exact: true }).last().click();
  await expect(page.getByText(`来源 ${source}`)).toBeVisible();

  const row = (order: string, time: string) => `${order},路灯不亮 ${mark()},灭了两天,3 幢,浪花苑社区,路灯不亮,${time},`;
  const sheet = (times: string[]) => ({
    name: "orders.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([heading, ...times.map((time, i) => row(`A${i}`, time))].join("\n")),
  });
  await page.getByRole("combobox", { name: "来源", exact: true }).selectOption(source);
  await page.getByLabel("表格文件").setInputFiles(sheet(["2026-11-02 09:00:00", "前天"]));
  await page.getByRole("button", { name: "先看一遍" }).click();
  await expect(page.getByRole("table", { name: "不能写入的行" }).getByRole("row").nth(1)).toContainText("前天");
  await expect(page.getByText("还没有写入")).toBeVisible();

  const whole = sheet(["2026-11-02 09:00:00", "2026-11-02 10:00"]);
  await page.getByLabel("表格文件").setInputFiles(whole);
  await page.getByRole("button", { name: "先看一遍" }).click();
  await expect(page.getByText("新增 2")).toBeVisible();
  await page.getByRole("button", { name: "写入", exact: true }).click();
  await expect(page.getByText("已写入")).toBeVisible();
  await page.getByRole("button", { name: "先看一遍" }).click();
  await expect(page.getByText("没有变化 2")).toBeVisible();
});
