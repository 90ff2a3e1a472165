import { DueBadge } from "@/components/cases/due-badge";
import { Badge } from "@/components/ui/badge";
import type { Actor } from "@/lib/access/model";
import type { Incoming } from "@/lib/cases/requests/queries-transfers";
import { formatShortTime } from "@/lib/format";
import { translator } from "@/lib/next/locale";
import { ReceiveForm } from "./receive-form";
import { dueTexts } from "./texts";

/** What other areas would hand over, each with the time left to answer. */
export async function IncomingCases({ rows, actor, now }: { rows: Incoming[]; actor: Actor; now: Date }) {
  const [t, due] = await Promise.all([translator("case"), dueTexts()]);
  if (rows.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t("incoming")}</h2>
      {rows.map((row) => (
        <article
          key={row.request}
          aria-label={row.title}
          className="grid gap-3 rounded border border-line bg-raised px-4 py-3"
        >
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <strong className="break-words">{row.title}</strong>
            {row.urgent ? <Badge tone="late">{t("urgentMark")}</Badge> : null}
            <DueBadge due={row.dueAt} done={null} now={now} texts={due} />
          </p>
          <p className="text-sm text-second">
            {[`№ ${row.number}`, t("incomingFrom", { from: row.fromName, to: row.toName }), row.place]
              .filter(Boolean)
              .join(" · ")}
            {" · "}
            {t("askedBy", { name: row.askedName, time: formatShortTime(row.askedAt) })}
          </p>
          <p className="whitespace-pre-line break-words">{row.reason}</p>
          {row.askedBy === actor.accountId ? (
            <p className="text-sm text-second">{t("waitsForAnother")}</p>
          ) : (
            <ReceiveForm caseId={row.caseId} request={row.request} areaId={row.areaId} t={t} />
          )}
        </article>
      ))}
    </section>
  );
}
