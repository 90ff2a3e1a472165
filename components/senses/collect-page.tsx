import type { Messages } from "use-intl/core";
import type { FormAction } from "../../lib/form-state";
import { formatDateTime, formatDay, formatNumber, type Locale } from "../../lib/format";
import type { Progress } from "../../lib/senses/queries-collect";
import { type Words, wordsOf } from "../board/words";
import { AppLink } from "../ui/app-link";
import { buttonClass, LinkButton } from "../ui/button";
import { FieldForm } from "../ui/field-form";
import { PageHead } from "../ui/page-head";
import { Stat } from "../ui/stat";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { Batches, HandOut } from "./batches";
import { printTens, RoundBadge } from "./round-state";

type CollectPageProps = {
  progress: Progress;
  close: FormAction | null;
  publish: FormAction | null;
  /** How many answers in words wait for the actor; null for whoever reviews none, or before the round is closed. */
  waiting: number | null;
  /** For whoever hands out sheets. */
  revoke: FormAction | null;
  locale: Locale;
  messages: Messages;
};

/** A round while it is asked: how many answered, in tens, and what is to be done next. */
export function CollectPage({ progress, close, publish, waiting, revoke, locale, messages }: CollectPageProps) {
  const words = wordsOf(locale, messages);
  const { t } = words;
  const { round, answers } = progress;
  const hands = round.state === "published" ? null : revoke;
  const next = <NextStep round={round} close={close} publish={publish} words={words} />;
  return (
    <article className="grid gap-5">
      <CollectHead round={round} words={words} />
      <section aria-label={t("round.answers")} className="rounded border border-line bg-raised p-4">
        <Stat label={t("round.answers")} value={printTens(words, answers)} note={t("round.tensNote")} />
      </section>
      {round.state === "open" ? null : next}
      {waiting === null ? null : (
        <p>
          <AppLink href={`/senses/${round.id}/texts`} className={buttonClass()}>
            {t("text.reviewWaiting", { n: formatNumber(words.locale, waiting) })}
          </AppLink>
        </p>
      )}
      {hands ? <HandOut progress={progress} words={words} /> : null}
      <Communities progress={progress} words={words} />
      {hands ? <Batches progress={progress} revoke={hands} words={words} /> : null}
      {round.state === "open" ? next : null}
      <History progress={progress} labels={messages.audit.actions} words={words} />
    </article>
  );
}

function CollectHead({ round, words }: { round: Progress["round"]; words: Words }) {
  const { t, locale } = words;
  const span = t("senses.span", { from: formatDay(locale, round.opensOn), to: formatDay(locale, round.closesOn) });
  return (
    <PageHead
      title={`${round.areaName ?? t("round.above")} · ${round.name}`}
      note={`${t(`senses.mode.${round.mode}`)} · ${span}`}
    >
      <RoundBadge state={round.state} words={words} />
      <LinkButton small tone="quiet" href={round.areaName ? `/senses?area=${round.areaId}` : "/senses"}>
        {t("round.all")}
      </LinkButton>
    </PageHead>
  );
}

type StepProps = Pick<CollectPageProps, "close" | "publish"> & { round: Progress["round"]; words: Words };

/** The one thing that brings the round on: to close it, to publish it, to read it. */
function NextStep({ round, close, publish, words: { t } }: StepProps) {
  if (round.state === "published")
    return (
      <p>
        <LinkButton tone="primary" href={`/senses?round=${round.id}${round.areaName ? `&area=${round.areaId}` : ""}`}>
          {t("round.seeResults")}
        </LinkButton>
      </p>
    );
  if (round.state === "closed")
    return publish ? (
      <Step action={publish} id={round.id} lead={t("round.publishLead")} submit={t("round.publish")} t={t} />
    ) : (
      <p className="text-second">{t("round.publishOther")}</p>
    );
  if (!close || round.state === "planned") return null;
  return (
    <Step
      action={close}
      id={round.id}
      lead={t("round.closeLead")}
      submit={t("round.close")}
      t={t}
      tone={round.state === "due" ? "primary" : "plain"}
    />
  );
}

type OneStep = {
  action: FormAction;
  id: string;
  lead: string;
  submit: string;
  t: Words["t"];
  tone?: "primary" | "plain";
};

function Step({ action, id, lead, submit, t, tone = "primary" }: OneStep) {
  return (
    <section aria-label={submit} className="grid gap-2 print:hidden">
      <p className="text-second">{lead}</p>
      <FieldForm
        key={submit}
        action={action}
        hidden={{ id }}
        fields={[]}
        tone={tone}
        texts={{ submit, pending: t("round.pending") }}
      />
    </section>
  );
}

function Communities({ progress: { round, communities }, words }: { progress: Progress; words: Words }) {
  const { t, locale } = words;
  if (communities.length === 0) return null;
  return (
    <Table caption={t("round.progress")}>
      <TableHead>
        <Th>{t("round.community")}</Th>
        <Th numeric>{t("round.answers")}</Th>
        <Th numeric>{t("round.wanted")}</Th>
        {round.target === null ? null : (
          <Th className="w-2/5 max-sm:hidden">
            <span className="sr-only">{t("round.progress")}</span>
          </Th>
        )}
      </TableHead>
      <tbody>
        {communities.map(({ id, name, answers }) => (
          <Tr key={id}>
            <Th scope="row" className="font-normal!">
              {name}
            </Th>
            <Td numeric>{printTens(words, answers)}</Td>
            <Td numeric>{round.target === null ? "–" : formatNumber(locale, round.target)}</Td>
            {round.target === null ? null : (
              <Td className="max-sm:hidden">
                <TargetBar share={answers / round.target} />
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The numbers stand beside it. */
function TargetBar({ share }: { share: number }) {
  return (
    <div aria-hidden="true" className="h-2 max-w-md bg-line">
      <div className={`h-2 ${share >= 1 ? "bg-good" : "bg-edge"}`} style={{ width: `${Math.min(1, share) * 100}%` }} />
    </div>
  );
}

type HistoryProps = { progress: Progress; labels: Record<string, string>; words: Words };

function History({ progress: { history }, labels, words: { t, locale } }: HistoryProps) {
  if (history.length === 0) return null;
  return (
    <section className="grid gap-1 text-sm">
      <h2 className="text-base font-semibold">{t("round.history")}</h2>
      <ol className="grid gap-0.5">
        {history.map(({ id, action, by, at }) => (
          <li key={id} className="text-second">
            {formatDateTime(locale, at)} · {by} · {labels[action.replace(".", "_")] ?? action}
          </li>
        ))}
      </ol>
    </section>
  );
}
