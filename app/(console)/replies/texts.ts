import type { ReplyAidTexts } from "@/components/replies/reply-aid";
import { getLocale, translator } from "@/lib/next/locale";
import { placeholders } from "@/lib/replies/model";

/** The words beside a field for an answer. */
export async function aidTexts(): Promise<ReplyAidTexts> {
  const [t, locale] = await Promise.all([translator("reply"), getLocale()]);
  const marks = Object.values(placeholders)
    .map((names) => `{${names[locale]}}`)
    .join(t("comma"));
  return {
    choose: t("choose"),
    none: t("none"),
    preview: t("preview"),
    nothing: t("nothing"),
    unknown: t("unknownHere"),
    empty: t("emptyHere"),
    marks: t("marksHelp", { marks }),
  };
}
