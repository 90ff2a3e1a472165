"use client";

import { useActionState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import type { Question } from "../../lib/senses/questions";
import { AppLink } from "../ui/app-link";
import { buttonClass } from "../ui/button";
import { FormStatus } from "../ui/form-status";
import { SubmitButton } from "../ui/submit-button";
import { QuestionField } from "./question-field";
import type { AnswerTexts } from "./texts";

type ItemFormProps = {
  action: FormAction;
  code: string;
  question: Question;
  value: string | undefined;
  /** Its place among all questions, and where one goes back to. */
  place: number;
  of: number;
  back: string;
  texts: AnswerTexts;
};

/** One question a page: what is chosen is kept in the own browser on the way to the next. */
export function ItemForm({ action, code, question, value, place, of, back, texts }: ItemFormProps) {
  const [state, submit] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={submit} className="grid gap-8" key={question.code}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="item" value={question.code} />
      <progress
        value={place}
        max={of}
        aria-label={`${place}/${of}`}
        className="h-2 w-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
      <QuestionField question={{ ...question, rule: null }} value={value} place={place} asked texts={texts} />
      <FormStatus refused={refused?.reason} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton pending={texts.pending}>{texts.next}</SubmitButton>
        <AppLink href={back as "/answer"} className={buttonClass("quiet")}>
          {texts.back}
        </AppLink>
        <span className="ms-auto text-second tabular-nums">{`${place}/${of}`}</span>
      </div>
    </form>
  );
}
