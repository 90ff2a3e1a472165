import type { ComponentProps, ReactNode } from "react";
import { AppLink } from "./app-link";
import { Icon } from "./icon";

type Href = ComponentProps<typeof AppLink>["href"];

/** A row of choices that are links: one is the state of the page. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      aria-label={label}
      className="flex items-center gap-1.5 max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-1.5 md:flex-wrap print:hidden"
    >
      {children}
    </nav>
  );
}

/** A filter as a link; the chosen one is marked and, with `clear`, leads back out. */
export function Chip({
  href,
  chosen = false,
  count,
  clear,
  children,
}: {
  href: Href;
  chosen?: boolean;
  count?: ReactNode;
  clear?: string;
  children: ReactNode;
}) {
  const look = chosen
    ? "border-ink bg-ink text-paper"
    : "border-line bg-raised text-second hover:border-edge hover:text-ink";
  return (
    <AppLink
      href={href}
      aria-current={chosen ? "true" : undefined}
      className={`relative inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap before:absolute before:-inset-x-0.5 before:-inset-y-1.5 ${look}`}
    >
      {children}
      {count === undefined ? null : <span className={chosen ? "opacity-80" : "text-faint"}>{count}</span>}
      {clear ? (
        <>
          <Icon name="cross" className="size-3.5" />
          <span className="sr-only">{clear}</span>
        </>
      ) : null}
    </AppLink>
  );
}

/** Two or three ways to see the same thing, side by side as one control. */
export function Segments({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      aria-label={label}
      className="inline-flex h-8 items-stretch rounded border border-edge bg-raised text-sm max-md:h-11"
    >
      {children}
    </nav>
  );
}

export function Segment({ href, chosen = false, children }: { href: Href; chosen?: boolean; children: ReactNode }) {
  return (
    <AppLink
      href={href}
      aria-current={chosen ? "true" : undefined}
      className={`inline-flex items-center border-s border-edge px-2.5 whitespace-nowrap first:rounded-s-[5px] first:border-s-0 last:rounded-e-[5px] max-md:min-w-11 max-md:justify-center ${chosen ? "bg-ink text-paper" : "text-second hover:bg-hover hover:text-ink"}`}
    >
      {children}
    </AppLink>
  );
}
