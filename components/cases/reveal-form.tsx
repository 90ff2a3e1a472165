"use client";

import { useActionState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import { FormStatus } from "../ui/form-status";
import { Input, Select } from "../ui/input";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";

type Words = Record<
  "reason" | "note" | "noteHelp" | "optional" | "submit" | "pending" | "shown" | "phone" | "name",
  string
>;

type RevealFormProps = {
  action: FormAction;
  id: string;
  reasons: { value: string; label: string }[];
  words: Words;
};

/** Asks what for, and shows a contact once. */
export function RevealForm({ action, id, reasons, words }: RevealFormProps) {
  const [state, submit] = useActionState(action, idle);
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
      <Select
        name="reason"
        label={words.reason}
        defaultValue={refused?.values.reason ?? ""}
        error={refused?.fields.reason}
      >
        {reasons.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Input
        name="note"
        label={words.note}
        help={words.noteHelp}
        optional={words.optional}
        defaultValue={refused?.values.note ?? ""}
        error={refused?.fields.note}
        maxLength={200}
      />
      <div>
        <SubmitButton pending={words.pending} tone="plain">
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
