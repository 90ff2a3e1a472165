import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { choose } from "./pages";
import { as } from "./people";

test("a request is returned, sent back for rework, given more time, and taken up again when it was not solved", async ({
  browser,
}) => {
  const { staff, handler, official, address } = await begin(browser, "楼道灯不亮");
  await step(staff, "受理");
  await dispatch(staff);

  await handler.goto(address);
  await step(handler, "申请退单", (form) => form.getByLabel("理由").fill("不属本单位职责"));
  await expect(handler.getByText("等待另一位审批。")).toBeVisible();
  await decide(staff, address, "退单", "同意");
  await expect(staff.getByText("退单 1 次")).toBeVisible();
  await expect(staff.getByText(/牵头：.*居委会/)).toBeVisible();

  await dispatch(staff);
  await handler.goto(address);
  await expect(handler.getByText(/牵头：.*居委会/)).toBeVisible();
  await step(handler, "签收");
  await expect(handler.getByText(/牵头：.*物业/)).toBeVisible();
  await step(handler, "申请延期", async (form) => {
    await form.getByLabel("延至").fill("2099-12-31");
    await form.getByLabel("理由").fill("等配件到货");
  });
  await staff.goto(address);
  await expect(request(staff, "延期").getByText("等待另一位审批。")).toBeVisible();
  await decide(official, address, "延期", "同意");
  await expect(official.getByText("延期 1 次")).toBeVisible();

  await handler.goto(address);
  await step(handler, "办理完成");
  await staff.goto(address);
  await step(staff, "核查不通过，返工", (form) => form.getByLabel("理由").fill("灯还是不亮"));
  await handler.goto(address);
  await step(handler, "办理完成");
  await staff.goto(address);
  await step(staff, "核查通过");
  await step(staff, "结案", async (form) => {
    await form.getByLabel("已解决").check();
    await form.getByLabel("给群众的答复").fill("灯已更换，当晚亮起。");
  });
  await step(staff, "记录回访", async (form) => {
    await form.getByLabel("接通", { exact: true }).check();
    await form.getByRole("group", { name: "有人联系过吗" }).getByLabel("是").check();
    await form.getByLabel("没有解决", { exact: true }).check();
    await form.getByLabel("非常不满意", { exact: true }).check();
  });
  await expect(request(staff, "重办").getByText("等待另一位审批。")).toBeVisible();
  await decide(official, address, "重办", "同意");
  for (const told of ["退单 1 次", "返工 1 次", "重办 1 次"]) await expect(official.getByText(told)).toBeVisible();
  await expect(official.getByText("已派单", { exact: true }).first()).toBeVisible();
  const tasks = official.getByRole("list", { name: "派单记录" }).getByRole("listitem");
  await expect(tasks).toHaveCount(3);
  await expect(tasks.nth(0)).toContainText("退单");
  await expect(tasks.nth(1)).toContainText(/签收\s*按期.*办理完成/);
  await expect(tasks.nth(2)).toContainText("签收");
});

test("who resolved a request does not close it", async ({ browser }) => {
  const { staff } = await begin(browser, "井盖松动");
  await dispatch(staff);
  await step(staff, "签收");
  await step(staff, "办理完成");
  await expect(staff.getByText("经办人不能审自己的事")).toBeVisible();
  await expect(staff.getByRole("button", { name: "结案", exact: true })).toHaveCount(0);
});

test("a request leaves the rates only when the street agrees", async ({ browser }) => {
  const { staff, official, address, title } = await begin(browser, "误触上报");
  await step(staff, "申请移出统计", async (form) => {
    await form.getByLabel("无效").check();
    await form.getByLabel("理由").fill("没有这件事");
  });
  await expect(request(staff, "移出统计").getByText("等待另一位审批。")).toBeVisible();
  await expect(staff.getByText("已登记", { exact: true }).first()).toBeVisible();
  await official.goto(address);
  const asked = request(official, "移出统计");
  await expect(official.locator("details[data-step][open]")).toHaveCount(0);
  await asked.getByLabel("同意", { exact: true }).check();
  await asked.getByRole("button", { name: "提交意见" }).click();
  await expect(asked.getByRole("alert").first()).toContainText("要写给群众的答复");
  await asked.getByLabel("给群众的答复").fill("您反映的“{title}”（{number} 号）经核实没有这件事。");
  const preview = asked.getByRole("region", { name: "居民将看到" });
  await expect(preview).toContainText(`您反映的“${title}”`);
  await asked.getByRole("button", { name: "提交意见" }).click();
  await expect(asked).toHaveCount(0);
  await expect(official.getByRole("figure").filter({ hasText: "给居民的答复" })).toContainText(`您反映的“${title}”`);
  await expect(official.getByText("同意移出统计")).toBeVisible();
  await expect(official.getByText("作为“无效”").first()).toBeVisible();
  await expect(official.getByText("按期", { exact: true })).toHaveCount(0);
});

