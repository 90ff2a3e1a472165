"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Where a form in the frame leads back to: the page it was sent from. The frame itself stays when the page changes. */
export function BackField() {
  const query = useSearchParams().toString();
  const path = usePathname();
  return <input type="hidden" name="back" value={query ? `${path}?${query}` : path} />;
}
