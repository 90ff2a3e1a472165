import type { ReactNode } from "react";
import { Icon } from "../ui/icon";

type ChartFigureProps = {
  title: ReactNode;
  /** The level of the title below the headings around it. */
  heading?: "h2" | "h3";
  /** A line under the title: what is drawn and how. */
  note?: ReactNode;
  /** The same numbers as a table, and the words that open it. */
  table?: { open: string; children: ReactNode };
  /** The id of what has the same numbers as a table, where that stands beside it. */
  tableIn?: string;
  children: ReactNode;
};

/** A chart with its title and the same numbers as a table one key away. */
export function ChartFigure({ title, heading: Heading = "h3", note, table, tableIn, children }: ChartFigureProps) {
  return (
    <figure aria-describedby={tableIn} className="grid content-start gap-2">
      <figcaption className="grid gap-0.5">
        <Heading className="text-base">{title}</Heading>
        {note ? <p className="text-sm text-second">{note}</p> : null}
      </figcaption>
      {children}
      {table ? (
        <details className="group min-w-0 print:hidden">
          <summary className="touch inline-flex items-center gap-1 text-sm text-second hover:text-ink">
            <Icon name="open" className="size-4 group-open:rotate-180" />
            {table.open}
          </summary>
          <div className="pt-2">{table.children}</div>
        </details>
      ) : null}
    </figure>
  );
}
