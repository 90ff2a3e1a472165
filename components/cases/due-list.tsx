import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { DueBadge, type DueTexts } from "./due-badge";

type Texts<L> = DueTexts & {
  caption: string;
  none: string;
  noneHelp: string;
  urgent: string;
  /** How it stands, in a word. */
  standing: (row: L) => string;
  /** What else is to be known of it. */
  more?: (row: L) => string | null;
};

type Line = {
  id: string;
  number: number;
  title: string;
  areaName: string | null;
  urgent: boolean;
  closeDueAt: Date | null;
  deferredAt: Date | null;
};
type Props<L extends Line> = {
  rows: readonly L[];
  now: Date /** Where on the page of the request it leads. */;
  hash?: string;
  texts: Texts<L>;
};

/** Open requests, first due first, as lines a thumb can hit. */
export function DueList<L extends Line>({ rows, now, hash, texts }: Props<L>) {
  if (rows.length === 0) return <EmptyState title={texts.none} text={texts.noneHelp} />;
  return (
    <ol aria-label={texts.caption} className="divide-y divide-line rounded border border-line bg-raised">
      {rows.map((row) => (
        <li key={row.id}>
          <AppLink
            href={hash ? `/cases/${row.id}#${hash}` : `/cases/${row.id}`}
            data-row=""
            className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 hover:bg-hover sm:grid sm:grid-cols-[minmax(0,1fr)_9rem_10.5rem]"
          >
            <span className="grid min-w-0 grow max-sm:basis-full">
              <span className="flex flex-wrap items-center gap-x-2">
                {row.title}
                {row.urgent ? <Badge tone="late">{texts.urgent}</Badge> : null}
              </span>
              <span className="text-sm text-second">
                {[`№ ${row.number}`, row.areaName, texts.more?.(row)].filter(Boolean).join(" · ")}
              </span>
            </span>
            <span className="text-sm text-second">{texts.standing(row)}</span>
            <span className="sm:justify-self-end">
              <DueBadge due={row.closeDueAt} done={null} now={now} deferred={row.deferredAt !== null} texts={texts} />
            </span>
          </AppLink>
        </li>
      ))}
    </ol>
  );
}
