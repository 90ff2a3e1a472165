import type { ReactNode } from "react";
import { markField } from "../../lib/senses/answering/input";
import type { AnswerTexts } from "./texts";

export type Question = { code: string; low: number; high: number; label: string };

type QuestionFieldProps = {
  question: Question;
  value: string | undefined;
  place: { at: number; of: number };
  /** Each question fills a screen and leads on to the next. */
  one: boolean;
  texts: AnswerTexts;
};

/** One question: five words from no to yes, or a row of numbers; not knowing is an answer too. */
export function QuestionField({ question, value, place, one, texts }: QuestionFieldProps) {
  const { code, low, high, label } = question;
  const name = markField(code);
  const marks = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const inWords = low === 1 && high === texts.agree.length;
  return (
    <fieldset
      id={`q${place.at}`}
      className={`grid scroll-mt-4 content-start gap-3 ${one ? "min-h-[calc(100svh-3rem)]" : ""}`}
    >
      <legend className="pb-3 text-lg font-semibold">
        <span className="me-2 text-second tabular-nums">{place.at}.</span>
        {label}
      </legend>
      <div className={inWords ? "grid gap-2 sm:grid-cols-5" : "grid grid-cols-6 gap-2 sm:grid-cols-11"}>
        {marks.map((mark) => (
          <Mark
            key={mark}
            name={name}
            mark={String(mark)}
            value={value}
            className={`${cell} ${inWords ? "gap-3 sm:flex-col sm:gap-1 sm:py-2" : "flex-col py-1"}`}
          >
            <span className={inWords ? "sm:text-center sm:text-base" : "tabular-nums"}>
              {inWords ? texts.agree[mark - low] : mark}
            </span>
          </Mark>
        ))}
      </div>
      {inWords ? null : (
        <p className="flex justify-between text-base text-second">
          <span>{texts.lowest}</span>
          <span>{texts.highest}</span>
        </p>
      )}
      <Mark name={name} mark="" value={value} className="touch flex w-fit items-center gap-3 text-base text-second">
        {texts.unknown}
      </Mark>
      {one ? (
        <p>
          <a href={`#q${place.at + 1}`} className="touch inline-flex items-center rounded border border-edge px-6 py-2">
            {texts.next} <span className="ms-2 text-second tabular-nums">{`${place.at}/${place.of}`}</span>
          </a>
        </p>
      ) : null}
    </fieldset>
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
