"use client";

import { useState } from "react";
import { askedCodes, type Marks } from "../../lib/senses/items";
import type { Question } from "../../lib/senses/questions";
import { draftOf } from "../answer/keep-draft";
import { QuestionField } from "../answer/question-field";
import type { AnswerTexts } from "../answer/texts";

type PreviewProps = { label: string; name: string; lead: string; questions: Question[]; texts: AnswerTexts };

/** The questionnaire as a telephone of 390 points shows it, with its rules; nothing of it is sent. */
export function PhonePreview({ label, name, lead, questions, texts }: PreviewProps) {
  const [marks, setMarks] = useState<Marks>({});
  const asked = new Set(askedCodes(questions, marks));
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="@container h-[80vh] w-[390px] max-w-full overflow-y-auto rounded border-4 border-edge bg-paper px-4 py-6 text-lg"
    >
      <h2 className="pb-1 text-2xl">{name}</h2>
      <p className="pb-6 text-second">{lead}</p>
      <form
        className="grid gap-8"
        onSubmit={(event) => event.preventDefault()}
        onChange={({ currentTarget }) => setMarks(draftOf(currentTarget).marks)}
      >
        {questions.map((question, at) => (
          <QuestionField
            key={question.code}
            question={question}
            value={undefined}
            place={at + 1}
            asked={asked.has(question.code)}
            texts={texts}
          />
        ))}
      </form>
    </section>
  );
}
