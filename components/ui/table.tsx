import type { ComponentProps, ReactNode } from "react";

type TableProps = {
  caption: string;
  /** Read aloud only. */
  hideCaption?: boolean;
  children: ReactNode;
  className?: string;
};

/**
 * Rows of 36 px under a head that stays. Wider than the page, it scrolls in its own box, which takes the focus, rather
 * than squeezing Chinese into columns of single characters.
 */
export function Table({ caption, hideCaption = false, children, className = "" }: TableProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
      className={`relative max-w-full rounded border border-line bg-raised max-lg:overflow-x-auto ${className}`}
    >
      <table className="w-full border-collapse text-sm max-sm:[&_:is(td,th):not([data-numeric])]:min-w-24">
        <caption className={hideCaption ? "sr-only" : "px-3 pt-2 pb-1 text-start text-base font-semibold"}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

/** The same without a frame, for a panel that has one; its first column stands on the edge of the panel. */
export function BareTable({ caption, hideCaption = false, children }: Omit<TableProps, "className">) {
  return (
    <table className="w-full border-collapse text-sm [&_td:first-child]:ps-0 [&_td:last-child]:pe-0 [&_th:first-child]:ps-0 [&_th:last-child]:pe-0">
      <caption className={hideCaption ? "sr-only" : "pt-2 pb-1 text-start text-base font-semibold"}>{caption}</caption>
      {children}
    </table>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-10 bg-raised shadow-[inset_0_-1px_0_var(--line)]">
      <tr>{children}</tr>
    </thead>
  );
}

type CellProps = { /** Numbers stand to the right. */ numeric?: boolean };

export function Th({ numeric = false, scope = "col", className = "", ...rest }: CellProps & ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      data-numeric={numeric || undefined}
      className={`h-9 px-3 py-1 align-middle font-semibold ${scope === "col" ? "whitespace-nowrap text-second" : ""} ${numeric ? "text-end" : "text-start"} ${className}`}
      {...rest}
    />
  );
}

export function Tr({ className = "", ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      className={`relative border-t border-line first:border-t-0 focus-within:bg-hover hover:bg-hover ${className}`}
      {...rest}
    />
  );
}

export function Td({ numeric = false, className = "", ...rest }: CellProps & ComponentProps<"td">) {
  return (
    <td
      data-numeric={numeric || undefined}
      className={`h-9 px-3 py-1 align-middle ${numeric ? "text-end whitespace-nowrap" : ""} ${className}`}
      {...rest}
    />
  );
}
