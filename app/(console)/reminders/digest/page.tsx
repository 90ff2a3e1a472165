import { DueList } from "@/components/cases/due-list";
import { ReminderList } from "@/components/reminders/reminder-list";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { authorize } from "@/lib/access/guard";
import { formatDateTime, formatShortTime } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { findIssue } from "@/lib/reminders/queries";
import { readDigest } from "@/lib/reminders/queries-digest";
import { dueTexts } from "../../cases/texts";

const sections = ["escalated", "becameLate", "dueToday"] as const;

/** The one issue of the day: what it brings, and what came since the issue of the day before. */
export default async function DigestPage() {
  const [t, c, due, locale] = await Promise.all([translator("reminder"), translator("case"), dueTexts(), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "reminder.read");
    const issue = await findIssue(ctx);
    if (!issue) return <EmptyState title={t("digestNone")} text={t("digestHelp")} />;
    const digest = await readDigest(ctx, issue);
    const span = { from: formatShortTime(issue.after), to: formatShortTime(issue.at) };
    return (
      <div className="grid max-w-4xl gap-6">
        <PageHead
          title={t("digestTitle")}
          above={
            <p className="text-sm text-second">
              <AppLink href="/reminders" className="underline underline-offset-2">
                {t("title")}
              </AppLink>
              {` · ${ctx.actor.areaName} · ${formatDateTime(locale, issue.at)}`}
            </p>
          }
          note={t("digestLead", span)}
        >
          <PrintButton label={t("print")} />
        </PageHead>
        {sections.map((key) => (
          <section key={key} className="grid gap-3">
            <h2 className="text-lg">
              {t(`sections.${key}`)} <span className="font-normal text-second">{t("cases", { n: digest[key].n })}</span>
            </h2>
            {digest[key].n > 0 ? (
              <DueList
                rows={digest[key].rows}
                now={ctx.now}
                texts={{
                  ...due,
                  caption: t(`sections.${key}`),
                  none: t("none"),
                  noneHelp: "",
                  urgent: c("urgentMark"),
                  standing: ({ state }) => c(`states.${state}`),
                }}
              />
            ) : null}
            {digest[key].n > digest[key].rows.length ? (
              <p className="text-sm text-second">{t("first", { n: digest[key].rows.length })}</p>
            ) : null}
          </section>
        ))}
        <ReminderList
          title={t("dated")}
          rows={digest.dated}
          now={ctx.now}
          texts={{ ...due, urgent: c("urgentMark"), kind: (kind) => t(`kinds.${kind}`) }}
        />
      </div>
    );
  });
}
