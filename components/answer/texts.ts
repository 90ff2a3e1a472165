import type { createTranslator, Messages } from "use-intl/core";

type Words = ReturnType<typeof createTranslator<Messages, "answer">>;

/** The words of the form, finished, as the browser gets them. */
export function textsOf(t: Words) {
  return {
    unknown: t("dontKnow"),
    lowest: t("lowest"),
    highest: t("highest"),
    wordsHelp: t("wordsHelp"),
    area: t("areaLabel"),
    areaChoose: t("areaChoose"),
    next: t("next"),
    back: t("back"),
    later: t("later"),
    submit: t("submit"),
    pending: t("pending"),
  };
}
export type AnswerTexts = ReturnType<typeof textsOf>;
