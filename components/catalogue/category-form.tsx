"use client";

import { useActionState, useId } from "react";
import { questionField } from "../../lib/cases/catalogue/input";
import { mostQuestions, type Question } from "../../lib/cases/catalogue/model";
import { type FormAction, type FormState, idle } from "../../lib/form-state";
import { Control, type FormField, Unseen } from "../ui/field-form";
import { Fold } from "../ui/fold";
import { FormStatus } from "../ui/form-status";
import { SubmitButton } from "../ui/submit-button";

export type CategoryFormTexts = Record<
  | "questions"
  | "questionsHelp"
  | "label"
  | "kind"
  | "options"
  | "optionsHelp"
  | "required"
  | "optional"
  | "submit"
  | "pending",
  string
> & { numbered: string[]; kinds: { value: string; label: string }[] };

type Props = {
  action: FormAction;
  hidden: Record<string, string>;
  fields: FormField[];
  /** Null where nothing is asked. */
  questions: Question[] | null;
  texts: CategoryFormTexts;
};

/** What an area lays down for a category: its limits and words, and the questions it asks. */
export function CategoryForm({ action, hidden, fields, questions, texts }: Props) {
  const [state, submit] = useActionState<FormState, FormData>(action, idle);
  const form = useId();
  const refused = state.status === "refused" ? state : null;
  const errors = [...fields, { name: "questions", label: texts.questions }].flatMap(({ name, label }) => {
    const error = refused?.fields[name];
    return error ? [{ id: `${form}-${name}`, label, error }] : [];
  });
  const control = (field: FormField) => (
    <div key={field.name} className={field.half ? "sm:col-span-1!" : ""}>
      <Control form={form} field={field} value={refused?.values[field.name]} error={refused?.fields[field.name]} />
    </div>
  );
  return (
    <form action={submit} className="grid max-w-xl grid-cols-2 gap-4 *:col-span-2">
      <FormStatus refused={refused?.reason} errors={errors} />
      <Unseen hidden={hidden} state={state} />
      {fields.map(control)}
      {questions ? (
        <section id={`${form}-questions`} aria-labelledby={`${form}-asked`} className="grid gap-3">
          <h2 id={`${form}-asked`} className="text-lg font-semibold">
            {texts.questions}
          </h2>
          <p className="text-sm text-second">{texts.questionsHelp}</p>
          {Array.from({ length: mostQuestions }, (_, i) => (
            <Fold
              key={texts.numbered[i]}
              open={i <= questions.length}
              label={[texts.numbered[i], questions[i]?.label].filter(Boolean).join("：")}
            >
              <div className="grid grid-cols-2 gap-3 *:col-span-2">
                {questionFields(i + 1, questions[i], texts).map(control)}
              </div>
            </Fold>
          ))}
        </section>
      ) : null}
      <div>
        <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}

function questionFields(n: number, question: Question | undefined, texts: CategoryFormTexts): FormField[] {
  const { optional } = texts;
  return [
    {
      kind: "text",
      name: questionField(n, "label"),
      half: true,
      label: texts.label,
      optional,
      value: question?.label ?? "",
      maxLength: 60,
    },
    {
      kind: "select",
      name: questionField(n, "kind"),
      half: true,
      label: texts.kind,
      value: question?.kind ?? "text",
      options: texts.kinds,
    },
    {
      kind: "text",
      name: questionField(n, "options"),
      label: texts.options,
      help: texts.optionsHelp,
      optional,
      value: question?.options.join(" ") ?? "",
      maxLength: 200,
    },
    {
      kind: "checkbox",
      name: questionField(n, "required"),
      label: texts.required,
      value: question?.required ? "on" : "",
    },
  ];
}
