import type { Route } from "next";
import type { Messages } from "use-intl/core";
import type { FormAction } from "../../lib/form-state";
import { formatDate, type Locale } from "../../lib/format";
import type { Improvement } from "../../lib/senses/improvements/queries";
import { improvementOutcomes } from "../../lib/senses/model";
import { type Words, wordsOf } from "../board/words";
import { AppLink } from "../ui/app-link";
import { LinkButton } from "../ui/button";
import { FieldForm } from "../ui/field-form";
import { PageHead } from "../ui/page-head";
import { ImprovementBadge } from "./improvements-table";

type ImprovementViewProps = {
  found: Improvement;
  today: string;
  back: Route;
  link: FormAction | null;
  close: FormAction | null;
  locale: Locale;
  messages: Messages;
};

export function ImprovementView({ found, today, back, link, close, locale, messages }: ImprovementViewProps) {
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
      <LinkedCases found={found} words={words} />
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
