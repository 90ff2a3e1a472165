"use client";

import { type ReactNode, useActionState, useId } from "react";
import { type FormAction, type FormState, idle } from "../../lib/form-state";
import { Checkbox, Radios } from "./choices";
import { FormStatus } from "./form-status";
import { Input, Select, Textarea } from "./input";
import { Options, type SelectOption } from "./options";
import { besideHeadings, Section, type SectionHead } from "./section";
import { SubmitButton } from "./submit-button";

export type FormField = {
  kind: "text" | "number" | "date" | "area" | "select" | "radios" | "checkbox";
  name: string;
  label: string;
  help?: string;
  optional?: string;
  value?: string;
  maxLength?: number;
  options?: SelectOption[];
  /** The heading under which this field and those after it stand, and what is to be known of all of them. */
  section?: SectionHead;
  /** Beside its neighbour where there is room. */
  half?: boolean;
  /** Shown only once what was sent has been refused for want of it. */
  onRefusal?: boolean;
};

export type FieldFormProps = {
  action: FormAction;
  hidden: Record<string, string>;
  fields: FormField[];
  texts: { submit: string; pending: string; done?: string };
  tone?: "primary" | "plain";
  /** What stands between the fields and the button. */
  children?: ReactNode;
};

/** A form in one column, fed with its fields; what was typed comes back with a refusal. */
export function FieldForm({ action, hidden, fields, texts, tone = "primary", children }: FieldFormProps) {
  const [state, submit] = useActionState<FormState, FormData>(action, idle);
  const id = useId();
  const refused = state.status === "refused" ? state : null;
  const isShown = ({ name, onRefusal }: FormField) =>
    !onRefusal || refused?.fields[name] !== undefined || refused?.values[name] !== undefined;
  const isParted = fields.some(({ section }) => section);
  const errors = fields.flatMap(({ name, label }) => {
    const error = refused?.fields[name];
    return error ? [{ id: `${id}-${name}`, label, error }] : [];
  });
  return (
    <form action={submit} className={isParted ? "grid gap-4" : "grid max-w-xl gap-4"}>
      <FormStatus refused={refused?.reason} done={state.status === "done" ? texts.done : undefined} errors={errors} />
      <Unseen hidden={hidden} state={state} />
      {sectionsOf(fields.filter(isShown)).map(({ section, held }) => {
        const controls = (
          <div key={held[0]?.name} className="grid grid-cols-2 content-start gap-4 *:col-span-2">
            {held.map((field) => (
              <div key={field.name} className={field.half ? "sm:col-span-1!" : ""}>
                <Control
                  form={id}
                  field={field}
                  value={refused?.values[field.name]}
                  error={refused?.fields[field.name]}
                />
              </div>
            ))}
          </div>
        );
        return section ? (
          <Section key={section.title} {...section}>
            {controls}
          </Section>
        ) : (
          controls
        );
      })}
      {children}
      <div className={isParted ? besideHeadings : ""}>
        <SubmitButton pending={texts.pending} tone={tone}>
          {texts.submit}
        </SubmitButton>
      </div>
    </form>
  );
}

/** What is sent along; who was told that another came first sends over the version that stands now. */
export function Unseen({ hidden, state }: { hidden: Record<string, string>; state: FormState }) {
  const isOver = state.status === "refused" && state.code === "conflict" && hidden.version;
  const sent = isOver ? { ...hidden, version: state.values.version } : hidden;
  return Object.entries(sent).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function sectionsOf(fields: FormField[]) {
  const sections: { section: FormField["section"]; held: FormField[] }[] = [];
  for (const field of fields) {
    const last = sections.at(-1);
    if (last && !field.section) last.held.push(field);
    else sections.push({ section: field.section, held: [field] });
  }
  return sections;
}

/** One field of a form that is fed with its fields. `form` sets it apart from its like in other forms of the page. */
export function Control({
  form,
  field,
  value,
  error,
}: {
  form: string;
  field: FormField;
  value: string | undefined;
  error: string | undefined;
}) {
  const { kind, name, label, help, optional, options = [], maxLength } = field;
  const frame = { id: `${form}-${name}`, name, label, help, error, ...(optional === undefined ? {} : { optional }) };
  const given = value ?? field.value ?? "";
  switch (kind) {
    case "select":
      return (
        <Select {...frame} defaultValue={given} key={given}>
          <Options options={options} />
        </Select>
      );
    case "radios":
      return (
        <Radios {...frame} inline choices={options} value={given || undefined} required={optional === undefined} />
      );
    case "checkbox":
      return <Checkbox {...frame} value="on" defaultChecked={given === "on"} />;
    case "area":
      return <Textarea {...frame} defaultValue={given} maxLength={maxLength} />;
    default:
      return (
        <Input
          {...frame}
          type={kind}
          className={kind === "text" ? "" : "sm:max-w-48"}
          step={kind === "number" ? "any" : undefined}
          defaultValue={given}
          maxLength={maxLength}
        />
      );
  }
}
