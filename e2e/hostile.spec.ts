import { connect } from "node:net";
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

const ids = [
  "1",
  "%27%20or%201=1",
  uuid,
  `{${uuid}}`,
  "%00",
  "..%2Fapi",
  "%2e%2e%2f",
  ";a=b",
  "x.",
  "undefined",
  "__proto__",
  "a".repeat(8000),
  "%F0%9F%98%80",
];

test("a malformed id is a page that is not there, to everybody and of everything", async () => {
  for (const section of ["cases", "accounts"])
    for (const id of ids) {
      const answer = await raw(`/${section}/${id}`, { headers: { cookie: await cookie() } });
      expect([404, 400, 308], `${section}/${id.slice(0, 40)} ${answer.status}`).toContain(answer.status);
      isQuiet(answer, id.slice(0, 40));
    }
});

test("addresses that cannot be read are refused without a stack", async () => {
  for (const path of [
    "/cases/%E0%A4%A",
    "/%",
    "/%c0%ae%c0%ae/",
    "//elsewhere.test/",
    "/cases//",
    "/cases/%",
    "/./..//../etc/passwd",
    "/_next/static/..%2f..%2fpackage.json",
    "/_next/image?url=%2Fx.png&w=64&q=75",
    "/cases/[id]",
  ]) {
    const answer = await raw(path, { headers: { cookie: await cookie() } });
    isQuiet(answer, path);
    expect(answer.text, path).not.toContain('"dependencies"');
  }
});

const queries = [
  "page=-1&size=100000",
  "sort=password_hash&order=;drop",
  "older=x",
  "older=2026-13-45T00:00:00.000Z_x",
  `older=2026-02-30T25:61:61.000Z_${"f".repeat(36)}`,
  `newer=2026-11-01T00:00:00.000000Z_${"-".repeat(36)}`,
  "area=1",
  "area=1&area=2",
  "q=%00",
  "q=%FF%FE",
  "q=%ED%A0%80",
  "q='%3B%20drop%20table%20cases",
  "q=%25_%5C",
  "from=2026-02-30",
  "from=%2B275760-09-13",
  "from=9999-99-99&to=0000-01-01",
  "from=0000-01-01&to=9999-12-31",
  "state=closed&state=open",
  "figure=__proto__",
  "figure=constructor&part=of",
  "why[]=x&why[a]=b",
  "category=99999999999999999999",
  "unit=NaN",
  "period=2026-99",
  "period=9999Q9",
  "period=0000",
  "period=2026-11-01..2026-02-30",
  "grain=second",
  "compare=x&wall=2",
  "period=999999999999999",
  `q=${encodeURIComponent("中".repeat(900))}`,
  `${"a=1&".repeat(1500)}`,
  "q=%E2%80%AE%E2%81%A6bidi",
  "q=%F3%A0%80%81",
  "queue=open&figure=received&from=2026-11-01&to=2026-11-30&part=in",
];

test("whatever a query holds, a list, a board and a register of places answer in words", async () => {
  test.slow();
  const headers = { cookie: await cookie() };
  for (const page of ["/cases", "/", "/areas", "/records", "/senses", "/today"])
    for (const query of queries) {
      const answer = await raw(`${page}?${query}`, { headers });
      expect([200, 307, 400, 404, 414, 431], `${page}?${query.slice(0, 60)} → ${answer.status}`).toContain(
        answer.status,
      );
      isQuiet(answer, query.slice(0, 60));
    }
});

test("the trace and the accounts take a bad query as well", async () => {
  for (const [person, page] of [
    ["auditor", "/audit"],
    ["sysadmin", "/accounts"],
  ] as const) {
    const api = await request.newContext({ baseURL: base, storageState: stateOf(person) });
    for (const query of [
      ...queries,
      "action=%00",
      "by=%00",
      `older=2026-13-01T00:00:00.000Z_${uuid}`,
      "after=%00",
      `after=${"x".repeat(3000)}`,
    ]) {
      const answer = await api.get(`${page}?${query}`, { maxRedirects: 0 });
      expect([200, 400, 404, 431], `${page}?${query.slice(0, 60)} → ${answer.status()}`).toContain(answer.status());
      isQuiet({ status: answer.status(), text: await answer.text() }, query.slice(0, 60));
    }
    await api.dispose();
  }
});

