import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { stateOf } from "./people";
import { base, cookieOf, isQuiet, raw, nobodysId as uuid } from "./raw";

let official: APIRequestContext;
test.beforeAll(async () => {
  official = await request.newContext({ baseURL: base, storageState: stateOf("official") });
});
test.afterEach(async () => {
  const health = await official.get("/api/health");
  expect(await health.json()).toMatchObject({ ok: true, ready: true });
});
test.afterAll(() => official.dispose());

const cookie = () => cookieOf(official);

/** The ids of the actions of a page, which are no secret. */
const actionOf = async (path: string) =>
  /\$ACTION_ID_([0-9a-f]+)|"id":"([0-9a-f]{40,})"|name="\$ACTION_KEY"/.exec(await (await official.get(path)).text());

test("forged calls of actions are refused, whatever they carry", async () => {
  test.slow();
  const headers = { cookie: await cookie(), origin: base };
  const bodies: [type: string, body: string | Buffer][] = [
    ["text/plain;charset=UTF-8", "[]"],
    ["text/plain;charset=UTF-8", '[{"constructor":{"prototype":1}}]'],
    ["text/plain;charset=UTF-8", '["$D2026-99-99","$n99999999999999999999","$K1","$Q0","$@0","$0"]'],
    ["text/plain;charset=UTF-8", "[".repeat(50_000)],
    ["application/json", '{"id":1,"id":2}'],
    ["application/x-www-form-urlencoded", "id=1&id=2"],
    ["multipart/form-data", "no boundary"],
    ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"]\r\n--x--\r\n'],
    [
      "multipart/form-data; boundary=x",
      `${Array.from({ length: 15_000 }, (_, i) => `--x\r\nContent-Disposition: form-data; name="f${i}"\r\n\r\n1\r\n`).join("")}--x--\r\n`,
    ],
    ["text/plain;charset=UTF-8", Buffer.alloc(1_300_000, "a")],
    ["text/plain;charset=utf-16", Buffer.from("[]", "utf16le")],
    ["application/octet-stream", Buffer.from([0, 255, 254, 1])],
  ];
  for (const id of ["x", "0".repeat(42), "../../x", "7f".repeat(21), "%00"])
    for (const [type, body] of bodies) {
      const answer = await raw("/cases/new", {
        method: "POST",
        headers: { ...headers, "next-action": id, "content-type": type },
        body,
      });
      expect(answer.status, `${id} ${type}`).not.toBe(200);
      isQuiet(answer, `${id} ${type}`);
    }
});

const form = (fields: Record<string, string>) => ({ multipart: fields });
const hiddenFields = async (path: string, marker: string) => {
  const html = await (await official.get(path)).text();
  const start = html.lastIndexOf("<form", html.indexOf(marker));
  const part = html.slice(start, html.indexOf("</form>", start));
  return Object.fromEntries(
    [...part.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
    ]),
  );
};

test("a form from elsewhere, or from nowhere, registers nothing", async () => {
  expect(await actionOf("/cases/new")).not.toBeNull();
  const fields = {
    ...(await hiddenFields("/cases/new", 'name="title"')),
    title: "来自别处",
    channel: "phone",
    requestType: "other",
  };
  for (const origin of ["http://evil.test", "null", `${base}.evil.test`, ""]) {
    const answer = await official.post("/cases/new", {
      ...form(fields),
      headers: origin ? { origin } : {},
      maxRedirects: 0,
    });
    expect([303, 307], origin).not.toContain(answer.status());
    isQuiet({ status: answer.status(), text: await answer.text() }, origin);
  }
  const list = await official.get("/cases?q=%E6%9D%A5%E8%87%AA%E5%88%AB%E5%A4%84");
  expect(await list.text()).not.toContain("来自别处</a>");
});

test("hostile fields come back as words at the field, with what was typed", async () => {
  const hidden = await hiddenFields("/cases/new", 'name="title"');
  const area = /<option value="([0-9a-f-]{36})"/.exec(await (await official.get("/cases/new")).text())?.[1] ?? "";
  const good = {
    ...hidden,
    title: "护栏松动",
    areaId: area,
    channel: "phone",
    requestType: "other",
    seenAlike: "live",
  };
  const cases: [what: string, change: Record<string, string>][] = [
    ["no title", { title: "   " }],
    ["ideographic space", { title: "\u3000" }],
    ["zero width", { title: "\u200b\u200d" }],
    ["NUL", { title: "a\0b" }],
    ["too long", { title: "长".repeat(10_001) }],
    ["no such area", { areaId: uuid }],
    ["area not an id", { areaId: "1" }],
    ["latitude", { lat: "91", lon: "106" }],
    ["half a point", { lon: "106" }],
    ["not a number", { lat: "NaN", lon: "Infinity" }],
    ["channel", { channel: "PHONE" }],
    ["unknown field", { role: "admin" }],
    ["state", { state: "closed" }],
    ["category", { categoryCode: "99999" }],
    ["id", { id: "{x}" }],
  ];
  for (const [what, change] of cases) {
    const answer = await official.post("/cases/new", {
      ...form({ ...good, ...change }),
      headers: { origin: base },
      maxRedirects: 0,
    });
    const text = await answer.text();
    expect(answer.status(), what).toBe(200);
    expect(text, what).toMatch(/role="alert"/);
    isQuiet({ status: 200, text }, what);
    if (what === "too long") expect(text).toMatch(/最多 120 个字，现在有 10,?001 个/);
  }
  for (const [what, title] of [
    ["bidi", "ab\u202Ecd\u2066"],
    ["markup", "<script>alert(1)</script>{{7*7}}"],
    ["statement", "'; drop table cases; --"],
    ["rare hanzi", "𠮷㐂·阿依古丽"],
  ] as const) {
    const id = crypto.randomUUID();
    const answer = await official.post("/cases/new", {
      ...form({ ...good, id, title }),
      headers: { origin: base },
      maxRedirects: 0,
    });
    expect(answer.status(), what).toBe(303);
    const shown = await (await official.get(`/cases/${id}`)).text();
    expect(shown, what).not.toContain("<script>alert(1)");
    expect(shown, what).not.toMatch(/\p{Bidi_Control}/u);
    isQuiet({ status: 200, text: shown.replace(/'; drop[^<]*/g, "") }, what);
  }
});
