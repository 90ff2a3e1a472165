import { expect, type Locator, test } from "@playwright/test";
import { as } from "./people";

test("an official writes a text, staff answer with it, and the resident reads it filled in", async ({ browser }) => {
  const [official, staff] = await Promise.all([as(browser, "official"), as(browser, "staff")]);
  const name = `已修 ${Date.now()}`;
  await official.goto("/replies");
  const form = official.locator("form").filter({ has: official.getByRole("button", { name: "新模板", exact: true }) });
  if (!(await form.isVisible())) await official.locator("summary", { hasText: "新模板" }).click();
  await form.getByLabel("名称").fill(name);
  await form.getByLabel("内容").fill("您反映的“{事由}”（{编号} 号）已由{单位}办结。{phone}");
  await expect(form.getByText("您反映的“路灯不亮”（10086 号）已由幸福物业办结。")).toBeVisible();
  await form.getByRole("button", { name: "新模板" }).click();
  await expect(form.getByText("有不认识的占位符").first()).toBeVisible();
  await form.getByLabel("内容").fill("您反映的“{title}”（{number} 号）已由{unit}办结。");
  await form.getByRole("button", { name: "新模板" }).click();
  await expect(official.getByRole("article", { name })).toBeVisible();

  const title = `扶手松动 ${Date.now()}`;
  await staff.goto("/cases/new");
  await staff.getByLabel("事由").fill(title);
  await staff.getByLabel("区域").selectOption({ index: 1 });
  await staff.getByRole("button", { name: "登记", exact: true }).click();
  await expect(staff.getByRole("heading", { level: 1 })).toHaveText(title);
  await staff.locator("summary", { hasText: /^结案$/ }).click();
  const close = staff.locator("details[data-step=close]");
  await close.getByLabel("套用模板").selectOption({ label: name });
  const preview = close.getByRole("region", { name: "居民将看到" });
  await expect(preview).toContainText(`您反映的“${title}”`);
  await close.getByLabel("给群众的答复").pressSequentially("师傅 13812345678");
  await expect(preview).toContainText(`师傅 ${"*".repeat(11)}`);
  const seen = await preview.locator("p").first().innerText();
  await close.getByLabel("已解决").check();
  await close.getByRole("button", { name: "结案", exact: true }).click();
  await expect(close.getByText(/已换成星号/).first()).toBeVisible();
  await expect(preview.locator("p").first()).toHaveText(seen);
  await close.getByRole("button", { name: "结案", exact: true }).click();
  await expect(staff.getByRole("figure").filter({ hasText: "给居民的答复" })).toContainText(seen);

  const other = await official.context().newPage();
  await other.goto("/replies");
  const [own, beside] = [official, other].map((page) => page.getByRole("article", { name })) as [Locator, Locator];
  const rewrite = async (article: Locator, text: string) => {
    await article.getByLabel("内容").fill(text);
    await article.getByRole("button", { name: "保存" }).click();
  };
  for (const article of [own, beside]) await article.locator("summary", { hasText: "修改" }).click();
  await rewrite(beside, "已由{单位}修好。");
  await expect(beside.getByRole("paragraph").filter({ hasText: "已由{单位}修好。" })).toBeVisible();
  await rewrite(own, "已由{单位}换新。");
  await expect(own.getByText("仍要这样改，请再按一次").first()).toBeVisible();
  await own.getByRole("button", { name: "保存" }).click();
  await expect(own.getByRole("paragraph").filter({ hasText: "已由{单位}换新。" })).toBeVisible();

  await own.getByRole("button", { name: "停用" }).click();
  await expect(own).toHaveCount(0);
});
