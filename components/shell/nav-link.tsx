"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { AppLink } from "../ui/app-link";

/** An entry of the navigation, marked where one is. */
export function NavLink({ href, className = "", children }: { href: Route; className?: string; children: ReactNode }) {
  const here = usePathname();
  const path = href.split("?")[0] ?? href;
  const current = path === "/" ? here === "/" : here === path || here.startsWith(`${path}/`);
  return (
    <AppLink href={href} aria-current={current ? "page" : undefined} className={`nav-link ${className}`}>
      {children}
    </AppLink>
  );
}
