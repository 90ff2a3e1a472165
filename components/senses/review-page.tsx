import type { Route } from "next";
import type { ReactNode } from "react";
import type { Messages } from "use-intl/core";
import type { FormAction } from "../../lib/form-state";
import { formatNumber, type Locale } from "../../lib/format";
import { inLanguage, mostWords } from "../../lib/senses/items";
import { rejectReasons } from "../../lib/senses/texts/model";
import type { Review, TextRow } from "../../lib/senses/texts/queries";
import { type Words, wordsOf } from "../board/words";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { buttonClass } from "../ui/button";
import { Chip, Chips } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { FieldForm } from "../ui/field-form";
import { Notice } from "../ui/notice";
import { PageHead } from "../ui/page-head";
import { Pager } from "../ui/pager";

type ReviewPageProps = {
  review: Review;
  /** Why nothing is decided here now; null where it is. */
  closed: string | null;
  threshold: number;
  approve: FormAction;
  reject: FormAction;
  locale: Locale;
  messages: Messages;
};

/** What was said in words, one by one in an order that says nothing, to be let through, shortened or kept back. */
export function ReviewPage({ review, closed, threshold, approve, reject, locale, messages }: ReviewPageProps) {
  const words = wordsOf(locale, messages);
  const { t } = words;
  const { round, state, rows, tally } = review;
  return (
    <article className="grid gap-4">
      <PageHead title={t("text.title")} note={round.name}>
        <AppLink href={`/senses/${round.id}`} className={buttonClass("quiet", true)}>
          {t("text.back")}
        </AppLink>
      </PageHead>
      {closed ? <Notice title={closed} /> : <ReviewHead review={review} threshold={threshold} words={words} />}
      {closed === null && rows.length === 0 ? (
        <EmptyState title={t(`text.none.${state}`)} text={tally.approved === 0 ? t("text.noneText") : undefined} />
      ) : null}
      <ol className="grid max-w-3xl gap-3">
        {rows.map((row) => (
          <li key={row.id} className="grid gap-1 rounded border border-line bg-raised px-4 py-3">
            <TextCard row={row} review={review} approve={approve} reject={reject} words={words} />
          </li>
        ))}
      </ol>
      <Pager
        label={t("text.pages")}
        older={review.next ? address(review, { state, after: review.next }) : null}
        newer={null}
        olderText={t("text.next")}
        newerText={t("text.first")}
      />
    </article>
  );
}

// A path that stands, with a query; typed routes check only the path.
const address = ({ round }: Review, asked: Record<string, string>) =>
  `/senses/${round.id}/texts?${new URLSearchParams(asked)}` as Route;

function ReviewHead({ review, threshold, words }: { review: Review; threshold: number; words: Words }) {
  const { t, locale } = words;
  const { state, tally } = review;
  const few =
    tally.few < 10
      ? t("text.fewUnder", { least: threshold })
      : t("text.few", { n: formatNumber(locale, tally.few), least: threshold });
  return (
    <>
      <p className="max-w-3xl text-second">{t("text.lead")}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Chips label={t("text.tabs")}>
          {(["waiting", "approved"] as const).map((each) => (
            <Chip
              key={each}
              href={address(review, { state: each })}
              chosen={each === state}
              count={formatNumber(locale, tally[each])}
            >
              {t(`text.states.${each}`)}
            </Chip>
          ))}
        </Chips>
        <p className="text-sm text-second">
          {t("text.stateCount", { state: t("text.states.rejected"), n: formatNumber(locale, tally.rejected) })}
        </p>
      </div>
      {tally.hasFew ? (
        <p className="text-sm text-second" data-testid="few-texts">
          {few}
        </p>
      ) : null}
    </>
  );
}

type CardProps = { row: TextRow; review: Review; approve: FormAction; reject: FormAction; words: Words };

function TextCard({ row, review: { round, state }, approve, reject, words: { t, locale } }: CardProps) {
  const hidden = { roundId: round.id, id: row.id };
  const pending = t("text.pending");
  return (
    <>
      <p className="text-sm text-second">{inLanguage(row.labels, locale) ?? row.code}</p>
      <blockquote className="text-lg whitespace-pre-line">
        {row.words} {row.edited ? <Badge>{t("text.edited")}</Badge> : null}
      </blockquote>
      <div className="flex flex-wrap items-start gap-x-5 gap-y-2 pt-1">
        {state === "waiting" ? (
          <FieldForm
            action={approve}
            hidden={{ ...hidden, words: row.words }}
            fields={[]}
            tone="plain"
            texts={{ submit: t("text.approve"), pending }}
          />
        ) : null}
        {state === "waiting" ? (
          <Choice label={t("text.edit")}>
            <FieldForm
              action={approve}
              hidden={hidden}
              fields={[
                {
                  kind: "area",
                  name: "words",
                  label: t("text.words"),
                  help: t("text.wordsHelp"),
                  value: row.words,
                  maxLength: mostWords,
                },
              ]}
              texts={{ submit: t("text.editSubmit"), pending }}
            />
          </Choice>
        ) : null}
        <Choice label={t(state === "approved" ? "text.rejectApproved" : "text.reject")}>
          <FieldForm
            action={reject}
            hidden={hidden}
            fields={[
              {
                kind: "radios",
                name: "reason",
                label: t("text.reason"),
                help: t("text.rejectLead"),
                options: rejectReasons.map((value) => ({ value, label: t(`text.reasons.${value}`) })),
              },
            ]}
            tone="plain"
            texts={{ submit: t("text.rejectSubmit"), pending }}
          />
        </Choice>
      </div>
    </>
  );
}

/** What is not chosen for most: its name, and the form under it once it is opened. */
function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="open:basis-full">
      <summary className="touch inline-flex h-9 cursor-pointer items-center text-second underline underline-offset-2 hover:text-ink">
        {label}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
