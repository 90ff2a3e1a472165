import { expect, type Page, test } from "@playwright/test";
import { expectToFit, violationsOf } from "./pages";
import { as } from "./people";

async function openRound(page: Page): Promise<void> {
  await page.goto("/");
  await page.locator("#senses").getByRole("link", { name: "获得感" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("三感测评");
}

test("a sense on the board opens the round it rests on, and the two say the same", async ({ browser }) => {
  const page = await as(browser, "leader");
  await page.goto("/");
  const said = await page.locator("#senses li").first().innerText();
  await openRound(page);
  const told = await page.getByRole("region", { name: "三感" }).getByRole("listitem").first().innerText();
  expect(told.replaceAll(/\s/g, "")).toContain(said.replaceAll(/\s/g, ""));
  await expect(page.getByRole("region", { name: /的社区/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "各题" }).getByRole("row")).toHaveCount(16);
  const basis = page.getByRole("region", { name: "三感", exact: true });
  await expect(basis.getByText(/^应答率 \d\d\.\d\s%：发出 [\d,]+ 个码/)).toBeVisible();
  await expect(basis.getByText(/^三感综合较上轮(上升|下降|无明显变化)/)).toBeVisible();
});

test("one drills from the city to a community; what is too few is named and leads nowhere", async ({ browser }) => {
  const page = await as(browser, "leader");
  await openRound(page);
  const tooFew = page.getByTestId("too-few").last();
  await expect(tooFew).toContainText("样本不足");
  await expect(tooFew.getByRole("link")).toHaveCount(0);
  const community = page
    .getByRole("region", { name: /的社区/ })
    .getByRole("link")
    .first();
  const name = await community.innerText();
  await community.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByRole("region", { name: "各题" })).toBeVisible();
});

test("another sense is chosen by click and stands in the address", async ({ browser }) => {
  const page = await as(browser, "leader");
  await openRound(page);
  await page.getByRole("region", { name: "三感" }).getByRole("link", { name: "安全感" }).click();
  await expect(page).toHaveURL(/sense=security/);
  await expect(page.getByRole("region", { name: /安全感.*的社区/ })).toBeVisible();
});

test("the rounds of an area outside are not there, nor is one that is none", async ({ browser }) => {
  const leader = await as(browser, "leader");
  await openRound(leader);
  const query = new URL(leader.url()).searchParams;
  const official = await as(browser, "official");
  const addresses = [
    `/senses?area=${query.get("area")}&round=${query.get("round")}`,
    `/senses?round=${query.get("area")}`,
    "/senses?round=x",
    "/senses?area=x",
  ];
  for (const address of addresses) expect((await official.goto(address))?.status(), address).toBe(404);
  expect((await official.goto(`/senses?round=${query.get("round")}`))?.status()).toBe(200);
});

for (const width of [390, 1440]) {
  test(`both pages fit ${width} px and pass axe`, async ({ browser }) => {
    const page = await as(browser, "leader");
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/senses");
    const look = async () => {
      expect(await violationsOf(page)).toEqual([]);
      await expectToFit(page, width);
    };
    await look();
    await page
      .getByRole("region", { name: "已公布" })
      .getByRole("link", { name: /三感测评/ })
      .first()
      .click();
    const items = page.getByRole("region", { name: "各题" });
    await expect(items).toBeVisible();
    await expect(items.getByText(/^n = /).first()).toBeVisible({ visible: width < 640 });
    const effect = page.getByRole("region", { name: "改进任务" }).getByText(/^此后的变化.+至/);
    await expect(effect.first()).toBeVisible({ visible: width < 640 });
    await look();
  });
}
