import { uuidv7 } from "uuidv7";
import { CaseAid } from "@/components/cases/case-aid";
import { categoryName } from "@/components/cases/case-words";
import { categoryOptions } from "@/components/cases/category-options";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { listPlaces } from "@/lib/areas/queries-places";
import { channels, requestTypes } from "@/lib/cases/model";
import { listCategories } from "@/lib/cases/queries";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { register } from "../actions";

export default async function NewCasePage() {
  const [t, locale] = await Promise.all([translator("case"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.register");
    const [places, categories] = await Promise.all([listPlaces(ctx), listCategories(ctx)]);
    const areaOptions = places.map(({ id, name, parentName }) => ({ value: id, label: name, group: parentName ?? "" }));
    const optional = t("optional");
    const fields: FormField[] = [
      { kind: "text", name: "title", label: t("title"), help: t("titleHelp"), maxLength: 120 },
      {
        kind: "select",
        name: "areaId",
        label: t("area"),
        help: t("areaHelp"),
        options: [{ value: "", label: "" }, ...areaOptions],
      },
      { kind: "text", name: "place", label: t("place"), help: t("placeHelp"), optional, maxLength: 200 },
      {
        kind: "select",
        name: "categoryCode",
        label: t("category"),
        help: t("categoryHelp"),
        optional,
        options: categoryOptions(categories, locale, t("categoryNone")),
      },
      {
        kind: "select",
        name: "channel",
        label: t("channelLabel"),
        half: true,
        value: ctx.actor.role === "officer" ? "officer" : "phone",
        options: channels.map((value) => ({ value, label: t(`channels.${value}`) })),
      },
      {
        kind: "select",
        name: "requestType",
        label: t("typeLabel"),
        half: true,
        value: "help",
        options: requestTypes.map((value) => ({ value, label: t(`types.${value}`) })),
      },
      { kind: "area", name: "body", label: t("body"), optional, maxLength: 2000 },
      { kind: "number", name: "lon", label: t("lon"), optional, half: true },
      { kind: "number", name: "lat", label: t("lat"), optional, half: true },
      {
        kind: "text",
        name: "contactPhone",
        label: t("contact.phone"),
        help: t("contact.help"),
        optional,
        half: true,
        maxLength: 40,
      },
      {
        kind: "text",
        name: "contactName",
        label: t("contact.name"),
        help: t("contact.nameHelp"),
        optional,
        half: true,
        maxLength: 40,
      },
      { kind: "checkbox", name: "urgent", label: t("urgent") },
    ];
    return (
      <>
        <PageHead title={t("register")} />
        <div className="grid items-start gap-x-12 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
          <div className="lg:sticky lg:top-4 lg:col-start-2">
            <CaseAid
              draft={`${ctx.actor.accountId}:case`}
              names={Object.fromEntries(
                categories.map(({ code, nameZh: zh, nameHant: hant, nameEn: en }) => [
                  code,
                  categoryName(locale, { zh, hant, en }),
                ]),
              )}
              texts={{
                alike: t("aid.alike"),
                alikeHelp: t("aid.alikeHelp"),
                suggested: t("aid.suggested"),
                restored: t("aid.restored"),
              }}
            />
          </div>
          <div className="lg:col-start-1 lg:row-start-1">
            <FieldForm
              action={register}
              hidden={{ id: uuidv7() }}
              fields={fields}
              texts={{ submit: t("submit"), pending: t("pending") }}
            />
          </div>
        </div>
      </>
    );
  });
}
