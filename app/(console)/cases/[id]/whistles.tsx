import { DueBadge, type DueTexts } from "@/components/cases/due-badge";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { type Actor, can } from "@/lib/access/model";
import type { CaseDetail } from "@/lib/cases/queries";
import { isOpenWhistle, whistleOutcomes } from "@/lib/cases/whistles/model";
import type { Whistle } from "@/lib/cases/whistles/queries";
import { formatShortTime } from "@/lib/format";
import type { translator } from "@/lib/next/locale";
import { answerCall, arrive, meet } from "../actions";

type Words = Awaited<ReturnType<typeof translator<"case">>>;
type Props = {
  current: CaseDetail["current"];
  whistles: Whistle[];
  actor: Actor;
  now: Date;
  due: DueTexts;
  t: Words;
};

/** The units that were called to a case, each with its task and clocks; the form of the next step stands with it. */
export function Whistles({ current, whistles, actor, now, due, t }: Props) {
  if (whistles.length === 0) return null;
  const open = whistles.filter(isOpenWhistle).length;
  return (
    <section id="whistles" className="grid gap-3">
      <h2 className="text-lg font-semibold">{t("whistle.title")}</h2>
      <p className="text-second">{t("whistle.lead")}</p>
      {open > 0 && actor.unitId === null ? <Notice tone="soon">{t("whistle.open", { n: open })}</Notice> : null}
      {whistles.map((whistle) => (
        <article
          key={whistle.id}
          aria-label={whistle.unitName}
          className="grid gap-3 rounded border border-line bg-raised px-4 py-3"
        >
          <Task whistle={whistle} now={now} due={due} t={t} />
          {isOpenWhistle(whistle) && mayAnswer(actor, whistle) ? (
            <NextForm caseId={current.id} whistle={whistle} t={t} />
          ) : null}
        </article>
      ))}
      {can(actor, "case.whistle") ? (
        <Fold label={t("whistle.meeting")}>
          <FieldForm
            action={meet}
            hidden={{ id: current.id }}
            fields={[
              {
                kind: "area",
                name: "note",
                label: t("whistle.meetingNote"),
                help: t("whistle.meetingHelp"),
                maxLength: 2000,
              },
            ]}
            texts={{ submit: t("whistle.keepMeeting"), pending: t("pending"), done: t("done") }}
            tone="plain"
          />
        </Fold>
      ) : null}
    </section>
  );
}

const mayAnswer = (actor: Actor, { unitId }: Whistle) =>
  can(actor, "case.answer-whistle") && (actor.unitId === null || actor.unitId === unitId);

function Task({ whistle, now, due, t }: { whistle: Whistle; now: Date; due: DueTexts; t: Words }) {
  const { unitName, task, calledName, calledAt, endReason, endNote } = whistle;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <strong>{unitName}</strong>
        <span className="text-sm text-second">
          {t("whistle.by", { name: calledName, time: formatShortTime(calledAt) })}
        </span>
      </p>
      <p className="whitespace-pre-line break-words">{task}</p>
      {endReason === "withdrawn" ? null : <Clocks whistle={whistle} now={now} due={due} t={t} />}
      {whistle.dueProvisional && isOpenWhistle(whistle) ? (
        <p className="text-sm text-soon">{t("provisional")}</p>
      ) : null}
      {whistle.arrivedAt && whistle.arrivedName ? (
        <p className="text-sm text-second">
          {t("whistle.came", { name: whistle.arrivedName, time: formatShortTime(whistle.arrivedAt) })}
        </p>
      ) : null}
      {whistle.answer && whistle.outcome ? (
        <p className="whitespace-pre-line break-words">
          {t("whistle.answered", {
            name: whistle.answeredName ?? "",
            outcome: t(`whistle.outcomes.${whistle.outcome}`),
            answer: whistle.answer,
          })}
        </p>
      ) : null}
      {endReason ? <p className="text-second">{t(`whistle.${endReason}`, { why: endNote ?? "" })}</p> : null}
    </>
  );
}

/** What ended with the case stopped its clocks then. */
function Clocks({ whistle, now, due, t }: { whistle: Whistle; now: Date; due: DueTexts; t: Words }) {
  const at = whistle.endedAt ?? now;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      <div className="flex items-baseline gap-2">
        <dt className="text-sm text-second">{t("whistle.arrival")}</dt>
        <dd>
          <DueBadge due={whistle.arriveDueAt} done={whistle.arrivedAt} now={at} texts={due} />
        </dd>
      </div>
      <div className="flex items-baseline gap-2">
        <dt className="text-sm text-second">{t("whistle.reply")}</dt>
        <dd>
          <DueBadge due={whistle.dueAt} done={whistle.answeredAt} now={at} texts={due} />
        </dd>
      </div>
    </dl>
  );
}

/** First that it came, then what came of it. */
function NextForm({ caseId, whistle, t }: { caseId: string; whistle: Whistle; t: Words }) {
  const hidden = { id: caseId, whistle: whistle.id };
  const texts = { pending: t("pending"), done: t("done") };
  if (whistle.arrivedAt === null)
    return <FieldForm action={arrive} hidden={hidden} fields={[]} texts={{ ...texts, submit: t("whistle.arrive") }} />;
  return (
    <FieldForm
      action={answerCall}
      hidden={hidden}
      fields={[
        {
          kind: "radios",
          name: "outcome",
          label: t("whistle.outcome"),
          options: whistleOutcomes.map((value) => ({ value, label: t(`whistle.outcomes.${value}`) })),
        },
        { kind: "area", name: "answer", label: t("whistle.answer"), help: t("whistle.answerHelp"), maxLength: 1000 },
      ]}
      texts={{ ...texts, submit: t("whistle.send") }}
    />
  );
}
