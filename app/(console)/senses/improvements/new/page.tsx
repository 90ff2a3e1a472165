import { notFound } from "next/navigation";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { labelOf } from "@/components/senses/items-table";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { localDay, nextDay } from "@/lib/calendar/zone";
import { listUnits } from "@/lib/cases/queries";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { findPublishedRound } from "@/lib/senses/queries";
import { listAskedItems } from "@/lib/senses/view";
import { improve } from "../../actions";

const question = z.object({ area: z.uuid(), round: z.uuid(), item: z.string().max(40) });
const usualDays = 60;

/** An improvement for a question that was answered low. */
export default async function NewImprovementPage({ searchParams }: PageProps<"/senses/improvements/new">) {
  const asked = question.safeParse(await searchParams);
  if (!asked.success) notFound();
  const [t, common, locale] = await Promise.all([translator("improvement"), translator("common"), getLocale()]);
  return read(async (ctx) => {
    const area = await viewedArea(ctx, asked.data.area);
    authorize(ctx.actor, "improvement.open");
    const round = (await findPublishedRound(ctx, area, asked.data.round)) ?? notFound();
    const item = (await listAskedItems(ctx, round)).find(({ code }) => code === asked.data.item) ?? notFound();
    const units = await listUnits(ctx);
    const fields: FormField[] = [
      { kind: "area", name: "plan", label: t("plan"), help: t("planHelp"), maxLength: 300 },
      {
        kind: "select",
        name: "unitId",
        label: t("owner"),
        options: [{ value: "", label: "" }, ...units.map(({ id, name }) => ({ value: id, label: name }))],
      },
      { kind: "date", name: "dueOn", label: t("dueOn"), value: nextDay(localDay(ctx.now), usualDays) },
      { kind: "number", name: "caseNumber", label: t("case"), optional: common("optional") },
    ];
    return (
      <div className="grid gap-4">
        <PageHead title={t("open")} note={t("openLead", { area: area.name, round: round.name })} />
        <p className="max-w-xl">
          <span className="text-second">{t("item")} </span>
          <b className="font-semibold">{`${item.code} ${labelOf(item, locale)}`}</b>
        </p>
        <FieldForm
          action={improve}
          hidden={{ id: uuidv7(), roundId: round.id, areaId: area.id, item: item.code }}
          fields={fields}
          texts={{ submit: t("open"), pending: t("pending") }}
        />
      </div>
    );
  });
}
