import { expect, type Page, test } from "@playwright/test";
import { as } from "./people";

test("a request goes from registering to calling back, each step by the one whose turn it is", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const title = `楼道灯不亮 ${Date.now()}`;
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByLabel("事项类别").selectOption("0202");
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);
  const address = staff.url();

  await step(staff, "记录首次联系");
  await staff.getByLabel("承办单位").selectOption({ label: await unitOfHandler(staff) });
  await step(staff, "派单");

  const handler = await as(browser, "handler");
  await handler.goto(address);
  await step(handler, "签收");
  await step(handler, "办理完成");

  await staff.goto(address);
  await staff.getByLabel("已解决").check();
  await staff
    .getByRole("group")
    .filter({ has: staff.getByRole("button", { name: "结案", exact: true }) })
    .getByLabel("给群众的答复")
    .fill("灯已更换，当晚亮起。");
  await step(staff, "结案");
  await staff.getByLabel("接通", { exact: true }).check();
  await staff.getByRole("group", { name: "有人联系过吗" }).getByLabel("是").check();
  await staff.getByLabel("解决了", { exact: true }).check();
  await staff.getByLabel("非常满意", { exact: true }).check();
  await step(staff, "记录回访");

  const history = staff.getByRole("list", { name: "经过" });
  for (const done of ["已登记", "已联系", "已派单", "已签收", "已办理", "已结案", "已回访"]) {
    await expect(history.getByText(done, { exact: true })).toBeVisible();
  }
});

test("a request registered is counted on the board at once", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const before = await received(staff);
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(`井盖松动 ${Date.now()}`);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByText("已登记").first()).toBeVisible();
  expect(await received(staff)).toBe(before + 1);
});

test("what was typed is kept when a form is refused", async ({ browser }) => {
  const staff = await as(browser, "staff");
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill("护栏松动");
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByText("在地图上点，或填经纬度").click();
  await staff.getByLabel("经度").fill("106.6");
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("alert").filter({ hasText: "经度和纬度要一起填" })).toBeVisible();
  await expect(staff.getByLabel("事由")).toHaveValue("护栏松动");
});

test("a request of another street does not exist", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await leader.goto("/cases?queue=open");
  const hrefs = await leader
    .getByRole("table")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const staff = await as(browser, "staff");
  const answers = await Promise.all(
    hrefs.slice(0, 20).map(async (href) => (await staff.request.get(href ?? "")).status()),
  );
  expect(answers).toContain(404);
});

async function step(page: Page, name: string) {
  const button = page.getByRole("button", { name, exact: true });
  if (!(await button.isVisible())) await page.locator("summary", { hasText: name }).click();
  const history = page.getByRole("list", { name: "经过" }).getByRole("listitem");
  const before = await history.count();
  await button.click();
  await expect(history).toHaveCount(before + 1);
}

async function received(page: Page): Promise<number> {
  await page.goto("/?grain=day");
  return Number(await page.getByTestId("balance").locator("data").nth(1).getAttribute("value"));
}

async function unitOfHandler(page: Page): Promise<string> {
  return (
    await page
      .getByLabel("承办单位")
      .locator("option")
      .filter({ hasText: /浪花苑.*物业/ })
      .first()
      .innerText()
  ).trim();
}
