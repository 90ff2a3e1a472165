import { expect, type Locator, type Page, test } from "@playwright/test";
import { choose } from "./pages";
import { as } from "./people";

test("two units are called to a request, one comes and answers, the lead stays and closes", async ({ browser }) => {
  const [staff, handler, official] = await Promise.all([
    as(browser, "staff"),
    as(browser, "handler"),
    as(browser, "official"),
  ]);
  const title = `楼下积水 ${Date.now()}`;
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);
  const address = staff.url();

  await step(staff, "派单", (form) => choose(form.getByLabel("承办单位"), /^浪花苑社区居委会/));
  await step(staff, "签收");
  await handler.goto(address);
  await expect(handler.getByRole("heading", { name: title })).toHaveCount(0);

  await step(staff, "吹哨：请其他单位会办", async (form) => {
    await choose(form.getByLabel("请来的单位"), /浪花苑.*物业/);
    await form.getByLabel("任务", { exact: true }).fill("疏通地下室排水泵");
    await choose(form.getByLabel("另请的单位（二）"), /水务公司/);
    await form.getByLabel("它的任务（二）").fill("查市政管网");
    await form.getByLabel("答复时限").fill("2");
  });
  await expect(staff.getByText("还有 2 个单位没有答复")).toBeVisible();

  await handler.goto("/");
  const owed = handler.getByRole("list", { name: "协办任务" });
  await owed.getByRole("link", { name: new RegExp(title) }).click();
  await expect(handler.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(handler.getByRole("button", { name: "报到：已到" })).toHaveCount(1);
  await expect(handler.getByRole("button", { name: "办理完成" })).toHaveCount(0);
  await handler.getByRole("button", { name: "报到：已到" }).click();
  await handler.getByLabel("已办", { exact: true }).check();
  await handler.getByLabel("办理情况").fill("水泵已换，积水退了");
  await handler.getByRole("button", { name: "提交答复" }).click();
  await expect(handler.getByText("水泵已换，积水退了").first()).toBeVisible();
  await handler.goto("/");
  await expect(handler.getByRole("link", { name: new RegExp(title) }).getByText("疏通地下室排水泵")).toHaveCount(0);

  await staff.goto(address);
  await step(staff, "撤回吹哨", (form) => form.getByLabel("理由").fill("管网无恙，不必来"));
  await expect(staff.getByText("已撤回：管网无恙，不必来")).toBeVisible();
  await staff.getByText("会商纪要", { exact: true }).click();
  await staff.getByLabel("纪要", { exact: true }).fill("物业到场，换泵后观察三天");
  await staff.getByRole("button", { name: "记下纪要" }).click();
  await expect(staff.getByRole("list", { name: "经过" }).getByText("物业到场，换泵后观察三天")).toBeVisible();
  await step(staff, "办理完成");

  await official.goto(address);
  await step(official, "结案", async (form) => {
    await form.getByLabel("已解决").check();
    await form.getByLabel("给群众的答复").fill("水泵已更换，积水已排净。");
  });
});

/** Takes a step by its form; the history then tells of one thing more. */
async function step(page: Page, name: string, fill?: (form: Locator) => Promise<unknown>): Promise<void> {
  const summary = page.locator("summary", { hasText: new RegExp(`^${name}$`) });
  const form = page.locator("details").filter({ has: summary });
  if (!(await form.getByRole("button", { name, exact: true }).isVisible())) await summary.click();
  await fill?.(form);
  const history = page.getByRole("list", { name: "经过" }).getByRole("listitem");
  const before = await history.count();
  await form.getByRole("button", { name, exact: true }).click();
  await expect(history).toHaveCount(before + 1);
}
