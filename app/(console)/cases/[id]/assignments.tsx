import { DueBadge, type DueTexts } from "@/components/cases/due-badge";
import type { Assignment } from "@/lib/cases/queries";
import { formatShortTime } from "@/lib/format";
import type { translator } from "@/lib/next/locale";

type Props = {
  assignments: Assignment[];
  now: Date;
  due: DueTexts;
  t: Awaited<ReturnType<typeof translator<"case">>>;
};

/** The units a request was given to, one after the other: when, whether each signed in time, and how its task ended. */
export function Assignments({ assignments, now, due, t }: Props) {
  if (assignments.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t("assignments")}</h2>
      <ul aria-label={t("assignments")} className="divide-y divide-line rounded border border-line bg-raised">
        {assignments.map(({ id, unitName, dispatchedAt, signDueAt, signedAt, endedAt, endReason }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5">
            <strong className="grow">{unitName}</strong>
            <span className="text-sm text-second">{t("assigned", { time: formatShortTime(dispatchedAt) })}</span>
            {signedAt || !endedAt ? (
              <span className="inline-flex items-baseline gap-2 text-sm text-second">
                {signedAt ? t("signed", { time: formatShortTime(signedAt) }) : t("clockSign")}
                {signDueAt ? <DueBadge due={signDueAt} done={signedAt} now={now} texts={due} /> : null}
              </span>
            ) : null}
            {endedAt && endReason ? (
              <span className="text-sm text-second">
                {t(`assignmentEnds.${endReason}`, { time: formatShortTime(endedAt) })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
