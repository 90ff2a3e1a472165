import type { CategoryFormTexts } from "@/components/catalogue/category-form";
import type { FormField } from "@/components/ui/field-form";
import { limitUnits } from "@/lib/calendar/model";
import { emergencyNumbers, questionKinds } from "@/lib/cases/catalogue/model";
import type { Category } from "@/lib/cases/catalogue/queries";
import type { CatalogueWords } from "../texts";

/** A group has no limits of its own: it is never what a request is about. */
export function categoryFields(category: Category, name: string, t: CatalogueWords, optional: string): FormField[] {
  const units = limitUnits.map((value) => ({ value, label: t(`units.${value}`) }));
  const limits: FormField[] = [
    {
      kind: "number",
      name: "closeLimit",
      half: true,
      label: t("close"),
      help: t("closeHelp"),
      optional,
      value: String(category.closeLimit ?? ""),
    },
    {
      kind: "select",
      name: "closeUnit",
      half: true,
      label: t("closeUnit"),
      value: category.closeUnit ?? "work_day",
      options: units,
    },
    {
      kind: "number",
      name: "contactLimit",
      half: true,
      label: t("contact"),
      optional,
      value: String(category.contactLimit ?? ""),
    },
    {
      kind: "select",
      name: "contactUnit",
      half: true,
      label: t("contactUnit"),
      value: category.contactUnit ?? "hour",
      options: units,
    },
    {
      kind: "checkbox",
      name: "urgent",
      label: t("urgentLabel"),
      value: category.urgent ? "on" : "",
    },
    {
      kind: "area",
      name: "notice",
      label: t("notice"),
      help: t("noticeHelp"),
      optional,
      value: category.notice ?? "",
      maxLength: 300,
    },
    {
      kind: "text",
      name: "words",
      label: t("words"),
      help: t("wordsHelp"),
      optional,
      value: category.words.join(" "),
      maxLength: 600,
    },
  ];
  return [
    { kind: "text", name: "name", label: t("name"), help: t("nameHelp"), value: name, maxLength: 40 },
    { kind: "checkbox", name: "inUse", label: t("inUse"), help: t("inUseHelp"), value: category.closedAt ? "" : "on" },
    ...(category.parentCode === null ? [] : limits),
    {
      kind: "select",
      name: "emergency",
      label: t("emergency"),
      help: category.parentCode === null ? t("emergencyGroupHelp") : t("emergencyHelp"),
      optional,
      value: category.emergency ?? "",
      options: [
        { value: "", label: t("emergencyNone") },
        ...emergencyNumbers.map((value) => ({ value, label: t(`numbers.${value}`) })),
      ],
    },
    {
      kind: "text",
      name: "emergencyWords",
      label: t("emergencyWords"),
      help: t("emergencyWordsHelp"),
      optional,
      value: category.emergencyWords.join(" "),
      maxLength: 600,
    },
  ];
}

export function questionTexts(t: CatalogueWords): Omit<CategoryFormTexts, "submit" | "pending" | "optional"> {
  return {
    questions: t("questions"),
    questionsHelp: t("questionsHelp"),
    numbered: Array.from({ length: 6 }, (_, i) => t("question", { n: i + 1 })),
    label: t("questionLabel"),
    kind: t("questionKind"),
    options: t("questionOptions"),
    optionsHelp: t("questionOptionsHelp"),
    required: t("questionRequired"),
    kinds: questionKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
  };
}
