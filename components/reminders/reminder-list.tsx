import type { Reminder } from "../../lib/reminders/queries";
import { DueBadge, type DueTexts } from "../cases/due-badge";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";

type Props = {
  title: string;
  rows: readonly Reminder[];
  now: Date;
  texts: DueTexts & { urgent: string; kind: (kind: Reminder["kind"]) => string };
};

/** What is to be done, why one hears of it, and how its clock stands. */
export function ReminderList({ title, rows, now, texts }: Props) {
  if (rows.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{title}</h2>
      <ol aria-label={title} className="divide-y divide-line rounded border border-line bg-raised">
        {rows.map((row) => (
          <li key={`${row.kind} ${row.id} ${row.title} ${row.dueAt.toISOString()}`}>
            <AppLink
              href={addressOf(row)}
              data-row=""
              className="grid min-h-11 grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-hover sm:grid-cols-[6.5rem_minmax(0,1fr)_auto]"
            >
              <span className="text-sm text-second">{texts.kind(row.kind)}</span>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className={row.isNew ? "font-semibold" : ""}>{row.title}</span>
                {row.number === null ? null : <span className="text-sm text-faint">№ {row.number}</span>}
                {row.urgent ? <Badge tone="late">{texts.urgent}</Badge> : null}
              </span>
              <span className="max-sm:col-start-2 sm:justify-self-end">
                <DueBadge due={row.dueAt} done={row.doneAt} now={now} texts={texts} />
              </span>
            </AppLink>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What others offer lies outside one's own cases: it is taken or left on the page of the day. */
function addressOf({ kind, id }: Reminder) {
  switch (kind) {
    case "incoming":
      return "/today" as const;
    case "whistle":
    case "called":
      return `/cases/${id}#whistles` as const;
    case "promise":
      return `/estates/${id}#agreements` as const;
    case "task":
      return `/topics/${id}` as const;
    case "unit-task":
      return "/today#topic-tasks" as const;
    default:
      return `/cases/${id}` as const;
  }
}
