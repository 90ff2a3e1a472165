import { MissingYear } from "@/components/cases/missing-year";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { missingYear } from "@/lib/calendar/workdays";
import { translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { printQuietHours, printWorkHours, type Settings } from "@/lib/settings/model";
import { getSettings } from "@/lib/settings/queries";
import { change } from "./actions";

export default async function SettingsPage() {
  const [t, c, common] = await Promise.all([translator("setting"), translator("case"), translator("common")]);
  return read(async (ctx) => {
    authorize(ctx.actor, "setting.edit");
    const settings = await getSettings(ctx);
    return (
      <div className="grid gap-2">
        <PageHead title={t("title")} note={t("lead")} />
        <MissingYear year={missingYear(ctx.now)} text={(year) => c("missingYear", { year: String(year) })} />
        <FieldForm
          action={change}
          hidden={{}}
          fields={fieldsOf(settings, t, common("optional"))}
          texts={{ submit: t("save"), pending: common("pending"), done: t("saved") }}
        />
      </div>
    );
  });
}

function fieldsOf(
  settings: Settings,
  t: Awaited<ReturnType<typeof translator<"setting">>>,
  optional: string,
): FormField[] {
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
  const section = (key: "counting" | "limits" | "followUp" | "requests" | "path") => ({
    section: t(`sections.${key}`),
  });
  return [
    number("cutoffDay", t("cutoffDayHelp"), { optional, ...section("counting") }),
    number("rankMinimum", t("rankMinimumHelp")),
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
    number("weightResponded", t("weightHelp")),
    number("weightSolved", undefined, { half: true }),
    number("weightSatisfied", undefined, { half: true }),
    number("basicCredit", t("basicCreditHelp")),
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
