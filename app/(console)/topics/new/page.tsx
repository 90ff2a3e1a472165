import { uuidv7 } from "uuidv7";
import { categoryName } from "@/components/cases/case-words";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { localDay } from "@/lib/calendar/zone";
import { type Category, listCatalogue } from "@/lib/cases/catalogue/queries";
import { caseFilter } from "@/lib/cases/filter";
import { listUnits } from "@/lib/cases/queries";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { open } from "../actions";

export default async function NewTopicPage({ searchParams }: PageProps<"/topics/new">) {
  const { area: asked } = caseFilter.parse(await searchParams);
  const [t, common, locale] = await Promise.all([translator("topic"), translator("common"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "topic.edit");
    const area = await viewedArea(ctx, asked);
    const [categories, units] = await Promise.all([listCatalogue(ctx, area.pos), listUnits(ctx)]);
    const chosen = categoryChoices(categories, locale);
    const optional = common("optional");
    const category = (name: string, label: string, help?: string): FormField => ({
      kind: "select",
      name,
      half: true,
      label,
      optional,
      options: chosen,
      ...(help ? { help } : {}),
    });
    const fields: FormField[] = [
      { kind: "text", name: "title", label: t("name"), help: t("nameHelp"), maxLength: 80 },
      { kind: "area", name: "goal", label: t("goal"), help: t("goalHelp"), maxLength: 500 },
      category("category", t("category"), t("matterHelp")),
      category("category2", t("category2")),
      category("category3", t("category3")),
      {
        kind: "text",
        name: "keyword",
        half: true,
        label: t("keyword"),
        help: t("keywordHelp"),
        optional,
        maxLength: 40,
      },
      {
        kind: "select",
        name: "unitId",
        label: t("leadUnit"),
        options: [{ value: "", label: "" }, ...units.map(({ id, name }) => ({ value: id, label: name }))],
      },
      {
        kind: "date",
        name: "startsOn",
        half: true,
        label: t("startsOn"),
        help: t("startsOnHelp"),
        value: localDay(ctx.now),
      },
      { kind: "date", name: "endsOn", half: true, label: t("endsOn"), optional },
    ];
    return (
      <>
        <PageHead title={t("open")} note={t("openLead", { area: area.name })} />
        <FieldForm
          action={open}
          hidden={{ id: uuidv7(), areaId: area.id }}
          fields={fields}
          texts={{ submit: t("open"), pending: common("pending") }}
        />
      </>
    );
  });
}

/** A whole group of matters, or one of it. */
function categoryChoices(categories: Category[], locale: string) {
  const label = ({ code, nameZh, nameHant, nameEn }: Category) =>
    `${code} ${categoryName(locale, { zh: nameZh, hant: nameHant, en: nameEn })}`;
  const groups = new Map(categories.filter(({ parentCode }) => !parentCode).map((group) => [group.code, label(group)]));
  return [
    { value: "", label: "" },
    ...categories
      .filter(({ closedAt }) => !closedAt)
      .map((one) => ({ value: one.code, label: label(one), group: groups.get(one.code.slice(0, 2)) ?? "" })),
  ];
}
