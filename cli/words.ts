import { createTranslator } from "use-intl/core";
import type { Say } from "../lib/exchange/report";
import en from "../messages/en.json";
import hans from "../messages/zh-CN.json";
import hant from "../messages/zh-Hant.json";

const dictionaries = { "zh-CN": hans, "zh-Hant": hant, en };
export type Language = keyof typeof dictionaries;
export const languages: Language[] = ["zh-CN", "zh-Hant", "en"];

/** A message by its key, in a language; a key that is none is shown as it is. */
export function sayIn(language: Language): Say {
  const messages = dictionaries[language];
  // Reasons are keys built at run time, which the dictionary's types cannot check.
  const translate = createTranslator({ locale: language, messages, onError: () => {} }) as unknown as Say;
  return (key, values) => translate(key, values);
}
