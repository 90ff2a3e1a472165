"use client";

import { type ReactNode, useActionState, useState } from "react";
import { type FormAction, type FormState, idle } from "../../lib/form-state";
import { Badge } from "../ui/badge";
import { Control, type FormField } from "../ui/field-form";
import { FormStatus } from "../ui/form-status";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";

export type BulkRow = {
  id: string;
  version: number;
  title: string;
  note: string;
  /** What is loud about it. */
  mark: string | null;
};
export type BulkTexts = { submit: string; pending: string; pick: string; undo: string; undone: string };

type Props = {
  action: FormAction;
  /** What goes along with what is ticked. */
  hidden?: Record<string, string>;
  /** Takes back what was just done, told the keys and what goes along. */
  undo: { action: FormAction; hidden: Record<string, string> };
  rows: BulkRow[];
  fields: FormField[];
  /** What holds for those ticked that are marked, with {n} for how many they are. */
  warning?: string | null;
  texts: BulkTexts;
  /** What stands between the fields and the button. */
  aid?: ReactNode;
  /** What stands where there are no rows. */
  children: ReactNode;
};

/** One step for all that are ticked; afterwards what came of it, and a way back where there is one. */
export function BulkForm({ action, hidden = {}, undo, rows, fields, warning, texts, aid, children }: Props) {
  const [state, submit] = useActionState<FormState, FormData>(action, idle);
  const [unticked, setUnticked] = useState<readonly string[]>([]);
  if (state.status === "done") return <Outcome shown={state.shown} undo={undo} texts={texts} />;
  if (rows.length === 0) return children;
  const refused = state.status === "refused" ? state : null;
  const marked = rows.filter(({ id, mark }) => mark !== null && !unticked.includes(id)).length;
  const tick = (id: string, isTicked: boolean) =>
    setUnticked((before) => (isTicked ? before.filter((other) => other !== id) : [...before, id]));
  return (
    <form action={submit} className="grid gap-4">
      <FormStatus refused={refused?.fields.pick ?? refused?.reason} />
      <Along values={hidden} />
      <div className="grid max-w-xl gap-4">
        {fields.map((field) => (
          <Control
            key={field.name}
            form="bulk"
            field={field}
            value={refused?.values[field.name]}
            error={refused?.fields[field.name]}
          />
        ))}
        {aid}
        {warning && marked > 0 ? (
          <Notice tone="soon">
            <p>{warning.replaceAll("{n}", String(marked))}</p>
          </Notice>
        ) : null}
        <div>
          <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
        </div>
      </div>
      <fieldset className="min-w-0">
        <legend className="mb-2 font-semibold">{texts.pick}</legend>
        <div className="divide-y divide-line rounded border border-line bg-raised">
          {rows.map(({ id, version, title, note, mark }) => (
            <label key={id} className="flex min-h-9 items-center gap-3 px-3 py-1.5 hover:bg-hover max-md:min-h-11">
              <input
                type="checkbox"
                name="pick"
                value={`${id}:${version}`}
                defaultChecked
                onChange={(event) => tick(id, event.target.checked)}
                className="size-5 shrink-0 accent-accent"
              />
              <span className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4">
                {title}{" "}
                <span className="flex flex-wrap items-center gap-x-2 text-sm text-second">
                  {note}
                  {mark ? <Badge tone="late">{mark}</Badge> : null}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

type OutcomeProps = { shown: Record<string, string> } & Pick<Props, "undo" | "texts">;

/** What came of it; one press takes back what was done, as far as nothing else has happened since. */
function Outcome({ shown, undo, texts }: OutcomeProps) {
  const [state, submit] = useActionState<FormState, FormData>(undo.action, idle);
  if (state.status === "done") return <Told text={`${texts.undone}\n${state.shown.told ?? ""}`} />;
  return (
    <div className="grid gap-4">
      <Told text={shown.told ?? ""} />
      {shown.ids ? (
        <form action={submit} className="grid gap-3">
          <FormStatus refused={state.status === "refused" ? state.reason : undefined} />
          <input type="hidden" name="pick" value={shown.ids} />
          <Along values={undo.hidden} />
          <div>
            <SubmitButton pending={texts.pending} tone="plain">
              {texts.undo}
            </SubmitButton>
          </div>
        </form>
      ) : null}
    </div>
  );
}

function Along({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Told({ text }: { text: string }) {
  return (
    <Notice tone="good" live>
      {text
        .split("\n")
        .filter(Boolean)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </Notice>
  );
}
