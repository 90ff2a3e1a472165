import { expect, type Page, test } from "@playwright/test";
import { as } from "./people";

/** A photo as a browser draws it: white, as large as asked. */
async function photo(page: Page, width: number, height: number): Promise<Buffer> {
  const url = await page.evaluate(
    ([w = 1, h = 1]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: w, height: h });
      const on = canvas.getContext("2d");
      if (on) {
        on.fillStyle = "#ffffff";
        on.fillRect(0, 0, w, h);
      }
      return canvas.toDataURL("image/jpeg", 0.9);
    },
    [width, height],
  );
  return Buffer.from(url.split(",")[1] ?? "", "base64");
}

/** How dark a point of the picture at an address is, in hundredths from the upper left. */
function lightAt(page: Page, address: string, x: number, y: number): Promise<number> {
  return page.evaluate(
    async ([from, left, top]) => {
      const picture = await createImageBitmap(await (await fetch(String(from))).blob());
      const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
      const on = canvas.getContext("2d");
      on?.drawImage(picture, 0, 0);
      const [at, down] = [Number(left) * picture.width, Number(top) * picture.height].map((n) => Math.floor(n / 100));
      return on?.getImageData(at ?? 0, down ?? 0, 1, 1).data[0] ?? -1;
    },
    [address, x, y] as const,
  );
}

async function register(page: Page): Promise<string> {
  await page.goto("/cases/new");
  await page.getByLabel("事由").fill(`护栏松动 ${Date.now()}`);
  await page.getByLabel("区域").selectOption({ index: 1 });
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("list", { name: "经过" })).toBeVisible();
  return page.url();
}

test("a face is blacked out by dragging, a plate by numbers, and only the blacked-out photo is kept", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  await register(staff);
  await staff.locator("summary", { hasText: "加照片" }).click();
  await staff.getByLabel("选一张照片").setInputFiles({
    name: "a.jpg",
    mimeType: "image/jpeg",
    buffer: await photo(staff, 400, 300),
  });
  const canvas = staff.getByRole("img", { name: "照片，已涂黑 0 处" });
  const box = await canvas.boundingBox();
  if (!box) throw new Error("the photo is not in sight");
  await staff.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.1);
  await staff.mouse.down();
  await staff.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4, { steps: 4 });
  await staff.mouse.up();
  await staff.getByRole("button", { name: "涂黑一块" }).click();
  const second = staff.getByRole("group", { name: "第 2 处" });
  await second.getByLabel("左").fill("70");
  await second.getByLabel("上").fill("70");
  await expect(staff.getByRole("img", { name: "照片，已涂黑 2 处" })).toBeVisible();
  await staff.getByRole("button", { name: "保存照片" }).click();
  await expect(staff.getByText("照片已保存。")).toBeVisible();

  const strip = staff.getByRole("list", { name: "照片" });
  await expect(strip.getByRole("link")).toHaveCount(1);
  await expect(staff.getByRole("list", { name: "经过" }).getByText("照片已添加")).toBeVisible();
  const address = (await strip.getByRole("link").getAttribute("href")) ?? "";
  expect(await lightAt(staff, address, 20, 25)).toBeLessThan(40);
  expect(await lightAt(staff, address, 80, 80)).toBeLessThan(40);
  expect(await lightAt(staff, address, 50, 50)).toBeGreaterThan(220);

  await strip.getByRole("link").click();
  await expect(staff.getByRole("dialog", { name: "照片" }).getByRole("img")).toBeVisible();
  await staff.keyboard.press("Escape");
  await expect(staff.getByRole("dialog", { name: "照片" })).toBeHidden();

  const answer = await staff.request.get(address);
  expect(answer.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
  });
  const handler = await as(browser, "handler");
  expect((await handler.request.get(address)).status()).toBe(404);
  expect((await (await browser.newContext()).request.get(address)).status()).toBe(401);

  const summary = staff.locator("summary", { hasText: "移除照片" });
  await summary.click();
  const removal = staff.locator("details", { has: summary }).last();
  await removal.getByLabel("理由").fill("拍错了");
  await removal.getByRole("button", { name: "移除照片" }).click();
  await expect(strip).toHaveCount(0);
  expect((await staff.request.get(address)).status()).toBe(404);
});

test("what is no photo is refused in one sentence, before and after it is sent", async ({ browser }) => {
  const staff = await as(browser, "staff");
  const address = await register(staff);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await staff.locator("summary", { hasText: "加照片" }).click();
  await staff.getByLabel("选一张照片").setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: svg });
  await expect(staff.getByRole("alert").filter({ hasText: "照片打不开或不完整" })).toBeVisible();
  const handler = `${new URL(address).pathname.replace("/cases/", "/api/cases/")}/photos`;
  const send = (buffer: Buffer, origin = new URL(address).origin) =>
    staff.request.post(handler, {
      headers: { origin },
      multipart: { kind: "before", photo: { name: "a.jpg", mimeType: "image/jpeg", buffer } },
    });
  const refused = await send(svg);
  expect(refused.status()).toBe(422);
  expect((await refused.json()).message).toBe("这不是能用的照片，请改用 JPG、PNG 或 WebP。");
  expect((await send(Buffer.alloc(13 * 1024 * 1024))).status()).toBe(400);
  expect((await send(await photo(staff, 40, 30), "http://elsewhere.test")).status()).toBe(403);
  expect((await send(await photo(staff, 40, 30))).status()).toBe(200);
});
