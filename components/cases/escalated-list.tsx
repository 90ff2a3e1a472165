import type { Escalated } from "../../lib/escalation/queries";
import type { translator } from "../../lib/next/locale";
import { AppLink } from "../ui/app-link";
import { DueBadge, type DueTexts } from "./due-badge";
import { toldWords } from "./escalation-words";

type Props = {
  rows: readonly Escalated[];
  now: Date;
  due: DueTexts;
  t: Awaited<ReturnType<typeof translator<"escalation">>>;
};

/** What the rules brought before whom, and is still not done. */
export function EscalatedList({ rows, now, due, t }: Props) {
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t("list")}</h2>
      {rows.length === 0 ? <p className="text-second">{t("noneEscalated")}</p> : null}
      <ul className="divide-y divide-line rounded border border-line bg-raised empty:hidden">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <AppLink href={`/cases/${row.id}`} data-row="" className="font-semibold hover:underline">
              {row.title}
            </AppLink>
            <span className="grow text-second">
              {toldWords({ ...row, toName: row.toName ?? t("above") }, t)}
              {row.times > 1 ? ` · ${t("times", { n: row.times })}` : ""}
            </span>
            <DueBadge due={row.dueAt} done={null} now={now} texts={due} />
          </li>
        ))}
      </ul>
    </section>
  );
}
