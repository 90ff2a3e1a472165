import type { Question } from "../../lib/cases/catalogue/model";
import { Control, type FormField } from "../ui/field-form";
import { Notice } from "../ui/notice";

export type CategoryPartTexts = { notice: string; questions: string; optional: string; yes: string; no: string };
type Props = {
  form: string;
  category: { name: string; notice: string | null; questions: Question[] };
  refused: { values: Record<string, string>; fields: Record<string, string> } | null;
  texts: CategoryPartTexts;
};

/** What a category says and asks once it is chosen. */
export function CategoryPart({ form, category: { name, notice, questions }, refused, texts }: Props) {
  if (!notice && questions.length === 0) return null;
  return (
    <section aria-label={texts.questions} className="grid gap-4 border-s-4 border-line ps-4">
      {notice ? (
        <Notice title={`${texts.notice}${name}`}>
          <p className="whitespace-pre-line">{notice}</p>
        </Notice>
      ) : null}
      {questions.map((question, i) => {
        const field = fieldOf(question, `answer${i + 1}`, texts);
        return (
          <Control
            key={field.name}
            form={form}
            field={field}
            value={refused?.values[field.name]}
            error={refused?.fields[field.name]}
          />
        );
      })}
    </section>
  );
}

function fieldOf(
  { label, kind, options, required }: Question,
  name: string,
  { optional, yes, no }: Pick<CategoryPartTexts, "optional" | "yes" | "no">,
): FormField {
  const field = { name, label, ...(required ? {} : { optional }) };
  if (kind === "number") return { ...field, kind: "number" };
  if (kind === "text") return { ...field, kind: "text", maxLength: 200 };
  const choices =
    kind === "yes-no"
      ? [
          { value: "yes", label: yes },
          { value: "no", label: no },
        ]
      : options.map((option) => ({ value: option, label: option }));
  return { ...field, kind: "radios", options: choices };
}
