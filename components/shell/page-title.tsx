"use client";

import { createContext, type ReactNode, useContext } from "react";

const Product = createContext("");

export function ProductProvider({ name, children }: { name: string; children: ReactNode }) {
  return <Product value={name}>{children}</Product>;
}

/** What a tab, a bookmark, the history and a printed file call a page: its own name first. */
export function PageTitle({ of }: { of: string }) {
  const product = useContext(Product);
  return <title>{`${of} · ${product}`}</title>;
}
