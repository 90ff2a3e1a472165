"use client";

import { useActionState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import { FormStatus } from "../ui/form-status";
import { Input } from "../ui/input";
import { SubmitButton } from "../ui/submit-button";

const names = ["currentPassword", "newPassword", "repeatedPassword"] as const;
type Words = Record<(typeof names)[number] | "help" | "submit" | "pending" | "done", string>;

/** One's own password: what is typed here never comes back. */
export function PasswordForm({ action, words }: { action: FormAction; words: Words }) {
  const [state, submit] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      <FormStatus refused={refused?.reason} done={state.status === "done" ? words.done : undefined} />
      {names.map((name) => (
        <Input
          key={name}
          name={name}
          type="password"
          label={words[name]}
          help={name === "newPassword" ? words.help : undefined}
          error={refused?.fields[name]}
          autoComplete={name === "currentPassword" ? "current-password" : "new-password"}
          maxLength={1024}
        />
      ))}
      <div>
        <SubmitButton pending={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