test("while a request is deferred its clock stands still, and it goes on once it is resumed", async ({ browser }) => {
  const { staff, official, address } = await begin(browser, "雨棚漏水");
  await dispatch(staff);
  await step(staff, "签收");
  await step(staff, "申请缓办", async (form) => {
    await form.getByLabel("缓办至").fill("2099-12-31");
    await form.getByLabel("理由").fill("列入明年改造");
  });
  await decide(official, address, "缓办", "同意");
  await staff.goto(address);
  await expect(staff.getByText("时限暂停。")).toBeVisible();
  await expect(staff.getByRole("button", { name: "办理完成", exact: true })).toHaveCount(0);
  await step(staff, "恢复办理");
  await step(staff, "办理完成");
});

test("a refusal says why, and what was typed is kept", async ({ browser }) => {
  const { staff, official, address } = await begin(browser, "护栏松动");
  await dispatch(staff);
  const form = await opened(staff, "申请延期");
  await form.getByLabel("延至").fill("2020-01-01");
  await form.getByLabel("理由").fill("等配件");
  await form.getByRole("button", { name: "申请延期", exact: true }).click();
  await expect(form.getByRole("alert").first()).toContainText("晚于现有时限");
  await expect(form.getByLabel("理由")).toHaveValue("等配件");

  await form.getByLabel("延至").fill("2099-12-31");
  await step(staff, "申请延期");
  await official.goto(address);
  await request(official, "延期").getByLabel("不同意", { exact: true }).check();
  await request(official, "延期").getByRole("button", { name: "提交意见" }).click();
  await expect(request(official, "延期").getByRole("alert").first()).toBeVisible();
  await decide(official, address, "延期", "不同意");
  await expect(official.getByText("申请未同意")).toBeVisible();
});

test("what is not ours is not taken on: the person reads why, and nobody is asked afterwards", async ({ browser }) => {
  const { staff } = await begin(browser, "高速路声屏障破损");
  await step(staff, "不予受理", async (form) => {
    await form.getByLabel("不属职责范围").check();
    await form.getByLabel("给群众的答复").fill("这段路归高速公路公司，电话 12122。");
  });
  const history = staff.getByRole("list", { name: "经过" });
  await expect(history.getByText("不予受理", { exact: true })).toBeVisible();
  await expect(history.getByText("原因：不属职责范围")).toBeVisible();
  await expect(staff.getByRole("figure").filter({ hasText: "给居民的答复" })).toContainText("12122");
  await expect(staff.getByText("已结案，不在回访之列。")).toBeVisible();
});

test("a category is put right with the reason, and a request tied to another of its kind", async ({ browser }) => {
  const [first, second] = [await begin(browser, "路面塌陷"), await begin(browser, "井盖下沉")];
  const number = /№ (\d+)/.exec(await first.staff.getByText(/№ \d+/).first().innerText())?.[1] ?? "";
  const { staff } = second;
  await step(staff, "更正类别", async (form) => {
    await form.getByLabel("事项类别").selectOption("0201");
    await form.getByLabel("理由").fill("是井盖，不是路灯");
  });
  await expect(staff.getByRole("list", { name: "经过" }).getByText("是井盖，不是路灯")).toBeVisible();
  await expect(staff.getByText("井盖缺失或破损").first()).toBeVisible();
  await step(staff, "关联诉求", (form) => form.getByLabel("另一件的编号").fill(number));
  await staff.getByRole("link", { name: first.title }).click();
  await expect(staff.getByRole("link", { name: second.title })).toBeVisible();
});

