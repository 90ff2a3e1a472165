const kept = "report";

/** Has this browser keep the page it shows, with what it is made of, to open it where there is no network. */
export async function keepPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { installing, waiting, active } = await navigator.serviceWorker.register("/report-worker.js", {
    scope: "/report",
  });
  const assets = performance.getEntriesByType("resource").map(({ name }) => name);
  (installing ?? waiting ?? active)?.postMessage({ assets });
}

/** Whoever signs out leaves no page to the next. */
export async function forgetPage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.controller?.postMessage({ assets: null });
  await caches.delete(kept);
}
