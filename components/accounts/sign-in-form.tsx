"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormStatus } from "@/components/ui/form-status";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormAction, idle } from "@/lib/form-state";

type Words = { login: string; password: string; submit: string; pending: string };
type Demo = {
  title: string;
  lead: string;
  password: string;
  accounts: { login: string; name: string; where: string; label: string }[];
};

/** One form, and in a demo a button for each account, which sends the same. */
export function SignInForm({
  action,
  next,
  words,
  demo,
}: {
  action: FormAction;
  next: string;
  words: Words;
  demo: Demo | null;
}) {
  const [state, submit, pending] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  return (
    <div className="grid min-w-0 gap-8">
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
      {demo ? (
        <section aria-labelledby="demo" className="grid gap-3 border-t border-line pt-6">
          <h2 id="demo" className="text-lg">
            {demo.title}
          </h2>
          <p className="text-sm text-second">{demo.lead}</p>
          <ul className="grid gap-2">
            {demo.accounts.map(({ login, name, where, label }) => (
              <li key={login}>
                <form action={submit}>
                  <input type="hidden" name="next" value={next} />
                  <input type="hidden" name="login" value={login} />
                  <input type="hidden" name="password" value={demo.password} />
                  <Button
                    type="submit"
                    disabled={pending}
                    aria-label={label}
                    className="h-auto! w-full flex-wrap justify-between! gap-x-4 py-1.5"
                  >
                    <span>{name}</span>
                    <span className="text-sm text-second">{where}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
