import type { OpenCall } from "../../lib/cases/whistles/queries-open";
import { DueBadge, type DueTexts } from "../cases/due-badge";
import { AppLink } from "../ui/app-link";

type Texts = DueTexts & { title: string; arrival: string; reply: string };

/** Tasks that wait for an arrival or an answer, first due first, each with the clock that runs next. */
export function OpenCalls({ rows, now, texts }: { rows: readonly OpenCall[]; now: Date; texts: Texts }) {
  if (rows.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg font-semibold">{texts.title}</h2>
      <ol aria-label={texts.title} className="divide-y divide-line rounded border border-line bg-raised">
        {rows.map((row) => (
          <li key={row.id}>
            <AppLink
              href={`/cases/${row.caseId}#whistles`}
              data-row=""
              className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 hover:bg-hover"
            >
              <span className="grid min-w-0 grow">
                <span className="font-semibold">{row.task}</span>
                <span className="text-sm text-second">{`${row.unitName} · № ${row.number} ${row.title}`}</span>
              </span>
              <span className="flex items-center gap-2">
                <span className="text-sm text-second">{row.arrivedAt ? texts.reply : texts.arrival}</span>
                <DueBadge due={row.arrivedAt ? row.dueAt : row.arriveDueAt} done={null} now={now} texts={texts} />
              </span>
            </AppLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
