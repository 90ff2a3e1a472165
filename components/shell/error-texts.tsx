"use client";

import { createContext, type ReactNode, useContext } from "react";
import { Button, buttonClass } from "../ui/button";
import { PageTitle } from "./page-title";

export type ErrorTexts = {
  title: string;
  text: string;
  busyTitle: string;
  busyText: string;
  reference: string;
  again: string;
  home: string;
};

const Texts = createContext<ErrorTexts | null>(null);

/** Keeps the few words an error needs in the browser: when it happens, nobody may be there to ask. */
export function ErrorTextsProvider({ texts, children }: { texts: ErrorTexts; children: ReactNode }) {
  return <Texts value={texts}>{children}</Texts>;
}

/** What happened, what to do, what was kept. The digest "busy" is a database that did not answer. */
export function ErrorView({ digest, again }: { digest: string | undefined; again: () => void }) {
  const texts = useContext(Texts);
  const busy = digest === "busy";
  const title = (busy ? texts?.busyTitle : texts?.title) ?? "";
  return (
    <div role="alert" className="mx-auto grid max-w-xl justify-items-start gap-3 px-4 py-16">
      <PageTitle of={title} />
      <h1 className="text-2xl">{title}</h1>
      <p className="text-second">{busy ? texts?.busyText : texts?.text}</p>
      {digest && !busy ? (
        <p className="text-sm text-second">
          {texts?.reference} {digest}
        </p>
      ) : null}
      <p className="flex flex-wrap gap-2 pt-2">
        <Button tone="primary" onClick={again}>
          {texts?.again}
        </Button>
        <a href="/" className={buttonClass()}>
          {texts?.home}
        </a>
      </p>
    </div>
  );
}
