import { AppLink } from "../ui/app-link";

export type TimelineEntry = {
  id: string;
  title: string;
  time: string;
  by: string;
  lines: string[];
  /** The other request it happened to, that is told of here. */
  of: { id: string; label: string } | null;
};

/** What happened, oldest first: what, who under which role, when, why. */
export function CaseTimeline({ label, entries }: { label: string; entries: TimelineEntry[] }) {
  return (
    <ol aria-label={label} className="grid">
      {entries.map(({ id, title, time, by, lines, of }) => (
        <li key={id} className="relative border-s border-line ps-4 pb-4 last:border-transparent last:pb-0">
          <span
            aria-hidden
            className={`absolute -start-[4.5px] top-[0.6em] size-2 rounded-full ${of ? "border border-edge bg-paper" : "bg-edge"}`}
          />
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <strong>{title}</strong>
            <span className="text-sm text-second">
              {time} · {by}
            </span>
          </p>
          {of ? (
            <AppLink href={`/cases/${of.id}`} className="text-sm text-second underline underline-offset-2">
              {of.label}
            </AppLink>
          ) : null}
          {lines.map((line) => (
            <p key={line} className="whitespace-pre-line break-words">
              {line}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
