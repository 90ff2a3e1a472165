import type { CaseState } from "../../lib/cases/model";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { DueBadge, type DueTexts } from "./due-badge";

type Texts = DueTexts & {
  caption: string;
  none: string;
  noneHelp: string;
  urgent: string;
  state: (state: CaseState) => string;
};

type Line = {
  id: string;
  title: string;
  urgent: boolean;
  state: CaseState;
  closeDueAt: Date | null;
  deferredAt: Date | null;
};
type Props = {
  rows: readonly Line[];
  now: Date /** Where on the page of the request it leads. */;
  hash?: string;
  texts: Texts;
};

/** Open requests, first due first, as lines a thumb can hit. */
export function DueList({ rows, now, hash, texts }: Props) {
  if (rows.length === 0) return <EmptyState title={texts.none} text={texts.noneHelp} />;
  return (
    <ol aria-label={texts.caption} className="divide-y divide-line rounded border border-line bg-raised">
      {rows.map((row) => (
        <li key={row.id}>
          <AppLink
            href={hash ? `/cases/${row.id}#${hash}` : `/cases/${row.id}`}
            data-row=""
            className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 hover:bg-hover sm:grid sm:min-h-9 sm:grid-cols-[minmax(0,1fr)_4.5rem_10.5rem]"
          >
            <span className="flex min-w-0 grow flex-wrap items-center gap-x-2 max-sm:basis-full">
              {row.title}
              {row.urgent ? <Badge tone="late">{texts.urgent}</Badge> : null}
            </span>
            <span className="text-sm text-second">{texts.state(row.state)}</span>
            <span>
              <DueBadge due={row.closeDueAt} done={null} now={now} deferred={row.deferredAt !== null} texts={texts} />
            </span>
          </AppLink>
        </li>
      ))}
    </ol>
  );
}
