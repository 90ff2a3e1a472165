"use client";

import { useActionState, useState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import type { Draft } from "../../lib/senses/answering/draft";
import { markField, wordsField } from "../../lib/senses/answering/input";
import { askedCodes, type Marks } from "../../lib/senses/items";
import type { Question } from "../../lib/senses/questions";
import { FormStatus } from "../ui/form-status";
import { SubmitButton } from "../ui/submit-button";
import { AreaSelect } from "./area-select";
import { draftOf, KeepDraft } from "./keep-draft";
import { QuestionField } from "./question-field";
import type { AnswerTexts } from "./texts";

export type AnswerFormProps = {
  action: FormAction;
  code: string;
  /** Under which the form is sent: sent twice it is one answer. */
  sendKey: string;
  questions: Question[];
  /** Where one may say to live, in a round that is open to everybody. */
  areas: { id: string; name: string }[] | null;
  draft: Draft;
  texts: AnswerTexts;
};

/** All questions on one page; nothing of it needs a script. */
export function AnswerForm({ action, code, sendKey, questions, areas, draft, texts }: AnswerFormProps) {
  const [state, submit] = useActionState(action, idle);
  const [marks, setMarks] = useState<Marks>(draft.marks);
  const refused = state.status === "refused" ? state : null;
  const given = refused?.values;
  const asked = new Set(askedCodes(questions, marks));
  const answerTo = ({ code, kind }: Question) =>
    given
      ? given[(kind === "text" ? wordsField : markField)(code)]
      : (draft.words[code] ?? draft.marks[code]?.toString());
  return (
    <form
      action={submit}
      id="answer"
      className="grid gap-8"
      onChange={({ currentTarget }) => setMarks(draftOf(currentTarget).marks)}
    >
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="key" value={given?.key ?? sendKey} />
      {areas ? (
        <AreaSelect areas={areas} area={given?.area ?? draft.area ?? ""} error={refused?.fields.area} texts={texts} />
      ) : null}
      {questions.map((question, index) => (
        <QuestionField
          key={question.code}
          question={question}
          value={answerTo(question)}
          place={index + 1}
          asked={asked.has(question.code)}
          texts={texts}
        />
      ))}
      <div className="grid gap-4">
        <FormStatus refused={refused?.reason} />
        <div className="flex flex-wrap gap-3 [&_button]:h-12 [&_button]:text-lg max-sm:[&_button]:w-full sm:[&_button]:px-8">
          <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
          <span className="without-script">
            <SubmitButton pending={texts.pending} tone="plain" name="later" value="on">
              {texts.later}
            </SubmitButton>
          </span>
        </div>
      </div>
      <KeepDraft form="answer" code={code} />
    </form>
  );
}
