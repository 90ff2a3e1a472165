import { Facts } from "@/components/areas/facts";
import { MissingYear } from "@/components/cases/missing-year";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { missingYear } from "@/lib/calendar/workdays";
import { localDay } from "@/lib/calendar/zone";
import { reportRetention } from "@/lib/contacts/queries";
import { formatDay, formatNumber, type Locale } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { printQuietHours, printWorkHours, type Settings } from "@/lib/settings/model";
import { isScorePreset, scorePresets } from "@/lib/settings/presets";
import { getSettings } from "@/lib/settings/queries";
import { change } from "./actions";
import { Presets } from "./presets";

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const { preset, saved } = await searchParams;
  const [t, c, common, locale] = await Promise.all([
    translator("setting"),
    translator("case"),
    translator("common"),
    getLocale(),
  ]);
  return read(async (ctx) => {
    authorize(ctx.actor, "setting.edit");
    const [settings, retention] = await Promise.all([getSettings(ctx), reportRetention(ctx)]);
    const filled = isScorePreset(preset) ? { ...settings, ...scorePresets[preset] } : settings;
    return (
      <div className="grid gap-2">
        <PageHead title={t("title")} note={t("lead")} />
        <MissingYear year={missingYear(ctx.now)} text={(year) => c("missingYear", { year: String(year) })} />
        {saved ? <Notice tone="good" title={t("saved")} live /> : null}
        <Presets settings={settings} filled={filled} now={ctx.now} locale={locale} />
        <FieldForm
          key={isScorePreset(preset) ? preset : ""}
          action={change}
          hidden={{}}
          fields={fieldsOf(filled, t, { optional: common("optional"), moves: filled.cutoffDay !== settings.cutoffDay })}
          texts={{ submit: t("save"), pending: common("pending") }}
        />
        <section className="grid max-w-xl gap-3 pt-4">
          <h2 className="border-t border-line pt-4 text-lg">{t("retention.title")}</h2>
          <Facts facts={factsOf(retention, locale, t)} />
          <p className="text-sm text-second">{t("retention.lead", { days: settings.contactDays })}</p>
        </section>
      </div>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"setting">>>;

function factsOf(
  { kept, erased, lately, nextAt, lastAt }: Awaited<ReturnType<typeof reportRetention>>,
  locale: Locale,
  t: Words,
) {
  const number = (n: number) => formatNumber(locale, n);
  const day = (at: Date | null) => (at ? formatDay(locale, localDay(at)) : t("retention.none"));
  return [
    { label: t("retention.kept"), value: number(kept) },
    { label: t("retention.next"), value: day(nextAt) },
    { label: t("retention.erased"), value: t("retention.lately", { n: number(erased), lately: number(lately) }) },
    { label: t("retention.last"), value: day(lastAt) },
  ];
}

type Given = { optional: string; moves: boolean };

function fieldsOf(settings: Settings, t: Words, { optional, moves }: Given): FormField[] {
  const number = (
    name: Exclude<keyof Settings, "workHours" | "quietHours">,
    help?: string,
    more: Partial<FormField> = {},
  ): FormField => ({
    kind: "number",
    name,
    label: t(name),
    value: String(settings[name] ?? ""),
    ...(help ? { help } : {}),
    ...more,
  });
  const ticked = (name: "acceptFirst" | "checkFirst" | "urgentAlways"): FormField => ({
    kind: "checkbox",
    name,
    label: t(name),
    help: t(`${name}Help`),
    value: settings[name] ? "on" : "",
  });
  const section = (key: "score" | "counting" | "limits" | "followUp" | "requests" | "path") => ({
    section: t(`sections.${key}`),
  });
  return [
    number("weightResponded", t("weightHelp"), section("score")),
    number("weightSolved", undefined, { half: true }),
    number("weightSatisfied", undefined, { half: true }),
    number("basicCredit", t("basicCreditHelp")),
    number("cutoffDay", t("cutoffDayHelp"), { optional }),
    { kind: "checkbox", name: "cutoffAgreed", label: t("cutoffAgreed"), onRefusal: !moves },
    number("rankMinimum", t("rankMinimumHelp"), section("counting")),
    number("disclosureThreshold", t("disclosureThresholdHelp")),
    {
      kind: "text",
      name: "workHours",
      label: t("workHours"),
      help: t("workHoursHelp"),
      value: printWorkHours(settings.workHours),
      maxLength: 80,
      ...section("limits"),
    },
    number("dispatchHours", undefined, { half: true }),
    number("urgentDispatchHours", undefined, { half: true }),
    number("signWorkHours", undefined, { half: true }),
    number("urgentSignMinutes", undefined, { half: true }),
    number("urgentContactHours", undefined, { half: true }),
    number("callbackWorkDays", undefined, { half: true }),
    number("callbackShare", t("callbackShareHelp"), section("followUp")),
    number("callbackTries", t("callbackTriesHelp")),
    number("decideWorkHours", t("decideWorkHoursHelp"), section("requests")),
    number("revealsADay", t("revealsADayHelp")),
    number("contactDays", t("contactDaysHelp")),
    { ...ticked("acceptFirst"), ...section("path") },
    ticked("checkFirst"),
    number("remindWorkHours", t("remindWorkHoursHelp")),
    {
      kind: "text",
      name: "quietHours",
      label: t("quietHours"),
      help: t("quietHoursHelp"),
      value: printQuietHours(settings.quietHours),
      maxLength: 20,
      optional,
    },
    ticked("urgentAlways"),
  ];
}
