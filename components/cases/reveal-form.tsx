"use client";

import { useActionState, useId } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import { Control, type FormField } from "../ui/field-form";
import { FormStatus } from "../ui/form-status";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";

type Words = Record<"submit" | "pending" | "shown" | "phone" | "name", string>;

type RevealFormProps = {
  action: FormAction;
  id: string;
  fields: FormField[];
  words: Words;
};

/** Asks what for, and shows a contact once. */
export function RevealForm({ action, id, fields, words }: RevealFormProps) {
  const [state, submit] = useActionState(action, idle);
  const formId = useId();
  const refused = state.status === "refused" ? state : null;
  const found = state.status === "done" ? state.shown : null;
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      <FormStatus refused={refused?.reason} />
      {found ? (
        <Notice tone="good" live title={words.shown}>
          <p>
            {words.phone}: <strong className="select-all text-lg tabular-nums">{found.phone}</strong>
          </p>
          {found.name ? (
            <p>
              {words.name}: <strong className="select-all">{found.name}</strong>
            </p>
          ) : null}
        </Notice>
      ) : null}
      <input type="hidden" name="id" value={id} />
      {fields.map((field) => (
        <Control
          key={field.name}
          form={formId}
          field={field}
          value={refused?.values[field.name]}
          error={refused?.fields[field.name]}
        />
      ))}
      <div>
        <SubmitButton pending={words.pending} tone="plain">
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