test("an area of others is a page that is not there, never an empty list", async ({ browser }) => {
  const context = await browser.newContext({ storageState: stateOf("leader") });
  const page = await context.newPage();
  await page.goto("/areas");
  const city = await official.get("/areas");
  const own = /area=([0-9a-f-]{36})/.exec(await city.text())?.[1];
  const seen = await page
    .locator("a[href*='area=']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  await context.close();
  const areas = [...new Set(seen.map((href) => /area=([0-9a-f-]{36})/.exec(href)?.[1] ?? ""))].filter(
    (id) => id !== "" && id !== own,
  );
  let hidden = 0;
  for (const id of areas) {
    const statuses = await Promise.all(
      ["/", "/cases", "/areas"].map(async (path) => (await official.get(`${path}?area=${id}`)).status()),
    );
    expect(new Set(statuses).size, id).toBe(1);
    if (statuses[0] === 404) hidden += 1;
  }
  expect(hidden).toBeGreaterThan(0);
});

test("methods, kinds of content and headers that nobody sends do no harm", async () => {
  const headers = { cookie: await cookie() };
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "PROPFIND"])
    for (const path of ["/", "/cases", "/api/health", "/api/auth/openid", "/api/auth/callback/oidc"])
      isQuiet(await raw(path, { method, headers }), `${method} ${path}`);
  for (const accept of ["application/xml", "*/*;q=abc", ""])
    isQuiet(await raw("/api/health", { headers: { accept } }), accept);
  for (const [name, value] of Object.entries({
    "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
    "next-router-prefetch": "1",
    purpose: "prefetch",
    rsc: "1",
    "next-router-state-tree": "%5B%22",
    "next-resume": "1",
    "next-router-segment-prefetch": "/_tree",
    range: "bytes=0-5",
    "if-none-match": "*",
    "x-now-route-matches": "1",
    authorization: "Bearer %",
    "x-http-method-override": "DELETE",
    "content-length": "0",
  })) {
    const answer = await raw("/cases", { headers: { [name]: value } });
    expect(answer.text, name).not.toMatch(/№|data-testid="case-count"/);
    isQuiet(answer, name);
  }
});

test("forged hosts and proxies change no address of ours", async () => {
  const answer = await raw("/cases", {
    headers: { host: "evil.test", "x-forwarded-host": "evil.test", "x-forwarded-proto": "javascript" },
  });
  expect([302, 303, 307, 400, 421]).toContain(answer.status);
  expect(answer.text).not.toContain("evil.test");
});

test("large cookies, many cookies and broken tokens end in being signed out or refused", async () => {
  const token = (await cookie()).split("grid133.session=")[1]?.split(";")[0] ?? "";
  for (const given of [
    `a=${"x".repeat(20_000)}`,
    Array.from({ length: 400 }, (_, i) => `c${i}=${"v".repeat(40)}`).join("; "),
    "grid133.session=",
    "grid133.session=%",
    "grid133.session=eyJhbGciOiJub25lIn0.e30.",
    `grid133.session=${token.slice(0, -2)}xx`,
    `grid133.session=${token}x; grid133.session=y`,
    "locale=%00; letters=<script>",
    "=; ;;;",
  ]) {
    const answer = await raw("/cases", { headers: { cookie: given } });
    expect([307, 400, 431], `${given.slice(0, 40)} → ${answer.status}`).toContain(answer.status);
    isQuiet(answer, given.slice(0, 40));
  }
});

test("what is no request of HTTP is cut off, and the next one is served", async () => {
  const { hostname, port } = new URL(base);
  const lines = [
    "GET / HTTP/9.9\r\n\r\n",
    "GET /cases HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
    `GET /${"x".repeat(90_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    "\x16\x03\x01\x02\x00",
    "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "CONNECT evil.test:80 HTTP/1.1\r\nHost: evil.test\r\n\r\n",
  ];
  for (const line of lines) {
    const heard = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(Number(port), hostname, () => socket.write(line));
      const done = () => {
        socket.destroy();
        resolve(text);
      };
      socket
        .setTimeout(4_000, done)
        .on("data", (part) => {
          text += part;
          if (text.includes("\r\n\r\n")) done();
        })
        .on("error", done)
        .on("close", done);
    });
    isQuiet({ status: 0, text: heard }, line.slice(0, 40));
  }
});

test("the way back after signing in leads nowhere else", async () => {
  for (const next of [
    "//evil.test",
    "https://evil.test",
    "/\\evil.test",
    "javascript:alert(1)",
    "/%09/evil.test",
    "\\\\evil.test",
    "/cases\r\nx: y",
  ]) {
    const answer = await official.get(`/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 });
    const to = answer.headers().location ?? "/";
    expect(new URL(to, base).origin, next).toBe(base);
  }
});
