import { expect, type Page, test } from "@playwright/test";
import { as, password } from "./people";

test("while one writes, likely categories and like requests appear, and a draft is kept until signing out", async ({
  browser,
}) => {
  const staff = await (await browser.newContext()).newPage();
  await staff.goto("/sign-in");
  await staff.getByLabel("账号", { exact: true }).fill("staff");
  await staff.getByLabel("密码", { exact: true }).fill(password);
  await staff.getByRole("button", { name: "登录", exact: true }).click();
  await expect(staff).not.toHaveURL(/sign-in/);
  const title = `水塔巷凉亭顶棚被风掀开 ${Date.now()}`;
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);

  await staff.goto("/cases/new");
  await expect(staff.getByLabel("事由")).toHaveValue("");
  await expect(async () => {
    await staff.getByLabel("事由").fill(`${title}，电梯坏了`);
    await staff.getByLabel("区域").selectOption({ index: 1 });
    await expect(staff.getByRole("link", { name: title })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await staff.getByRole("button", { name: /电梯故障/ }).click();
  await expect(staff.getByLabel("事项类别")).toHaveValue("0602");

  await staff.goto("/cases");
  await staff.goto("/cases/new");
  await expect(staff.getByLabel("事由")).toHaveValue(`${title}，电梯坏了`);
  await expect(staff.getByText("已恢复上次没有提交的草稿")).toBeVisible();
  expect(await staff.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")))).toBe(true);
  await staff
    .getByRole("button", { name: /社区工作者/ })
    .first()
    .click();
  await staff.getByRole("button", { name: "退出登录" }).first().click();
  await expect(staff).toHaveURL(/sign-in/);
  expect(await staff.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")))).toBe(false);
});

test("what is chosen and typed before the page has woken stays, and a draft fills in only the rest", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill("路灯不亮，昨晚开始");
  await staff.getByLabel("来源").selectOption("visit");
  await staff.getByLabel("诉求类型").selectOption("complaint");
  const awake = await delayScripts(staff);
  await staff.reload({ waitUntil: "commit" });
  await staff.getByLabel("来源").selectOption("station");
  await staff.getByLabel("区域").selectOption({ index: 2 });
  const area = await staff.getByLabel("区域").inputValue();
  await staff.getByLabel("找地点").fill("浪花苑");
  awake();
  await expect(staff.getByText("已恢复上次没有提交的草稿")).toBeVisible();
  await expect(staff.getByLabel("事由")).toHaveValue("路灯不亮，昨晚开始");
  await expect(staff.getByLabel("诉求类型")).toHaveValue("complaint");
  await expect(staff.getByLabel("来源")).toHaveValue("station");
  await expect(staff.getByLabel("区域")).toHaveValue(area);
  await expect(staff.getByRole("listbox").getByRole("option").first()).toBeVisible();
});

test("a building found by typing stays through a refusal and in the draft; a mobile number and a contact are not kept", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  await staff.goto("/cases/new");
  const [finder, area] = [staff.getByRole("combobox", { name: "找地点" }), staff.getByLabel("区域", { exact: true })];
  await expect(async () => {
    await finder.fill("");
    await finder.pressSequentially("24幢", { delay: 50 });
    await expect(staff.getByRole("listbox").getByRole("option").first()).toBeVisible({ timeout: 2000 });
  }).toPass();
  await finder.press("Enter");
  await staff.getByLabel("电话").fill("0512 6688 1339");
  await staff.getByLabel("称呼").fill("赵女士");
  const found = await area.inputValue();
  expect(found).not.toBe("");
  await staff.getByLabel("事由").fill("地库进水 13812345678");
  const stored = await staff.evaluate(() => JSON.stringify(localStorage));
  expect(stored).toContain("地库进水");
  expect(stored).not.toMatch(/6688|赵女士/);
  await staff.keyboard.press("Control+Enter");
  await expect(staff.getByLabel("事由")).toHaveValue(`地库进水 ${"*".repeat(11)}`);
  await expect(area).toHaveValue(found);
  await staff.reload();
  await expect(staff.getByText("已恢复上次没有提交的草稿")).toBeVisible();
  await expect(area).toHaveValue(found);
  await expect(area.locator("option:checked")).toContainText("24幢");
  await staff.getByLabel("事由").fill("");
});

test("a point chooses the area around it, on the map and by numbers, and one may still choose another", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  await staff.goto("/cases/new");
  const area = staff.getByLabel("区域", { exact: true });
  await staff.getByLabel("事由").fill("河边栏杆松动");
  const [lon, lat] = [staff.locator("input[name=lon]"), staff.locator("input[name=lat]")];
  await staff.getByText("在地图上点，或填经纬度").click();
  await staff.getByRole("img", { name: "在地图上点，或填经纬度" }).click();
  await expect(area).not.toHaveValue("");
  const found = await area.inputValue();
  const point = [await lon.inputValue(), await lat.inputValue()];

  await area.selectOption({ index: 0 });
  await staff.reload();
  await expect(staff.getByText("已恢复上次没有提交的草稿")).toBeVisible();
  await staff.getByText("在地图上点，或填经纬度").first().click();
  await lon.fill("0");
  await lat.fill(point[1] ?? "");
  await lon.fill(point[0] ?? "");
  await lon.press("Tab");
  await expect(area).toHaveValue(found);
  await area.selectOption({ index: 1 });
  const other = await area.inputValue();
  await lat.focus();
  await lat.press("Tab");
  await expect(area).toHaveValue(other);
  await staff.getByLabel("事由").fill("");
});

/** From now on scripts come only once the answer is called, as on a slow line. */
async function delayScripts(page: Page): Promise<() => void> {
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  return come;
}