test("of two who act at once the second is told how it stands now, and goes on with what was typed", async ({
  browser,
}) => {
  const { staff, official, address } = await begin(browser, "消防栓漏水");
  await official.goto(address);
  const form = await opened(staff, "派单");
  await choose(form.getByLabel("承办单位"), /浪花苑.*物业/);
  await form.getByLabel("备注").fill("先关阀门");
  await step(official, "受理");
  await form.getByRole("button", { name: "派单", exact: true }).click();
  await expect(form.getByRole("alert").first()).toContainText("别人刚办了这件诉求，现在是“已受理”");
  await expect(form.getByLabel("备注")).toHaveValue("先关阀门");
  await form.getByRole("button", { name: "派单", exact: true }).click();
  await expect(staff.getByRole("list", { name: "经过" }).getByText("先关阀门")).toBeVisible();
});

test("a duplicate is merged, a second matter split off, and nothing is lost", async ({ browser }) => {
  const { staff, address, title } = await begin(browser, "垃圾桶满溢");
  const number = /№ (\d+)/.exec(await staff.getByText(/№ \d+/).first().innerText())?.[1] ?? "";
  await step(staff, "拆分", async (form) => form.getByLabel("事由").fill(`另一件 ${title}`), false);
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(`另一件 ${title}`);
  await expect(staff.getByRole("link", { name: title })).toBeVisible();
  await step(staff, "并入另一件", async (form) => {
    await form.getByLabel("并入的编号").fill(number);
    await form.getByLabel("给群众的答复").fill("与另一件合并办理。");
  });
  await expect(staff.getByText("重复", { exact: true }).first()).toBeVisible();
  await staff.goto(address);
  await expect(staff.getByText("另一件重复诉求并入")).toBeVisible();
});

test("a request offered to another area stays until that area takes it", async ({ browser }) => {
  const { staff, official, address, title } = await begin(browser, "河道漂浮物");
  await step(staff, "申请转办", async (form) => {
    await form.getByLabel("转往").selectOption({ label: "胜浦街道" });
    await form.getByLabel("理由").fill("不在本社区地界");
  });
  await expect(request(staff, "转办").getByText("等待胜浦街道接收。")).toBeVisible();
  await official.goto("/today");
  const offer = official.getByRole("article", { name: title });
  await offer.getByLabel("接收", { exact: true }).check();
  await offer.getByRole("button", { name: "提交意见" }).click();
  await expect(offer).toHaveCount(0);
  expect((await staff.request.get(address)).status()).toBe(404);
  await official.goto(address);
  await expect(official.getByText("已接收转办")).toBeVisible();
});

async function begin(browser: Browser, what: string) {
  const [staff, handler, official] = await Promise.all([
    as(browser, "staff"),
    as(browser, "handler"),
    as(browser, "official"),
  ]);
  const title = `${what} ${Date.now()}`;
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByLabel("事项类别").selectOption("0202");
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);
  return { staff, handler, official, title, address: staff.url() };
}

const dispatch = (page: Page) => step(page, "派单", (form) => choose(form.getByLabel("承办单位"), /浪花苑.*物业/));

const request = (page: Page, kind: string) => page.getByRole("article", { name: kind, exact: true });

async function decide(page: Page, address: string, kind: string, decision: "同意" | "不同意") {
  await page.goto(address);
  const asked = request(page, kind);
  await asked.getByLabel(decision, { exact: true }).check();
  if (decision === "不同意") await asked.getByLabel("说明").fill("理由不充分");
  await asked.getByRole("button", { name: "提交意见" }).click();
  await expect(asked).toHaveCount(0);
}

async function opened(page: Page, name: string): Promise<Locator> {
  const summary = page.locator("summary", { hasText: new RegExp(`^${name}$`) });
  const form = page.locator("details").filter({ has: summary });
  if (!(await form.getByRole("button", { name, exact: true }).isVisible())) await summary.click();
  return form;
}

/** Takes a step by its form; the history then tells of one thing more. */
async function step(page: Page, name: string, fill?: (form: Locator) => Promise<unknown>, stays = true) {
  const form = await opened(page, name);
  await fill?.(form);
  const history = page.getByRole("list", { name: "经过" }).getByRole("listitem");
  const before = await history.count();
  await form.getByRole("button", { name, exact: true }).click();
  if (stays) await expect(history).toHaveCount(before + 1);
}
