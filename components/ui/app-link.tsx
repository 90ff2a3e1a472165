import type { Route } from "next";
import type { ComponentProps } from "react";

type AppLinkProps<T extends string> = Omit<ComponentProps<"a">, "href"> & { href: Route<T> | `/${string}?${string}` };

/**
 * A link inside the product. It is a plain one, for a board has a hundred: `SoftLinks` in the frame follows it without
 * loading the whole page anew. An address with a query is put together at run time, where typed routes cannot follow.
 */
export function AppLink<T extends string>({ href, ...rest }: AppLinkProps<T>) {
  return <a href={String(href)} data-soft="" {...rest} />;
}
