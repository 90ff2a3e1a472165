"use client";

import { useActionState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import { FormStatus } from "../ui/form-status";
import { SubmitButton } from "../ui/submit-button";

export type BankGroup = { label: string; items: { code: string; label: string; note: string; there: boolean }[] };
type BankFormProps = {
  action: FormAction;
  id: string;
  groups: BankGroup[];
  texts: Record<"add" | "pending" | "there", string>;
};

/** Items to pick from, by sense; those that are in the draft already are marked. */
export function BankForm({ action, id, groups, texts }: BankFormProps) {
  const [state, submit] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  const chosen = new Set(refused?.lists.codes ?? []);
  return (
    <form action={submit} className="grid max-w-3xl gap-6">
      <input type="hidden" name="id" value={id} />
      {groups.map((group) => (
        <fieldset key={group.label} className="grid gap-1">
          <legend className="pb-1 text-lg font-semibold">{group.label}</legend>
          {group.items.map(({ code, label, note, there }) => (
            <label
              key={code}
              className="touch grid grid-cols-[auto_3.5rem_1fr] items-baseline gap-x-3 rounded border border-line bg-raised px-3 py-2 has-checked:border-ink has-disabled:text-second"
            >
              <input
                type="checkbox"
                name="codes"
                value={code}
                disabled={there}
                defaultChecked={chosen.has(code)}
                className="size-5 self-center accent-accent"
              />
              <span className="font-mono text-sm text-second">{code}</span>
              <span>
                {label}
                <span className="block text-sm text-second">{there ? texts.there : note}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="sticky bottom-0 grid gap-2 border-t border-line bg-paper py-3">
        <FormStatus refused={refused?.fields.codes ?? refused?.reason} />
        <div>
          <SubmitButton pending={texts.pending}>{texts.add}</SubmitButton>
        </div>
      </div>
    </form>
  );
}
