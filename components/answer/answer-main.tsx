import type { ReactNode } from "react";
import { PageTitle } from "../shell/page-title";

/** A page for somebody without an account, in large type. */
export function AnswerMain({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="@container mx-auto grid w-full max-w-2xl gap-6 px-4 py-8 text-lg">
      <PageTitle of={title} />
      <header className="grid gap-1">
        <h1 className="text-2xl">{title}</h1>
        {lead ? <p className="text-second">{lead}</p> : null}
      </header>
      {children}
    </main>
  );
}
