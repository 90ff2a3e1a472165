import type { createTranslator, Messages } from "use-intl/core";
import { type AskedItem, type Condition, inLanguage } from "./items";

/** An item as it is put to somebody, in one language. */
export type Question = Pick<AskedItem, "code" | "kind" | "low" | "high" | "shownIf"> & {
  label: string;
  /** What the marks mean, from the lowest; empty where they are numbers. */
  options: string[];
  /** Who is to answer it, where not everybody is. */
  rule: string | null;
};

type Words = ReturnType<typeof createTranslator<Messages, "answer">>;

const agreeing = 5;

/** The items of a questionnaire in the order they are asked, in the language of whoever is asked. */
export function questionsOf(items: readonly AskedItem[], locale: string, t: Words): Question[] {
  const agree = [t("agree.1"), t("agree.2"), t("agree.3"), t("agree.4"), t("agree.5")];
  const asked = items.map(({ code, kind, low, high, labels, options, shownIf }) => ({
    code,
    kind,
    low,
    high,
    shownIf,
    label: inLanguage(labels, locale) ?? code,
    options:
      options.length > 0
        ? options.map((option, at) => inLanguage(option, locale) ?? String(low + at))
        : kind === "scale" && low === 1 && high === agreeing
          ? agree
          : [],
  }));
  const ruleOf = ({ item, marks }: Condition): string => {
    const at = asked.findIndex(({ code }) => code === item);
    const of = asked[at];
    const words = marks.map((mark) => of?.options[mark - of.low] ?? String(mark));
    return t("onlyIf", { place: at + 1, marks: words.join(t("or")) });
  };
  return asked.map((question) => ({ ...question, rule: question.shownIf ? ruleOf(question.shownIf) : null }));
}

/** Seven questions a minute, and a minute to begin with. */
export const minutesOf = (questions: number): number => 1 + Math.floor(questions / 7);
