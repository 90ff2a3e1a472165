import { expect, test } from "@playwright/test";
import { as } from "./people";

test("a filtered list is dispatched in one go, and taken back in one", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const mark = `批派${Date.now()}`;
  for (const n of [1, 2, 3]) {
    await staff.goto("/cases/new");
    await staff.getByLabel("事由").fill(`护栏松动 ${mark} ${n}`);
    await staff.getByLabel("区域").selectOption({ index: 1 });
    await staff.getByRole("button", { name: "登记", exact: true }).click();
    await expect(staff.getByRole("list", { name: "经过" })).toBeVisible();
  }
  await staff.goto(`/cases?q=${mark}`);
  await staff.getByRole("link", { name: "批量办理" }).click();
  await expect(staff.getByText("列表里共 3 件，其中 3 件现在可以这样办。")).toBeVisible();
  await staff.getByLabel(`护栏松动 ${mark} 2`).uncheck();
  await staff.getByLabel("承办单位").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "对勾选的各件：派单" }).click();
  await expect(staff.getByRole("status")).toContainText("已办 2 件。");
  await staff.getByRole("button", { name: "撤回刚才的派单" }).click();
  await expect(staff.getByText("已撤回")).toBeVisible();
  await staff.goto(`/cases?q=${mark}&state=dispatched`);
  await expect(staff.getByTestId("case-count")).toHaveText("共 0 件");
});

test("a closing of several is taken back in one press, but not where somebody has gone on meanwhile", async ({
  browser,
}) => {
  const [staff, official] = await Promise.all([as(browser, "staff"), as(browser, "official")]);
  const mark = `批结${Date.now()}`;
  for (const n of [1, 2]) {
    await staff.goto("/cases/new");
    await staff.getByLabel("事由").fill(`路面积水 ${mark} ${n}`);
    await staff.getByLabel("区域").selectOption({ index: 1 });
    await staff.getByRole("button", { name: "登记", exact: true }).click();
    await expect(staff.getByRole("list", { name: "经过" })).toBeVisible();
  }
  const second = staff.url();
  await staff.goto(`/cases/bulk?q=${mark}&do=close`);
  await staff.getByLabel("已解释，暂不能办").check();
  await staff.getByLabel("给群众的答复").fill("{number} 号已登记，汛期前统一处理。");
  await expect(staff.getByText(/\d+ 号已登记，汛期前统一处理。/)).toBeVisible();
  await staff.getByRole("button", { name: "对勾选的各件：结案" }).click();
  await expect(staff.getByRole("status")).toContainText("已办 2 件。");

  await official.goto(second);
  await expect(official.getByText(/^\d+ 号已登记，汛期前统一处理。$/)).toBeVisible();
  const step = official
    .locator("details")
    .filter({ has: official.getByRole("button", { name: "申请重办", exact: true }) });
  await official.locator("summary", { hasText: "申请重办" }).click();
  await step.getByLabel("理由").fill("还在积水");
  await step.getByRole("button", { name: "申请重办", exact: true }).click();
  await expect(official.getByRole("article", { name: "重办", exact: true })).toBeVisible();

  await staff.getByRole("button", { name: "撤回刚才的结案" }).click();
  await expect(staff.getByRole("status")).toContainText("已办 1 件。");
  await expect(staff.getByRole("status")).toContainText("1 件没有办");
  await staff.goto(`/cases?q=${mark}&state=registered`);
  await expect(staff.getByTestId("case-count")).toHaveText("共 1 件");
});

test("a filtered list is put under a topic in one go, told in each history, and taken out again in one press", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  const mark = `批归${Date.now()}`;
  await staff.goto("/topics/new");
  await staff.getByLabel("题目").fill(`护栏专治 ${mark}`);
  await staff.getByLabel("目标").fill("两周内都扶正");
  await staff.getByLabel("字词").fill("护栏");
  await staff.getByLabel("牵头单位").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "立一个题" }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(`护栏专治 ${mark}`);
  for (const n of [1, 2, 3]) {
    await staff.goto("/cases/new");
    await staff.getByLabel("事由").fill(`护栏倾斜 ${mark} ${n}`);
    await staff.getByLabel("区域").selectOption({ index: 1 });
    await staff.getByRole("button", { name: "登记", exact: true }).click();
    await expect(staff.getByRole("list", { name: "经过" })).toBeVisible();
  }
  const third = staff.url();
  await staff.goto(`/cases?q=${mark}`);
  await staff.getByRole("link", { name: "批量办理" }).click();
  await staff.getByRole("link", { name: "归入专题" }).click();
  await staff.getByRole("link", { name: `护栏专治 ${mark}` }).click();
  await expect(staff.getByText("列表里共 3 件，其中 3 件现在可以这样办。")).toBeVisible();
  await staff.getByLabel(`护栏倾斜 ${mark} 2`).uncheck();
  await staff.getByRole("button", { name: `对勾选的各件：归入“护栏专治 ${mark}”` }).click();
  await expect(staff.getByRole("status")).toContainText("已办 2 件。");
  await expect(staff.getByText("列表里共 3 件，其中 1 件现在可以这样办。")).toBeVisible();
  await staff.getByRole("button", { name: "撤回刚才的归入" }).click();
  await expect(staff.getByText("已撤回")).toBeVisible();
  await expect(staff.getByText("列表里共 3 件，其中 3 件现在可以这样办。")).toBeVisible();
  await staff.goto(third);
  const history = staff.getByRole("list", { name: "经过" });
  await expect(history.getByText("归入专题")).toBeVisible();
  await expect(history.getByText("移出专题")).toBeVisible();
  await expect(history.getByText(`护栏专治 ${mark}`)).toHaveCount(2);
});
