"use client";

import { useActionState } from "react";
import { idle } from "../../lib/form-state";
import { markField, wordsField } from "../../lib/senses/answering/input";
import { AppLink } from "../ui/app-link";
import { buttonClass } from "../ui/button";
import { FormStatus } from "../ui/form-status";
import { SubmitButton } from "../ui/submit-button";
import type { AnswerFormProps } from "./answer-form";
import { AreaSelect } from "./area-select";

type LastFormProps = Omit<AnswerFormProps, "questions"> & { told: string; back: string };

/** After the last question: how many were answered, and what was chosen is sent. */
export function LastForm({ action, code, sendKey, areas, draft, told, back, texts }: LastFormProps) {
  const [state, submit] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={submit} className="grid gap-6">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="key" value={refused?.values.key ?? sendKey} />
      {Object.entries(draft.marks).map(([item, mark]) => (
        <input key={item} type="hidden" name={markField(item)} value={mark} />
      ))}
      {Object.entries(draft.words).map(([item, words]) => (
        <input key={item} type="hidden" name={wordsField(item)} value={words} />
      ))}
      <p>{told}</p>
      {areas ? (
        <AreaSelect
          areas={areas}
          area={refused?.values.area ?? draft.area ?? ""}
          error={refused?.fields.area}
          texts={texts}
        />
      ) : null}
      <FormStatus refused={refused?.reason} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
        <AppLink href={back as "/answer"} className={buttonClass("quiet")}>
          {texts.back}
        </AppLink>
      </div>
    </form>
  );
}
