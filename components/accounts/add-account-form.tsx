"use client";

import { useActionState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import { AppLink } from "../ui/app-link";
import { FormStatus } from "../ui/form-status";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";

type Words = Record<
  "login" | "loginHelp" | "name" | "submit" | "pending" | "added" | "password" | "copy" | "openIt",
  string
>;

/** Opens an account; its first password stands in the answer, once. */
export function AddAccountForm({ action, words }: { action: FormAction; words: Words }) {
  const [state, submit] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  const made = state.status === "done" ? state.shown : null;
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      <FormStatus refused={refused?.reason} />
      {made ? (
        <Notice tone="good" live title={words.added}>
          <p>
            {words.login}: <strong>{made.login}</strong>
          </p>
          <p>
            {words.password}: <code className="select-all text-lg">{made.password}</code>
          </p>
          <p className="text-sm">{words.copy}</p>
          <p>
            <AppLink href={`/accounts/${made.id ?? ""}`} className="underline underline-offset-2">
              {words.openIt}
            </AppLink>
          </p>
        </Notice>
      ) : null}
      <Input
        name="login"
        label={words.login}
        help={words.loginHelp}
        defaultValue={refused?.values.login ?? ""}
        error={refused?.fields.login}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
      />
      <Input
        name="name"
        label={words.name}
        defaultValue={refused?.values.name ?? ""}
        error={refused?.fields.name}
        autoComplete="off"
        maxLength={60}
      />
      <div>
        <SubmitButton pending={words.pending}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
