"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** An entry of the navigation, marked where one is. */
export function NavLink({ href, className = "", children }: { href: Route; className?: string; children: ReactNode }) {
  const here = usePathname();
  const path = href.split("?")[0] ?? href;
  const current = path === "/" ? here === "/" : here === path || here.startsWith(`${path}/`);
  return (
    <Link href={href} prefetch={false} aria-current={current ? "page" : undefined} className={`nav-link ${className}`}>
      {children}
    </Link>
  );
}
