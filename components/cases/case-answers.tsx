import type { Answer } from "../../lib/cases/catalogue/model";

/** What the category asked when the request was registered, and what was answered. */
export function CaseAnswers({
  answers,
  label,
  words,
}: {
  answers: Answer[];
  label: string;
  words: Record<string, string>;
}) {
  return (
    <dl aria-label={label} className="grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
      {answers.map(({ question, answer }) => (
        <div key={question} className="contents">
          <dt className="text-second">{question}</dt>
          <dd className="break-words">{words[answer] ?? answer}</dd>
        </div>
      ))}
    </dl>
  );
}
