import { expect, test } from "@playwright/test";
import { as } from "./people";

test("a filter is kept as a view, opens the list, gets another name, and goes", async ({ browser }) => {
  const page = await as(browser, "staff");
  const name = `来电${Date.now()}`.slice(0, 12);
  await page.goto("/cases?queue=open&channel=phone");
  await page.getByRole("button", { name: "存为视图" }).click();
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("打开列表时先看它").check();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const views = page.getByRole("navigation", { name: "视图" });
  await expect(views.getByRole("link", { name })).toHaveAttribute("aria-current", "true");

  await page.goto("/cases");
  await expect(page).toHaveURL(/channel=phone/);
  await page.getByRole("link", { name: "清除条件" }).click();
  await expect(page).toHaveURL(/view=all/);
  const chip = views.getByRole("link", { name });
  const counted = Number((await chip.locator("span").innerText()).replace(/\D/g, ""));
  await chip.click();
  await expect(page.getByTestId("case-count")).toHaveText(`共 ${counted} 件`);

  await page.getByRole("button", { name: "改这个视图" }).click();
  await page.getByLabel("名称").fill(`${name}x`);
  await page.getByLabel("打开列表时先看它").uncheck();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(views.getByRole("link", { name: `${name}x` })).toBeVisible();
  await page.goto(page.url());
  await page.getByRole("button", { name: "改这个视图" }).click();
  await page.getByRole("button", { name: "删除这个视图" }).click();
  await expect(views.getByRole("link", { name })).toHaveCount(0);
});

for (const person of ["staff", "officer", "official", "handler"] as const) {
  test(`every number of the day of ${person} is that of its list`, async ({ browser }) => {
    const page = await as(browser, person);
    await page.goto("/today");
    const tiles = page.getByRole("list", { name: "今日" }).getByRole("link");
    const shown = await tiles.evaluateAll((links) =>
      links.map((link) => [link.getAttribute("href") ?? "", link.children[1]?.textContent ?? ""] as const),
    );
    expect(shown.length).toBeGreaterThan(2);
    for (const [href, n] of shown) {
      await page.goto(href);
      await expect(page.getByTestId("case-count"), href).toHaveText(`共 ${n} 件`);
    }
  });
}

test("a line of what waits to be decided leads to what was asked for", async ({ browser }) => {
  const page = await as(browser, "official");
  await page.goto("/today");
  await page
    .getByRole("link", { name: /^看申请/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#requests$/);
  await expect(page.getByRole("heading", { name: "待审批的申请" })).toBeInViewport();
});

test("the next step of a line of the day opens on its request", async ({ browser }) => {
  const page = await as(browser, "staff");
  await page.goto("/today");
  await page.getByRole("link", { name: /^派单/ }).first().click();
  await expect(page).toHaveURL(/step-dispatch/);
  await expect(page.locator("details[data-step=dispatch]")).toHaveAttribute("open", "");

  await page.goto("/today");
  await page
    .getByRole("link", { name: /^记录首次联系/ })
    .first()
    .click();
  await expect(page.locator("details[data-step=contact]")).toHaveAttribute("open", "");
  await expect(page.locator("details[data-step=contact]").getByLabel("备注")).toBeFocused();
});

test("who presses is led to press where a unit is late, and takes no step in its place", async ({ browser }) => {
  const page = await as(browser, "official");
  await page.goto("/today");
  const serving = page.getByRole("region", { name: "办理中" });
  await expect(serving.getByRole("link", { name: /^办理完成/ })).toHaveCount(0);
  await serving.getByRole("link", { name: /^督办/ }).first().click();
  await expect(page.locator("details#urge").getByLabel("督办原因")).toBeFocused();
});
