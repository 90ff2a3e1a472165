import type { Route } from "next";

/** The sign-in page, which leads back to a page of ours and to nowhere else. */
export function signInPath(back: string | null): Route {
  const path = safePath(back);
  // The path is a page of this app, with a query the route type cannot say.
  return (String(path) === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`) as Route;
}

/** A path of this site, or the first page where it is anything else. */
export function safePath(given: string | null | undefined): Route {
  const path = given ?? "/";
  const base = "http://here.invalid";
  const inside =
    path.startsWith("/") &&
    !/[\\\p{Cc}]/u.test(path) &&
    URL.canParse(path, base) &&
    new URL(path, base).origin === base;
  // As above; `inside` says that it leaves neither site nor scheme.
  return (inside && !path.startsWith("//") && !path.startsWith("/sign-in") ? path : "/") as Route;
}

/** The address of a list under a filter; what is not asked for is left out of it. */
export function withQuery<P extends `/${string}`>(
  path: P,
  filter: Record<string, string | undefined>,
): `${P}?${string}` {
  const given = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${path}?${new URLSearchParams(given)}`;
}
