import { Facts } from "@/components/areas/facts";
import { MissingYear } from "@/components/cases/missing-year";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
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
      <div className="grid gap-4">
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
        <Section title={t("retention.title")} lead={t("retention.lead", { days: settings.contactDays })}>
          <Facts facts={factsOf(retention, locale, t)} />
        </Section>
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
  const section = (key: "score" | "counting" | "limits" | "followUp" | "requests" | "path", lead?: string) => ({
    section: { title: t(`sections.${key}`), ...(lead ? { lead } : {}) },
    half: true,
  });
  const half = { half: true };
  return [
    number("weightResponded", undefined, section("score", t("weightHelp"))),
    number("weightSolved", undefined, half),
    number("weightSatisfied", undefined, half),
    number("basicCredit", t("basicCreditHelp"), half),
    number("cutoffDay", t("cutoffDayHelp"), { optional }),
    { kind: "checkbox", name: "cutoffAgreed", label: t("cutoffAgreed"), onRefusal: !moves },
    number("rankMinimum", t("rankMinimumHelp"), section("counting")),
    number("disclosureThreshold", t("disclosureThresholdHelp"), half),
    {
      kind: "text",
      name: "workHours",
      label: t("workHours"),
      help: t("workHoursHelp"),
      value: printWorkHours(settings.workHours),
      maxLength: 80,
      ...section("limits"),
      half: false,
    },
    number("dispatchHours", undefined, half),
    number("urgentDispatchHours", undefined, half),
    number("signWorkHours", undefined, half),
    number("urgentSignMinutes", undefined, half),
    number("urgentContactHours", undefined, half),
    number("callbackWorkDays", undefined, half),
    number("callbackShare", t("callbackShareHelp"), section("followUp")),
    number("callbackTries", t("callbackTriesHelp"), half),
    number("decideWorkHours", t("decideWorkHoursHelp"), section("requests")),
    number("revealsADay", t("revealsADayHelp"), half),
    number("contactDays", t("contactDaysHelp"), half),
    { ...ticked("acceptFirst"), ...section("path"), half: false },
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
