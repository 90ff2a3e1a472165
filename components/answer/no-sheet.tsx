import type { createTranslator, Messages } from "use-intl/core";
import { formatDay, type Locale } from "../../lib/format";
import type { AnswerSheet } from "../../lib/senses/answering/answer";
import { LinkButton } from "../ui/button";
import { Notice } from "../ui/notice";
import { AnswerMain } from "./answer-main";

type NoSheetProps = {
  sheet: Exclude<AnswerSheet, { state: "open" }>;
  locale: Locale;
  t: ReturnType<typeof createTranslator<Messages, "answer">>;
};

/** Why a code opens nothing. */
export function NoSheet({ sheet, locale, t }: NoSheetProps) {
  const { state } = sheet;
  return (
    <AnswerMain title={t(`states.${state}.title`)}>
      <Notice tone={state === "used" ? "good" : "info"}>
        <p>
          {sheet.state === "early"
            ? t("states.early.text", { day: formatDay(locale, sheet.opensOn) })
            : t(`states.${sheet.state}.text`)}
        </p>
      </Notice>
      {state === "unknown" ? (
        <p>
          <LinkButton href="/answer">{t("typeIt")}</LinkButton>
        </p>
      ) : null}
    </AnswerMain>
  );
}
