import { AnswerMain } from "@/components/answer/answer-main";
import { Notice } from "@/components/ui/notice";
import { translator } from "@/lib/next/locale";

export default async function ThanksPage() {
  const t = await translator("answer");
  return (
    <AnswerMain title={t("thanks")}>
      <Notice tone="good" title={t("received")}>
        <p>{t("receivedText")}</p>
      </Notice>
      <p className="text-second">{t("anonymous")}</p>
    </AnswerMain>
  );
}
