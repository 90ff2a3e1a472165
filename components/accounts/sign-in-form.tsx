"use client";

import { type ReactNode, useActionState } from "react";
import { FormStatus } from "@/components/ui/form-status";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormAction, idle } from "@/lib/form-state";
import { type Demo, DemoAccounts } from "./demo-accounts";

type SignInFormProps = {
  action: FormAction;
  next: string;
  words: { login: string; password: string; submit: string; pending: string };
  demo: Demo | null;
  /** What stands above the form. */
  children: ReactNode;
};

/** One form, and in a demo beside it a button for each account, which sends the same. */
export function SignInForm({ action, next, words, demo, children }: SignInFormProps) {
  const [state, submit, pending] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  return (
    <div
      className={`mx-auto grid items-start gap-x-20 gap-y-10 ${demo ? "max-w-5xl lg:grid-cols-[22rem_minmax(0,1fr)]" : "max-w-sm"}`}
    >
      <div className="grid min-w-0 gap-6">
        {children}
        <form action={submit} className="grid min-w-0 gap-4">
          <FormStatus refused={refused?.reason} />
          <input type="hidden" name="next" value={next} />
          <Input
            name="login"
            label={words.login}
            defaultValue={refused?.values.login ?? ""}
            error={refused?.fields.login}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            autoFocus
          />
          <Input
            name="password"
            type="password"
            label={words.password}
            error={refused?.fields.password}
            autoComplete="current-password"
            maxLength={1024}
          />
          <SubmitButton pending={words.pending}>{words.submit}</SubmitButton>
        </form>
      </div>
      {demo ? <DemoAccounts demo={demo} next={next} submit={submit} pending={pending} /> : null}
    </div>
  );
}
