import type { ReactNode } from "react";
import { markField, wordsField } from "../../lib/senses/answering/input";
import { mostWords } from "../../lib/senses/items";
import type { Question } from "../../lib/senses/questions";
import type { AnswerTexts } from "./texts";

type QuestionFieldProps = {
  question: Question;
  /** What was answered before: a mark, or words. */
  value: string | undefined;
  place: number;
  /** False where its rule says that it is not for who gave the answers above. */
  asked: boolean;
  texts: AnswerTexts;
};

/** One question: words to choose from, a row of numbers, or room for words of one's own. */
export function QuestionField({ question, value, place, asked, texts }: QuestionFieldProps) {
  const { code, kind, label, rule } = question;
  const title = (
    <>
      <span className="me-2 text-second tabular-nums">{place}.</span>
      {label}
    </>
  );
  return (
    <div id={`q${place}`} className={`scroll-mt-4 ${asked ? "" : "without-script"}`}>
      {rule ? <p className="pb-1 text-base text-second without-script">{rule}</p> : null}
      {kind === "text" ? (
        <label className="grid gap-3">
          <span className="text-lg font-semibold">{title}</span>
          <textarea
            name={wordsField(code)}
            defaultValue={value}
            maxLength={mostWords}
            rows={4}
            className="rounded border border-edge bg-raised p-3"
          />
          <span className="text-base text-second">{texts.wordsHelp}</span>
        </label>
      ) : (
        <fieldset className="grid gap-3">
          <legend className="pb-3 text-lg font-semibold">{title}</legend>
          <Marks question={question} value={value} texts={texts} />
        </fieldset>
      )}
    </div>
  );
}

type MarksProps = { question: Question; value: string | undefined; texts: AnswerTexts };

function Marks({ question: { code, kind, low, high, options }, value, texts }: MarksProps) {
  const name = markField(code);
  const marks = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const isRow = kind === "scale" && options.length === 5;
  return (
    <>
      <div
        className={
          options.length === 0
            ? "grid grid-cols-6 gap-2 @xl:grid-cols-11"
            : `grid gap-2 ${isRow ? "@xl:grid-cols-5" : ""}`
        }
      >
        {marks.map((mark) => (
          <Mark
            key={mark}
            name={name}
            mark={String(mark)}
            value={value}
            className={`${cell} ${options.length === 0 ? "flex-col py-1" : isRow ? "gap-3 @xl:flex-col @xl:gap-1 @xl:py-2" : "gap-3 py-2"}`}
          >
            {options.length === 0 ? (
              <span className="tabular-nums">{mark}</span>
            ) : (
              <span className={isRow ? "@xl:text-center @xl:text-base" : ""}>{options[mark - low]}</span>
            )}
          </Mark>
        ))}
      </div>
      {options.length === 0 ? (
        <p className="flex justify-between text-base text-second">
          <span>{texts.lowest}</span>
          <span>{texts.highest}</span>
        </p>
      ) : null}
      <Mark name={name} mark="" value={value} className="touch flex w-fit items-center gap-3 text-base text-second">
        {texts.unknown}
      </Mark>
    </>
  );
}

const cell =
  "flex min-h-12 cursor-pointer items-center rounded border border-edge bg-raised px-3 has-checked:border-ink has-checked:bg-hover has-checked:font-semibold";

type MarkProps = { name: string; mark: string; value: string | undefined; className: string; children: ReactNode };

function Mark({ name, mark, value, className, children }: MarkProps) {
  return (
    <label className={className}>
      <input
        type="radio"
        name={name}
        value={mark}
        defaultChecked={value === mark}
        className="size-6 shrink-0 accent-accent"
      />
      {children}
    </label>
  );
}
