import "server-only";
import { locales } from "../format";
import type { FormWords } from "../senses/import/forms";
import { messagesOf } from "./locale";

const blank = ["R", "r", "NA", "N/A", "-", "—", "–", "/", "无", "無"];

/** What may stand in a sheet of forms in place of a mark, in every language. */
export async function formWords(): Promise<FormWords> {
  const all = await Promise.all(locales.map(messagesOf));
  const answers = all.map(({ answer }) => answer);
  return {
    agree: Object.fromEntries(
      answers.flatMap(({ agree }) => Object.entries(agree).map(([mark, word]) => [word, Number(mark)] as const)),
    ),
    none: [...blank, ...answers.flatMap(({ dontKnow }) => [dontKnow, ...dontKnow.split(/[,\uff0c、]\s*/)])],
  };
}
