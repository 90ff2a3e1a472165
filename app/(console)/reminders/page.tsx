import { ReminderList } from "@/components/reminders/reminder-list";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { authorize } from "@/lib/access/guard";
import { localDay } from "@/lib/calendar/zone";
import { unheard } from "@/lib/form-state";
import { formatDateTime, formatTime } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import type { ReminderKind } from "@/lib/reminders/model";
import { findIssue, knownOf, listReminders, mostReminders } from "@/lib/reminders/queries";
import type { Settings } from "@/lib/settings/model";
import { dueTexts } from "../cases/texts";
import { choose, see } from "./actions";

export default async function RemindersPage() {
  const [t, c, due, locale] = await Promise.all([translator("reminder"), translator("case"), dueTexts(), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "reminder.read");
    const [{ rows, more }, { settings, digestHour }, issue] = await Promise.all([
      listReminders(ctx),
      knownOf(ctx),
      findIssue(ctx),
    ]);
    const fresh = rows.filter(({ isNew }) => isNew);
    const known = rows.filter(({ isNew }) => !isNew);
    const list = {
      now: ctx.now,
      texts: { ...due, urgent: c("urgentMark"), kind: (kind: ReminderKind) => t(`kinds.${kind}`) },
    };
    return (
      <div className="grid max-w-5xl gap-6">
        <PageHead
          title={t("title")}
          above={<p className="text-sm text-second">{formatDateTime(locale, ctx.now)}</p>}
          note={
            <>
              {t("lead", { hours: settings.remindWorkHours })}
              <span className="block">{quietWords(settings, t)}</span>
            </>
          }
        >
          {issue ? (
            <LinkButton href="/reminders/digest">
              {t(localDay(issue.at) === localDay(ctx.now) ? "digest" : "digestYesterday", {
                time: formatTime(issue.at),
              })}
            </LinkButton>
          ) : null}
          {fresh.length > 0 || issue?.isNew ? (
            <SeeAll until={ctx.now} texts={{ submit: t("see"), pending: c("pending") }} />
          ) : null}
        </PageHead>
        {rows.length === 0 ? <EmptyState title={t("none")} text={t("noneHelp")} /> : null}
        <ReminderList {...list} title={t("new")} rows={fresh} />
        <ReminderList {...list} title={t("seen")} rows={known} />
        {more ? <p className="text-sm text-second">{t("more", { n: mostReminders })}</p> : null}
        <section className="grid gap-3 print:hidden">
          <h2 className="text-lg">{t("digestTitle")}</h2>
          <FieldForm
            action={choose}
            hidden={{}}
            fields={[digestField(digestHour, t)]}
            texts={{ submit: t("digestSave"), pending: c("pending"), done: t("digestSaved") }}
            tone="plain"
          />
        </section>
      </div>
    );
  });
}

function SeeAll({ until, texts }: { until: Date; texts: { submit: string; pending: string } }) {
  return (
    <form action={unheard(see)}>
      <input type="hidden" name="until" value={until.toISOString()} />
      <SubmitButton pending={texts.pending} tone="plain">
        {texts.submit}
      </SubmitButton>
    </form>
  );
}

type Words = Awaited<ReturnType<typeof translator<"reminder">>>;

function digestField(chosen: number | null, t: Words): FormField {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: t("digestAt", { hour }) }));
  return {
    kind: "select",
    name: "digestHour",
    label: t("digestHour"),
    help: t("digestHelp"),
    optional: "",
    value: chosen === null ? "" : String(chosen),
    options: [{ value: "", label: t("digestNone") }, ...hours],
  };
}

function quietWords({ quietHours, urgentAlways }: Settings, t: Words): string {
  return quietHours ? t(urgentAlways ? "quietUrgent" : "quiet", quietHours) : "";
}
