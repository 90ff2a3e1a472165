import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import { zone } from "../calendar/zone";
import { type Locale, locales } from "../format";

const cookieName = "locale";
const year = 365 * 24 * 3600;

/** The language the reader chose; Chinese where none was chosen. */
export const getLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(cookieName)?.value;
  return locales.find((locale) => locale === chosen) ?? "zh-CN";
});

/** Keeps the chosen language in this browser. Only where cookies may be set: in actions and handlers. */
export async function setLocale(locale: Locale): Promise<void> {
  (await cookies()).set(cookieName, locale, { path: "/", maxAge: year, sameSite: "lax", httpOnly: true });
}

/** All words of a language, for what may hand a few of them to the browser. */
export async function messagesOf(locale: Locale): Promise<Messages> {
  if (locale === "en") return (await import("../../messages/en.json")).default;
  if (locale === "zh-Hant") return (await import("../../messages/zh-Hant.json")).default;
  return (await import("../../messages/zh-CN.json")).default;
}

/** The words of one part of the product: `const t = await translator("signIn"); t("title")`. */
export async function translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  namespace: Namespace,
) {
  const locale = await getLocale();
  return createTranslator({ locale, messages: await messagesOf(locale), namespace, timeZone: zone });
}

/** The sentence of a key that is only known at run time, as the reason of a refusal is; the plain one where it has none. */
export async function sentence(key: string, values: Record<string, string | number> = {}): Promise<string> {
  const locale = await getLocale();
  // A key of a refusal is text to the compiler; `has` looks it up, and a test looks up all of them.
  const t = createTranslator({
    locale,
    messages: await messagesOf(locale),
    timeZone: zone,
  }) as unknown as AnyTranslator;
  const { state } = values;
  const told = state === undefined ? values : { ...values, state: t(`case.states.${state}`) };
  return t.has(key) ? t(key, told) : t("error.refused");
}

type AnyTranslator = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };
