import type { Route } from "next";
import type { Day, DayRow } from "../../lib/cases/day/queries";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { LinkButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { DueBadge, type DueTexts } from "./due-badge";

export type DayPartView = {
  key: Day[number]["key"];
  label: string;
  href: `/cases?${string}`;
  n: string;
  late: string | null;
  /** The next step, as it stands on the button of each row, or of each that is late, and where it stands on the page of its case. */
  step: { label: string; hash: string; onlyLate: boolean } | null;
  more: string | null;
  rows: readonly DayRow[];
};

/** How much waits in each part of the day; what is late is loud. Each number leads to its list. */
export function DayTiles({ parts, label }: { parts: readonly DayPartView[]; label: string }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-px overflow-hidden rounded border border-line bg-line">
      {parts.map(({ key, label: name, href, n, late, rows }) => (
        <li key={key} className="min-w-[45%] flex-1 bg-raised sm:min-w-28">
          <AppLink href={href} className="grid h-full content-start gap-0.5 px-3 py-2.5 hover:bg-hover">
            <span className="text-sm text-second sm:[&:lang(en)]:min-h-[2lh]">{name}</span>
            <span className={`text-2xl leading-tight font-semibold ${rows.length === 0 ? "text-faint" : ""}`}>{n}</span>
            {late ? (
              <span className="flex items-center gap-1 text-sm text-accent">
                <Icon name="late" className="size-4" />
                {late}
              </span>
            ) : null}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

type Texts = DueTexts & { urgent: string };

/** The parts that hold something, each with those due first and the step that is next. */
export function DaySections({ parts, now, texts }: { parts: readonly DayPartView[]; now: Date; texts: Texts }) {
  return parts
    .filter(({ rows }) => rows.length > 0)
    .map((part) => (
      <section key={part.key} aria-labelledby={`part-${part.key}`} className="grid gap-2">
        <h2 id={`part-${part.key}`} className="text-lg">
          {part.label}
        </h2>
        <ol className="divide-y divide-line rounded border border-line bg-raised">
          {part.rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 hover:bg-hover">
              <AppLink
                href={`/cases/${row.id}`}
                data-row=""
                className="touch grid min-w-0 grow content-center max-sm:basis-full"
              >
                <span className="flex flex-wrap items-center gap-x-2">
                  {row.title}
                  {row.urgent ? <Badge tone="late">{texts.urgent}</Badge> : null}
                </span>
                <span className="text-sm text-second">
                  {[`№ ${row.number}`, row.areaName, row.place, row.unitName].filter(Boolean).join(" · ")}
                </span>
              </AppLink>
              <DueBadge due={row.dueAt} done={null} now={now} deferred={row.deferredAt !== null} texts={texts} />
              {part.step && isNext(part.step, row, now) ? (
                <LinkButton small href={hrefOf(row.id, part.step.hash)} className="max-sm:ms-auto print:hidden">
                  {part.step.label}
                  <span className="sr-only">{row.title}</span>
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ol>
        {part.more ? (
          <AppLink href={part.href} className="touch w-fit text-sm text-second underline underline-offset-2">
            {part.more}
          </AppLink>
        ) : null}
      </section>
    ));
}

// The address of a request with the place on its page, which the route type cannot say.
const hrefOf = (id: string, hash: string) => `/cases/${id}#${hash}` as Route;

function isNext({ onlyLate }: NonNullable<DayPartView["step"]>, { deferredAt, dueAt }: DayRow, now: Date): boolean {
  return deferredAt === null && (!onlyLate || (dueAt !== null && dueAt < now));
}
