/** Lets the page for reports open where there is no network: that page, what it is made of, and nothing else. */
const page = "/report";
const kept = "report";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(event.data.assets ? keep(event.data.assets) : forget()));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate" && pathname === page) event.respondWith(opened(event.request));
  else if (isAsset(pathname)) event.respondWith(found(event.request));
});

const isAsset = (pathname) => pathname.startsWith("/_next/static/");

/** How often all was forgotten: what was asked for before that is not kept after it. */
let forgotten = 0;

/** Keeps the page as it stands now, and of the assets only those of today. */
async function keep(assets) {
  const before = forgotten;
  const answer = await fetch(page).catch(() => null);
  if (answer === null) return;
  if (!answer.ok || answer.redirected) return forget();
  const text = await answer.clone().text();
  if (forgotten > before) return;
  const named = text.match(/\/_next\/static\/[^"'\\\s<>]+/g) ?? [];
  const wanted = [...new Set([...assets, ...named].map((asset) => new URL(asset, location.origin).href))];
  const cache = await caches.open(kept);
  const known = (await cache.keys()).map(({ url }) => url);
  await Promise.all(
    wanted.filter((url) => isAsset(new URL(url).pathname) && !known.includes(url)).map((url) => cache.add(url)),
  );
  await cache.put(page, answer);
  const old = known.filter((url) => isAsset(new URL(url).pathname) && !wanted.includes(url));
  await Promise.all(old.map((url) => cache.delete(url)));
}

/** The page as the server has it; without a network as it was kept; once somebody has signed out not at all. */
async function opened(request) {
  try {
    const answer = await fetch(request);
    if (answer.type === "opaqueredirect") await forget();
    return answer;
  } catch {
    return (await caches.match(page, { cacheName: kept, ignoreVary: true })) ?? Response.error();
  }
}

async function found(request) {
  return (await caches.match(request, { cacheName: kept, ignoreVary: true })) ?? fetch(request);
}

function forget() {
  forgotten += 1;
  return caches.delete(kept);
}
