import { expect, test } from "@playwright/test";
import { choose, expectAccessible } from "./pages";
import { as } from "./people";

test("the topic of the towers shows its fall, and each week is exactly its requests", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await leader.goto("/topics");
  await leader.getByRole("link", { name: "电梯停运与物业服务" }).click();
  await expect(leader.getByRole("region", { name: "前后变化" }).getByText("下降")).toBeVisible();
  await expect(leader.getByText("95 % 区间").first()).toBeVisible();
  await expect(leader.getByRole("button", { name: "加一条备注" })).toHaveCount(0);

  await leader.getByText("以表格查看").click();
  const row = leader
    .getByRole("row")
    .filter({ has: leader.getByRole("link") })
    .first();
  const number = (await row.getByRole("link").innerText()).trim();
  await row.getByRole("link").click();
  await expect(leader.getByTestId("case-count")).toHaveText(`共 ${number} 件`);
});

test("staff open a topic, give a task, note a day and put requests under it", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const title = `停车难 ${Date.now()}`;
  await staff.goto("/topics");
  await staff.getByRole("link", { name: "立一个题" }).click();
  await staff.getByLabel("题目").fill(title);
  await staff.getByLabel("目标").fill("错时共享，夜间有位");
  await staff.getByRole("button", { name: "立一个题" }).click();
  await expect(staff.getByLabel("题目")).toHaveValue(title);
  await staff.getByLabel("字词").fill("停车");
  await staff.getByLabel("牵头单位").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "立一个题" }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(staff.getByText("还没有满一周")).toBeVisible();

  await staff.getByText("分一项任务", { exact: true }).first().click();
  await staff.getByLabel("单位", { exact: true }).selectOption({ index: 1 });
  await staff.getByLabel("任务", { exact: true }).fill("谈妥三处错时车位");
  await staff.getByLabel("完成期限").fill("2099-01-31");
  await staff.getByRole("button", { name: "分一项任务" }).click();
  const task = staff.getByRole("article", { name: "谈妥三处错时车位" });
  await task.getByLabel("完成情况").fill("三处都已签约");
  await task.getByRole("button", { name: "已完成" }).click();
  await expect(task.getByText("三处都已签约")).toBeVisible();

  await staff.getByText("加一条备注", { exact: true }).first().click();
  await staff.getByLabel("日期", { exact: true }).fill("2026-01-15");
  await staff.getByLabel("备注", { exact: true }).fill("错时停车协议公示");
  await staff.getByRole("button", { name: "加一条备注" }).click();
  await expect(staff.getByRole("list", { name: "时间轴备注" }).getByText("错时停车协议公示")).toBeVisible();

  await staff.getByText(/^同类、还没有归入的诉求/).click();
  await staff.getByRole("button", { name: "归入勾选的各件" }).click();
  await expect(staff.getByRole("link", { name: /^共 30 件/ })).toBeVisible();
});

test("staff edit a topic, close it with what came of it, and take it up again", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const title = `夜间噪声 ${Date.now()}`;
  await staff.goto("/topics/new");
  await staff.getByLabel("题目").fill(title);
  await staff.getByLabel("目标").fill("夜里安静");
  await staff.getByLabel("字词").fill("噪声");
  await staff.getByLabel("牵头单位").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "立一个题" }).click();

  await staff.getByText("修改这一题").click();
  await staff.getByLabel("题目").fill(`${title}扰民`);
  await staff.getByLabel("结束日期").fill("2020-01-31");
  await staff.getByRole("button", { name: "保存修改" }).click();
  await expect(staff.getByText("结束日期早于行动日期").first()).toBeVisible();
  await staff.getByLabel("结束日期").fill("2099-01-31");
  await staff.getByRole("button", { name: "保存修改" }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(`${title}扰民`);

  await staff.getByText("了结这一题", { exact: true }).first().click();
  await staff.getByLabel("办到了什么", { exact: true }).fill("三处工地夜间停工");
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "了结这一题" }).click();
  await expect(staff.getByRole("region", { name: "办到了什么" }).getByText("三处工地夜间停工")).toBeVisible();
  await expect(staff.getByText("加一条备注")).toHaveCount(0);

  await staff.goto("/topics");
  const closed = staff.getByRole("region", { name: "已了结的题" }).first();
  await expect(closed.getByText("三处工地夜间停工")).toBeVisible();
  await closed.getByRole("link", { name: `${title}扰民` }).click();
  await staff.getByText("重新立题", { exact: true }).first().click();
  await staff.getByLabel("为什么重新立题").fill("又有夜间施工");
  await staff.getByRole("button", { name: "重新立题" }).click();
  await expect(staff.getByText("加一条备注").first()).toBeVisible();
});

test("a unit finds the task it was given for a topic on its day, and not the topic", async ({ browser }) => {
  const [staff, handler] = [await as(browser, "staff"), await as(browser, "handler")];
  const mark = `${Date.now()}`;
  await staff.goto("/topics/new");
  await staff.getByLabel("题目").fill(`门禁检修 ${mark}`);
  await staff.getByLabel("目标").fill("每个单元门都能关上");
  await staff.getByLabel("字词").fill("门禁");
  await staff.getByLabel("牵头单位").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "立一个题" }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(`门禁检修 ${mark}`);
  const topic = staff.url();
  await staff.getByText("分一项任务", { exact: true }).first().click();
  await choose(staff.getByLabel("单位", { exact: true }), /浪花苑.*物业/);
  await staff.getByLabel("任务", { exact: true }).fill(`换闭门器 ${mark}`);
  await staff.getByLabel("完成期限").fill("2020-01-31");
  await staff.getByRole("button", { name: "分一项任务" }).click();
  await expect(staff.getByRole("article", { name: `换闭门器 ${mark}` })).toBeVisible();

  await handler.goto("/today");
  const task = handler
    .getByRole("list", { name: "专题任务" })
    .getByRole("listitem")
    .filter({ hasText: `换闭门器 ${mark}` });
  await expect(task).toContainText(`门禁检修 ${mark}`);
  await expect(task).toContainText("超期");
  await expectAccessible(handler);
  expect((await handler.request.get(topic)).status()).toBe(404);

  const done = staff.getByRole("article", { name: `换闭门器 ${mark}` });
  await done.getByLabel("完成情况").fill("都换了");
  await done.getByRole("button", { name: "已完成" }).click();
  await expect(done.getByText("都换了")).toBeVisible();
  await handler.reload();
  await expect(handler.getByText(`换闭门器 ${mark}`)).toHaveCount(0);
});
