import { notFound } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { shapes } from "@/lib/senses/instruments/input";
import type { DraftItem } from "@/lib/senses/instruments/model";
import { findInstrument } from "@/lib/senses/instruments/queries";
import { inLanguage } from "@/lib/senses/items";
import { senses } from "@/lib/senses/model";
import { save } from "../../../actions";

/** One item of a draft: its words in three languages, how it is answered, what it counts, whom it is put to. */
export default async function ItemPage({ params }: PageProps<"/instruments/[id]/items/[code]">) {
  const [id, { code: written }, t] = await Promise.all([idOf(params), params, translator("instrument")]);
  const code = decodeURIComponent(written);
  return read(async (ctx) => {
    const instrument = (await findInstrument(ctx, id)) ?? notFound();
    authorize(ctx.actor, "instrument.edit");
    const items = instrument.draft ?? notFound();
    const item = items.find((one) => one.code === code) ?? (code === "new" ? null : notFound());
    const at = item ? items.indexOf(item) : items.length;
    return (
      <article className="grid gap-5">
        <PageHead
          title={item ? t("itemOf", { code }) : t("newItem")}
          note={t("itemLead")}
          above={
            <AppLink href={`/instruments/${id}`} className="w-fit text-sm text-second underline underline-offset-2">
              {instrument.name}
            </AppLink>
          }
        />
        <FieldForm
          action={save}
          hidden={{ id, was: item?.code ?? "" }}
          fields={await fieldsOf(item, items.slice(0, at))}
          texts={{ submit: t("save"), pending: t("pending") }}
        />
      </article>
    );
  });
}

async function fieldsOf(item: DraftItem | null, earlier: DraftItem[]): Promise<FormField[]> {
  const [t, figure, common, locale] = await Promise.all([
    translator("instrument"),
    translator("figure"),
    translator("common"),
    getLocale(),
  ]);
  const optional = common("optional");
  const lines = (language: string) => item?.options.map((option) => option[language] ?? "").join("\n") ?? "";
  return [
    { kind: "text", name: "code", label: t("code"), help: t("codeHelp"), value: item?.code ?? "", maxLength: 19 },
    { kind: "text", name: "labelZh", label: t("label.zh"), value: item?.labels["zh-CN"] ?? "", maxLength: 100 },
    { kind: "text", name: "labelHant", label: t("label.hant"), value: item?.labels["zh-Hant"] ?? "", maxLength: 200 },
    { kind: "text", name: "labelEn", label: t("label.en"), value: item?.labels.en ?? "", maxLength: 200 },
    {
      kind: "radios",
      name: "shape",
      label: t("answer"),
      value: shapeOf(item),
      options: shapes.map((shape) => ({ value: shape, label: t(`shapes.${shape}`) })),
    },
    {
      kind: "area",
      name: "optionsZh",
      label: t("options.zh"),
      help: t("optionsHelp"),
      value: lines("zh-CN"),
      optional,
    },
    { kind: "area", name: "optionsHant", label: t("options.hant"), value: lines("zh-Hant"), optional },
    { kind: "area", name: "optionsEn", label: t("options.en"), value: lines("en"), optional },
    {
      kind: "select",
      name: "sense",
      label: t("sense"),
      optional: "",
      value: item?.sense ?? "",
      options: [
        { value: "", label: t("noSense") },
        ...senses.map((sense) => ({ value: sense, label: figure(`${sense}.label`) })),
      ],
    },
    { kind: "checkbox", name: "scored", label: t("scored"), help: t("scoredHelp"), value: item?.scored ? "on" : "" },
    {
      kind: "number",
      name: "weight",
      label: t("weight"),
      help: t("weightHelp"),
      value: String(item?.weight ?? 1),
      optional,
    },
    {
      kind: "checkbox",
      name: "reversed",
      label: t("reversed"),
      help: t("reversedHelp"),
      value: item?.reversed ? "on" : "",
    },
    {
      kind: "select",
      name: "ruleItem",
      label: t("ruleItem"),
      help: t("ruleHelp"),
      optional: "",
      value: item?.shownIf?.item ?? "",
      options: [
        { value: "", label: t("noRule") },
        ...earlier
          .filter(({ kind }) => kind !== "text")
          .map(({ code, labels }) => ({ value: code, label: `${code} ${inLanguage(labels, locale) ?? ""}` })),
      ],
    },
    {
      kind: "text",
      name: "ruleMarks",
      label: t("ruleMarks"),
      help: t("ruleMarksHelp"),
      value: item?.shownIf?.marks.join("、") ?? "",
      optional,
    },
  ];
}

function shapeOf(item: DraftItem | null): string {
  if (item === null) return "five";
  if (item.kind !== "scale") return item.kind;
  return item.high - item.low === 4 ? "five" : "ten";
}
