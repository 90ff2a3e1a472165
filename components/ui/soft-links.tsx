"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/**
 * Follows the links of `AppLink` inside the page that stands; whatever a browser does otherwise with a link it still
 * does. While the next page is long in coming, a line at the top says that it is on its way.
 */
export function SoftLinks() {
  const router = useRouter();
  const [isTravelling, travel] = useTransition();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[data-soft]") : null;
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isPlain(event)) return;
      if (link.target && link.target !== "_self") return;
      event.preventDefault();
      // The address was checked by the type of `AppLink` where the link was made.
      const address = (link.pathname + link.search + link.hash) as Route;
      travel(() => router.push(address));
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return isTravelling ? <div aria-hidden="true" className="travelling" /> : null;
}

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
