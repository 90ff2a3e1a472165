import type { Route } from "next";
import type { Messages } from "use-intl/core";
import type { FormAction } from "../../lib/form-state";
import { formatDate, type Locale } from "../../lib/format";
import type { Improvement } from "../../lib/senses/improvements/queries";
import type { Relatable } from "../../lib/senses/improvements/relatable";
import { improvementOutcomes } from "../../lib/senses/model";
import { Facts } from "../areas/facts";
import { type Words, wordsOf } from "../board/words";
import { AppLink } from "../ui/app-link";
import { LinkButton } from "../ui/button";
import { FieldForm } from "../ui/field-form";
import { PageHead } from "../ui/page-head";
import { ImprovementBadge } from "./improvements-table";
import { RelatedForm } from "./related-form";

type ImprovementViewProps = {
  found: Improvement;
  today: string;
  back: Route;
  readsTopics: boolean;
  relate: { action: FormAction; choices: Relatable } | null;
  link: FormAction | null;
  close: FormAction | null;
  locale: Locale;
  messages: Messages;
};

export function ImprovementView({
  found,
  today,
  back,
  readsTopics,
  relate,
  link,
  close,
  locale,
  messages,
}: ImprovementViewProps) {
  const words = wordsOf(locale, messages);
  const { t } = words;
  const pending = t("improvement.pending");
  return (
    <article className="grid max-w-3xl gap-6">
      <PageHead
        title={found.plan}
        note={[
          found.areaName,
          found.itemCode,
          found.unitName,
          t("improvement.openedOn", { day: formatDate(found.openedAt) }),
        ].join(" · ")}
      >
        <ImprovementBadge row={found} today={today} words={words} />
        <LinkButton small tone="quiet" href={back}>
          {t("improvement.back")}
        </LinkButton>
      </PageHead>
      {found.closing ? <p>{found.closing}</p> : null}
      <Related found={found} readsTopics={readsTopics} words={words} />
      <LinkedCases found={found} words={words} />
      {relate ? <RelatedForm found={found} choices={relate.choices} action={relate.action} words={words} /> : null}
      {link ? (
        <FieldForm
          action={link}
          hidden={{ id: found.id }}
          fields={[{ kind: "number", name: "caseNumber", label: t("improvement.case") }]}
          tone="plain"
          texts={{ submit: t("improvement.addCase"), pending, done: t("improvement.caseAdded") }}
        />
      ) : null}
      {close ? (
        <section aria-label={t("improvement.close")} className="grid gap-3 border-t border-line pt-4">
          <p className="text-second">{t("improvement.closeLead")}</p>
          <FieldForm
            action={close}
            hidden={{ id: found.id }}
            fields={[
              {
                kind: "radios",
                name: "outcome",
                label: t("improvement.outcome"),
                options: improvementOutcomes.map((value) => ({ value, label: t(`improvement.outcomes.${value}`) })),
              },
              { kind: "area", name: "closing", label: t("improvement.closing"), maxLength: 500 },
            ]}
            texts={{ submit: t("improvement.close"), pending }}
          />
        </section>
      ) : null}
    </article>
  );
}

type RelatedProps = { found: Improvement; readsTopics: boolean; words: Words };

/** Together with what it is done. */
function Related({ found, readsTopics, words: { t } }: RelatedProps) {
  const { topicId, topicTitle, stationName, partnerName, project } = found;
  const topic =
    topicId && topicTitle && readsTopics ? (
      <AppLink href={`/topics/${topicId}`} className="underline underline-offset-2">
        {topicTitle}
      </AppLink>
    ) : (
      topicTitle
    );
  const facts = [
    { label: t("improvement.topic"), value: topic },
    { label: t("improvement.station"), value: stationName },
    { label: t("improvement.partnerProject"), value: partnerName && `${partnerName} · ${project}` },
  ].filter(({ value }) => value !== null);
  if (facts.length === 0) return null;
  return (
    <section aria-label={t("improvement.together")} className="grid gap-1">
      <h2 className="text-lg font-semibold">{t("improvement.together")}</h2>
      <Facts facts={facts} />
    </section>
  );
}

function LinkedCases({ found: { cases }, words: { t } }: { found: Improvement; words: Words }) {
  if (cases.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h2 className="text-lg font-semibold">{t("improvement.cases")}</h2>
      <ul className="flex flex-wrap gap-x-4">
        {cases.map(({ id, number }) => (
          <li key={id}>
            <AppLink href={`/cases/${id}`} className="underline underline-offset-2">
              {number}
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
