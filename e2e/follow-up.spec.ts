import { expect, test } from "@playwright/test";
import { as } from "./people";

test("staff ask those whose request was solved, and the rates follow", async ({ browser }) => {
  const staff = await as(browser, "staff");
  await staff.goto("/follow-up");
  await expect(staff.getByRole("heading", { level: 1, name: "回访" })).toBeVisible();
  await expect(staff.getByText("综合成绩")).toBeVisible();
  const waiting = async () =>
    Number(
      /待回访 ([\d,]+) 件/
        .exec(
          await staff
            .locator("header p")
            .allInnerTexts()
            .then((all) => all.join()),
        )?.[1]
        ?.replace(",", ""),
    );
  const before = await waiting();
  expect(before).toBeGreaterThan(0);
  await staff.getByRole("list", { name: "回访" }).getByRole("link").first().click();
  const step = staff.locator("details[data-step=call-back]");
  await expect(step).toHaveAttribute("open", "");
  await step.getByLabel("接通", { exact: true }).check();
  await step.getByRole("group", { name: "有人联系过吗" }).getByLabel("是").check();
  await step.getByLabel("解决了", { exact: true }).check();
  await step.getByLabel("非常满意", { exact: true }).check();
  await step.getByRole("button", { name: "记录回访" }).click();
  await expect(staff.getByRole("list", { name: "经过" }).getByText("已回访")).toBeVisible();
  await staff.goto("/follow-up");
  expect(await waiting()).toBe(before - 1);
});

test("a call in vain stays in the queue with its try, and in the history", async ({ browser }) => {
  const staff = await as(browser, "staff");
  await staff.goto("/follow-up");
  const waiting = staff.getByRole("list", { name: "回访" }).getByRole("link");
  const title = await waiting.last().innerText();
  await waiting.last().click();
  const step = staff.locator("details[data-step=call-back]");
  await step.getByLabel("未接通", { exact: true }).check();
  await step.getByRole("button", { name: "记录回访" }).click();
  await expect(staff.getByRole("list", { name: "经过" }).getByText("回访没有接通")).toBeVisible();
  await expect(step).toBeVisible();
  await staff.goto("/follow-up");
  const [number = ""] = /№ \d+/.exec(title) ?? [];
  await expect(waiting.filter({ hasText: `${number} ` })).toContainText("试过 1 天没有接通");
});

test("below the whole, who is asked is drawn by a seed that stays readable", async ({ browser }) => {
  const sysadmin = await as(browser, "sysadmin");
  const share = async (value: string) => {
    await sysadmin.goto("/settings");
    await sysadmin.getByLabel("回访抽取比例（%）").fill(value);
    await sysadmin.getByRole("button", { name: "保存" }).click();
    await expect(sysadmin.getByRole("status")).toBeVisible();
  };
  await share("50");
  const official = await as(browser, "official");
  await official.goto("/follow-up");
  await official.getByLabel("结案日期从").fill("2000-01-01");
  await official.getByRole("button", { name: "抽取回访对象" }).click();
  await expect(official.getByText(/种子 [0-9a-f]{32}/)).toBeVisible();
  await official.getByRole("button", { name: "抽取回访对象" }).click();
  await expect(official.getByRole("alert").filter({ hasText: "没有还未参加抽取" })).toBeVisible();
  await share("100");
});
