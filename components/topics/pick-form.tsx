"use client";

import { useActionState } from "react";
import { type FormAction, type FormState, idle } from "../../lib/form-state";
import { FormStatus } from "../ui/form-status";
import { SubmitButton } from "../ui/submit-button";

type Props = {
  action: FormAction;
  topicId: string;
  rows: { id: string; version: number; title: string; note: string }[];
  texts: { submit: string; pending: string; pick: string };
};

/** Requests to put under a topic, all ticked at first. */
export function PickForm({ action, topicId, rows, texts }: Props) {
  const [state, submit] = useActionState<FormState, FormData>(action, idle);
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={submit} className="grid gap-4">
      <FormStatus refused={refused?.fields.pick ?? refused?.reason} />
      <input type="hidden" name="topicId" value={topicId} />
      <fieldset className="min-w-0">
        <legend className="mb-2">{texts.pick}</legend>
        <div className="max-h-96 divide-y divide-line overflow-y-auto rounded border border-line bg-raised">
          {rows.map(({ id, version, title, note }) => (
            <label key={id} className="flex min-h-9 items-center gap-3 px-3 py-1.5 hover:bg-hover max-md:min-h-11">
              <input
                type="checkbox"
                name="pick"
                value={`${id}:${version}`}
                defaultChecked
                className="size-5 shrink-0 accent-accent"
              />
              <span className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4">
                {title} <span className="text-sm text-second">{note}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
