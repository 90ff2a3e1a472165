import type { Question } from "../../lib/senses/questions";

type PaperFormProps = {
  questions: Question[];
  texts: Record<"title" | "lead" | "scale" | "back" | "number" | "community", string>;
};

/** One sheet of A4: the questions in the order in which they are keyed, numbers to tick, no name. */
export function PaperForm({ questions, texts }: PaperFormProps) {
  return (
    <section aria-label={texts.title} className="paper-form">
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      <p>{texts.scale}</p>
      <ol>
        {questions.map((question, index) => (
          <li key={question.code}>
            <span>
              {index + 1}. {question.label}
              {question.rule ? <span className="paper-rule">{question.rule}</span> : null}
            </span>
            <Room question={question} />
          </li>
        ))}
      </ol>
      <p>{texts.back}</p>
      <p className="paper-foot">
        <span>{texts.community} ______________________</span>
        <span>{texts.number} ________</span>
      </p>
    </section>
  );
}

/** Where the answer goes: numbers to tick, options with their numbers, or lines to write on. */
function Room({ question: { kind, low, high, options } }: { question: Question }) {
  if (kind === "text") return <span className="paper-lines" />;
  const marks = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  if (kind === "choice")
    return (
      <span className="paper-options">
        {marks.map((mark) => (
          <span key={mark}>
            <span className="paper-marks">
              <span>{mark}</span>
            </span>
            {options[mark - low]}
          </span>
        ))}
      </span>
    );
  return (
    <span className="paper-marks">
      {marks.map((mark) => (
        <span key={mark}>{mark}</span>
      ))}
    </span>
  );
}
