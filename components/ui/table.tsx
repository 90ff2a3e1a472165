import type { ComponentProps, ReactNode } from "react";

type TableProps = {
  caption: string;
  /** Read aloud only. */
  hideCaption?: boolean;
  /** On a phone each row becomes a card; for lists, not for numbers to be compared down a column. */
  stacked?: boolean;
  /** Has more columns than a laptop is wide. */
  wide?: boolean;
  children: ReactNode;
  className?: string;
};

/**
 * Rows of 36 px under a head that stays. Wider than the page, it scrolls in its own box, which takes the focus, rather
 * than squeezing Chinese into columns of single characters.
 */
export function Table({
  caption,
  hideCaption = false,
  stacked = false,
  wide = false,
  children,
  className = "",
}: TableProps) {
  const narrow = stacked ? "stacked" : "max-sm:[&_:is(td,th):not([data-numeric])]:min-w-24";
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
      className={`relative max-w-full rounded border border-line bg-raised ${wide ? "overflow-x-auto" : "max-xl:overflow-x-auto xl:[&:not(.overflow-y-auto)]:overflow-clip"} ${className}`}
    >
      <table className={`w-full border-collapse text-sm ${narrow}`}>
        <caption className={hideCaption ? "sr-only" : "px-3 pt-2 pb-1 text-start text-base font-semibold"}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

/** The same without a frame, for a panel that has one; its first column stands on the edge of the panel. */
export function BareTable({
  caption,
  hideCaption = false,
  children,
}: Omit<TableProps, "className" | "stacked" | "wide">) {
  return (
    <table className="w-full border-collapse text-sm max-sm:[&_:is(td,th)]:px-1.5 [&_td:first-child]:ps-0 [&_td:last-child]:pe-0 [&_th:first-child]:ps-0 [&_th:last-child]:pe-0">
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
type StackedProps = {
  /** What the row is about: the first line of its card. */
  lead?: boolean;
  /** The head of the column, said again in the card. */
  label?: string;
  /** Left out of the card. */
  spare?: boolean;
  /** What may be done with it: at the end of the first line. */
  action?: boolean;
};

export function Th({ numeric = false, scope = "col", className = "", ...rest }: CellProps & ComponentProps<"th">) {
  return (
    <th
      scope={scope}
      data-numeric={numeric || undefined}
      className={`h-9 px-3 py-1 align-middle ${scope === "col" ? "font-normal whitespace-nowrap text-second" : "font-semibold"} ${numeric ? "text-end" : "text-start"} ${className}`}
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

export function Td({
  numeric = false,
  lead = false,
  label,
  spare = false,
  action = false,
  className = "",
  ...rest
}: CellProps & StackedProps & ComponentProps<"td">) {
  return (
    <td
      data-numeric={numeric || undefined}
      data-lead={lead || undefined}
      data-label={label}
      data-spare={spare || undefined}
      data-action={action || undefined}
      className={`h-9 px-3 py-1 align-middle ${numeric ? "text-end whitespace-nowrap" : ""} ${className}`}
      {...rest}
    />
  );
}
