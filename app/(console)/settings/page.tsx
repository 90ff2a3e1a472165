import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { printWorkHours, type Settings } from "@/lib/settings/model";
import { getSettings } from "@/lib/settings/queries";
import { change } from "./actions";

export default async function SettingsPage() {
  const [t, common] = await Promise.all([translator("setting"), translator("common")]);
  return read(async (ctx) => {
    authorize(ctx.actor, "setting.edit");
    const settings = await getSettings(ctx);
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} />
        <FieldForm
          action={change}
          hidden={{}}
          fields={fieldsOf(settings, t, common("optional"))}
          texts={{ submit: t("save"), pending: common("pending"), done: t("saved") }}
        />
      </>
    );
  });
}

function fieldsOf(
  settings: Settings,
  t: Awaited<ReturnType<typeof translator<"setting">>>,
  optional: string,
): FormField[] {
  const number = (
    name: Exclude<keyof Settings, "workHours">,
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
  const ticked = (name: "acceptFirst" | "checkFirst"): FormField => ({
    kind: "checkbox",
    name,
    label: t(name),
    help: t(`${name}Help`),
    value: settings[name] ? "on" : "",
  });
  return [
    number("cutoffDay", t("cutoffDayHelp"), { optional }),
    number("rankMinimum", t("rankMinimumHelp")),
    number("disclosureThreshold", t("disclosureThresholdHelp")),
    number("basicCredit", t("basicCreditHelp")),
    {
      kind: "text",
      name: "workHours",
      label: t("workHours"),
      help: t("workHoursHelp"),
      value: printWorkHours(settings.workHours),
      maxLength: 80,
    },
    number("dispatchHours"),
    number("urgentDispatchHours"),
    number("urgentContactHours"),
    number("signWorkHours"),
    number("urgentSignMinutes"),
    number("callbackWorkDays"),
    number("callbackShare", t("callbackShareHelp")),
    number("weightResponded", t("weightHelp")),
    number("weightSolved"),
    number("weightSatisfied"),
    number("decideWorkHours", t("decideWorkHoursHelp")),
    number("revealsADay", t("revealsADayHelp")),
    number("contactDays", t("contactDaysHelp")),
    ticked("acceptFirst"),
    ticked("checkFirst"),
  ];
}
