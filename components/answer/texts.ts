import type { createTranslator, Messages } from "use-intl/core";

type Words = ReturnType<typeof createTranslator<Messages, "answer">>;

/** The words of the form, finished, as the browser gets them. */
export function textsOf(t: Words) {
  return {
    agree: [t("agree.1"), t("agree.2"), t("agree.3"), t("agree.4"), t("agree.5")],
    unknown: t("dontKnow"),
    lowest: t("lowest"),
    highest: t("highest"),
    area: t("areaLabel"),
    areaChoose: t("areaChoose"),
    next: t("next"),
    submit: t("submit"),
    pending: t("pending"),
    kept: t("kept"),
  };
}
export type AnswerTexts = ReturnType<typeof textsOf>;
