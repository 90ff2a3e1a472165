import { DueBadge, type DueTexts } from "@/components/cases/due-badge";
import { replyField } from "@/components/cases/step-fields";
import { ReplyAid, type ReplyAidTexts } from "@/components/replies/reply-aid";
import { FieldForm } from "@/components/ui/field-form";
import { type Actor, can } from "@/lib/access/model";
import { localDay } from "@/lib/calendar/zone";
import { decidePermission } from "@/lib/cases/model";
import type { CaseDetail } from "@/lib/cases/queries";
import type { CaseRequest } from "@/lib/cases/requests/queries";
import { formatDay, formatShortTime, type Locale } from "@/lib/format";
import type { translator } from "@/lib/next/locale";
import { fitting } from "@/lib/replies/queries";
import { decide } from "../actions";
import { ReceiveForm } from "../receive-form";
import type { ReplyChoices } from "./choices";

type Words = Awaited<ReturnType<typeof translator<"case">>>;

type Props = {
  waiting: CaseRequest[];
  current: CaseDetail["current"];
  actor: Actor;
  now: Date;
  choices: ReplyChoices;
  due: DueTexts;
  aid: ReplyAidTexts;
  locale: Locale;
  t: Words;
};

/** What waits to be decided, with its clock; the form stands before who may decide and has not asked. */
export function Requests({ waiting, current, actor, now, choices, due, aid, locale, t }: Props) {
  if (waiting.length === 0) return null;
  return (
    <section id="requests" className="grid gap-2 scroll-mt-32">
      <h2 className="text-lg">{t("requests")}</h2>
      {waiting.map((request) => (
        <article
          key={request.id}
          aria-label={t(`request.${request.kind}`)}
          className="grid gap-3 rounded border border-line bg-raised px-4 py-3"
        >
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <strong>
              {t(`request.${request.kind}`)}
              {request.until ? ` ${t("until", { day: formatDay(locale, localDay(request.until)) })}` : null}
              {request.validity ? ` ${t("takenAs", { validity: t(`validities.${request.validity}`) })}` : null}
            </strong>
            <DueBadge due={request.dueAt} done={null} now={now} texts={due} />
            <span className="text-sm text-second">
              {t("askedBy", { name: request.askedName, time: formatShortTime(request.askedAt) })}
            </span>
          </p>
          {request.dueProvisional ? <p className="text-sm text-soon">{t("provisional")}</p> : null}
          <p className="whitespace-pre-line break-words">{request.reason || t("askedByPerson")}</p>
          {request.kind === "transfer" ? (
            <TransferAnswer request={request} actor={actor} now={now} t={t} />
          ) : mayDecide(actor, request) ? (
            <Decision request={request} current={current} choices={choices} aid={aid} t={t} />
          ) : (
            <p className="text-sm text-second">{t("waitsForAnother")}</p>
          )}
        </article>
      ))}
    </section>
  );
}

type DecisionProps = Pick<Props, "current" | "choices" | "aid" | "t"> & { request: CaseRequest };

/** Yes or no; where a yes ends the case, with what the resident will read. */
function Decision({ request, current, choices, aid, t }: DecisionProps) {
  const ends = request.kind === "void";
  const words = (key: string) => t(key as never);
  return (
    <FieldForm
      key={current.version}
      action={decide}
      hidden={{ id: current.id, version: String(current.version), request: request.id }}
      fields={[
        {
          kind: "radios",
          name: "outcome",
          label: t("decision"),
          options: (["granted", "refused"] as const).map((value) => ({ value, label: t(`decisions.${value}`) })),
        },
        { kind: "text", name: "note", label: t("decideNote"), optional: t("ifRefused"), maxLength: 1000 },
        ...(ends ? [{ ...replyField(words), optional: t("ifGranted") }] : []),
      ]}
      texts={{ submit: t("decide"), pending: t("pending"), done: t("done") }}
    >
      {ends ? (
        <ReplyAid
          field="publicReply"
          templates={fitting(choices.templates, "decline", current).map(({ id, name, body }) => ({ id, name, body }))}
          values={choices.values}
          texts={aid}
        />
      ) : null}
    </FieldForm>
  );
}

/** Whether something waits here for the word of who looks at it. */
export const isToDecide = (actor: Actor, waiting: CaseRequest[]) =>
  waiting.some((request) => request.kind !== "transfer" && mayDecide(actor, request));

const mayDecide = (actor: Actor, { kind, askedBy }: CaseRequest) =>
  askedBy !== actor.accountId && can(actor, decidePermission[kind]);

type AnswerProps = { request: CaseRequest; actor: Actor; now: Date; t: Words };

/** Only the area that was asked answers; who works for both may do so here. */
function TransferAnswer({ request, actor, now, t }: AnswerProps) {
  const { id, caseId, toAreaId, toPos, toName, dueAt } = request;
  const area = toName ?? "";
  if (dueAt < now) return <p className="text-sm text-second">{t("lapsed", { area })}</p>;
  const isTheirs = toPos !== null && toPos >= actor.pos && toPos <= actor.last;
  if (!isTheirs || !toAreaId || !mayDecide(actor, request))
    return <p className="text-sm text-second">{t("waitsForArea", { area })}</p>;
  return <ReceiveForm caseId={caseId} request={id} areaId={toAreaId} t={t} />;
}
