import { DueBadge, type DueTexts } from "@/components/cases/due-badge";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { type Actor, can } from "@/lib/access/model";
import { localDay, nextDay } from "@/lib/calendar/zone";
import type { CaseDetail } from "@/lib/cases/queries";
import type { Urge } from "@/lib/cases/urges/queries";
import type { translator } from "@/lib/next/locale";
import { answer, urge } from "../../supervision/actions";

type Props = {
  current: CaseDetail["current"];
  urges: Urge[];
  actor: Actor;
  now: Date;
  due: DueTexts;
  t: Awaited<ReturnType<typeof translator<"case">>>;
};

/** What was pressed for, with the answer or the form for one; below it a way to press. */
export function Urges({ current, urges, actor, now, due, t }: Props) {
  const isElsewhere = actor.unitId !== null && actor.unitId !== current.unitId;
  const mayAnswer = can(actor, "case.answer-urge") && !isElsewhere;
  const waits = urges.some(({ answeredAt }) => answeredAt === null);
  const mayUrge = can(actor, "case.urge") && current.closedAt === null && !waits;
  if (urges.length === 0 && !mayUrge) return null;
  return (
    <section id="urges" className="grid scroll-mt-32 gap-2">
      <h2 className="text-lg">{t("urges.title")}</h2>
      {urges.map((one) => (
        <div key={one.id} className="grid gap-2 rounded border border-line bg-raised px-4 py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span>{t("urges.by", { name: one.urgedName, reason: one.reason })}</span>
            <DueBadge due={one.dueAt} done={one.answeredAt} now={now} texts={due} />
          </p>
          {one.answer ? <p>{t("urges.answered", { name: one.answeredName ?? "", answer: one.answer })}</p> : null}
          {one.answeredAt === null && mayAnswer && one.urgedBy !== actor.accountId ? (
            <FieldForm
              action={answer}
              hidden={{ id: current.id, urge: one.id }}
              fields={[{ kind: "area", name: "answer", label: t("urges.answer"), maxLength: 1000 }]}
              texts={{ submit: t("urges.send"), pending: t("pending"), done: t("done") }}
            />
          ) : null}
        </div>
      ))}
      {mayUrge ? (
        <Fold id="urge" label={t("urges.urge")}>
          <FieldForm
            action={urge}
            hidden={{ id: current.id }}
            fields={[
              { kind: "text", name: "reason", label: t("urges.reason"), maxLength: 500 },
              { kind: "date", name: "dueOn", label: t("urges.due"), value: nextDay(localDay(now)) },
            ]}
            texts={{ submit: t("urges.urge"), pending: t("pending"), done: t("done") }}
          />
        </Fold>
      ) : null}
    </section>
  );
}
