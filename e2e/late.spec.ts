import { type Browser, expect, type Page, test } from "@playwright/test";
import { as } from "./people";

test("nobody takes a late request out of the rates alone: what would is not offered, and the way that goes is named", async ({
  browser,
}) => {
  const staff = await onLate(browser);
  for (const name of ["不予受理", "并入另一件"]) await expect(fold(staff, name)).toHaveCount(0);
  const close = form(staff, "close");
  const explained = close.getByLabel("已解释，暂不能办");
  if (!(await explained.isVisible())) await fold(staff, "结案").click();
  await expect(explained).toBeVisible();
  for (const reason of ["不属职责范围", "诉求人撤回", "重复诉求"])
    await expect(close.getByLabel(reason)).toHaveCount(0);
  await expect(close.getByText("请用“申请移出统计”，写明理由，由街道另一位批准。")).toBeVisible();
});

test("nor does it become on time by another category", async ({ browser }) => {
  const staff = await onLate(browser);
  await fold(staff, "更正类别").click();
  const correct = form(staff, "recategorise");
  await expect(correct.getByText("使它不再超期").first()).toBeVisible();
  await correct.getByLabel("事项类别").selectOption("1210");
  await correct.getByLabel("理由").fill("其实是表扬");
  await correct.getByRole("button", { name: "更正类别", exact: true }).click();
  await expect(correct.getByRole("alert").first()).toContainText("使它不再超期");
  await expect(correct.getByLabel("理由")).toHaveValue("其实是表扬");
  await staff.reload();
  await expect(staff.getByRole("list", { name: "经过" }).getByText("其实是表扬")).toHaveCount(0);
});

test("of several it is said before saving how many are late and for what they do not go", async ({ browser }) => {
  const staff = await onLate(browser);
  const title = await staff.getByRole("heading", { level: 1 }).innerText();
  const address = new URL(staff.url()).pathname;
  await staff.goto(`/cases/bulk?${new URLSearchParams({ ...late, q: title, do: "close" })}`);
  const ticks = staff.getByRole("group", { name: /要办的/ }).getByRole("checkbox");
  const n = await ticks.count();
  await expect(staff.getByText(`勾选的各件里有 ${n} 件已超期`)).toBeVisible();
  for (let nth = 1; nth < n; nth += 1) await ticks.nth(nth).uncheck();
  await expect(staff.getByText("勾选的各件里有 1 件已超期")).toBeVisible();
  await staff.getByLabel("诉求人撤回").check();
  await staff.getByLabel("给群众的答复").fill("已按您的意思撤回。");
  await staff.getByRole("button", { name: "对勾选的各件：结案" }).click();
  await expect(staff.getByRole("status")).toContainText("1 件没有办：已超期的，不能由一个人");
  await staff.goto(address);
  await expect(staff.getByText("给居民的答复", { exact: true })).toHaveCount(0);
});

test("asked for by one and refused by another it stays late", async ({ browser }) => {
  const [staff, official] = [await onLate(browser), await as(browser, "official")];
  await fold(staff, "申请移出统计").click();
  await form(staff, "void").getByLabel("已撤回").check();
  await form(staff, "void").getByLabel("理由").fill("电话里说不用办了");
  await form(staff, "void").getByRole("button", { name: "申请移出统计", exact: true }).click();
  await expect(asked(staff).getByText("等待另一位审批。")).toBeVisible();
  await official.goto(staff.url());
  await asked(official).getByLabel("不同意", { exact: true }).check();
  await asked(official).getByLabel("说明").fill("请再核实");
  await asked(official).getByRole("button", { name: "提交意见" }).click();
  await expect(asked(official)).toHaveCount(0);
  await expect(official.getByRole("list", { name: "经过" }).getByText("申请未同意")).toBeVisible();
  await expect(official.getByText(/^超期/).first()).toBeVisible();
});

const late = { queue: "overdue", ready: "close" };

/** The page of a request of the demo world that is late and could be closed. */
async function onLate(browser: Browser): Promise<Page> {
  const staff = await as(browser, "staff");
  await staff.goto(`/cases?${new URLSearchParams(late)}`);
  await staff.locator("tbody a").first().click();
  await expect(staff.getByRole("list", { name: "经过" })).toBeVisible();
  return staff;
}

const fold = (page: Page, name: string) => page.locator("summary", { hasText: new RegExp(`^${name}$`) });
const form = (page: Page, step: string) => page.locator(`details[data-step=${step}]`);
const asked = (page: Page) => page.getByRole("article", { name: "移出统计", exact: true });
