import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { localDay, nextDay } from "@/lib/calendar/zone";
import { translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { listAskable } from "@/lib/senses/instruments/queries";
import { openableModes } from "@/lib/senses/model";
import { usualQuestionnaire } from "@/lib/senses/rounds/usual";
import { open } from "../actions";

const question = z.object({ area: z.string().optional().catch(undefined) });
const usualDays = 14;
const usualTarget = "60";

export default async function NewRoundPage({ searchParams }: PageProps<"/senses/new">) {
  const asked = question.parse(await searchParams);
  const [t, common] = await Promise.all([translator("round"), translator("common")]);
  return read(async (ctx) => {
    const area = await viewedArea(ctx, asked.area);
    authorize(ctx.actor, "sense.open");
    const today = localDay(ctx.now);
    const [year = "", month = ""] = today.split("-");
    const askable = await listAskable(ctx);
    const usual = await usualQuestionnaire(ctx, area, askable);
    const fields: FormField[] = [
      {
        kind: "text",
        name: "name",
        label: t("name"),
        value: t("nameGiven", { year, month: String(Number(month)) }),
        maxLength: 40,
      },
      {
        kind: "select",
        name: "instrumentId",
        label: t("instrument"),
        help: t("instrumentHelp"),
        value: usual?.id ?? "",
        options: askable.map(({ id, name, version }) => ({
          value: id,
          label: `${name} · ${t("versionOf", { version })}`,
        })),
      },
      {
        kind: "radios",
        name: "mode",
        label: t("mode"),
        help: t("modeHelp"),
        value: "drawn",
        options: openableModes.map((value) => ({ value, label: t(`modes.${value}`) })),
      },
      { kind: "date", name: "opensOn", label: t("opensOn"), value: today },
      { kind: "date", name: "closesOn", label: t("closesOn"), value: nextDay(today, usualDays - 1) },
      {
        kind: "number",
        name: "target",
        label: t("target"),
        help: t("targetHelp"),
        value: usualTarget,
        optional: common("optional"),
      },
    ];
    return (
      <>
        <PageHead title={t("open")} note={t("openLead", { area: area.name })} />
        <FieldForm
          action={open}
          hidden={{ id: uuidv7(), areaId: area.id }}
          fields={fields}
          texts={{ submit: t("open"), pending: t("pending") }}
        />
      </>
    );
  });
}
