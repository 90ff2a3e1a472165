"use server";

import { redirect } from "next/navigation";
import { languageInput } from "@/lib/accounts/input";
import { visit } from "@/lib/next/action";
import { lettersInput, setLetters } from "@/lib/next/letters";
import { setLocale } from "@/lib/next/locale";
import { safePath } from "@/lib/next/paths";

export const switchLanguage = visit(languageInput, async (_visitor, { locale, back }) => {
  await setLocale(locale);
  redirect(safePath(back));
});

export const switchLetters = visit(lettersInput, async (_visitor, { letters, back }) => {
  await setLetters(letters);
  redirect(safePath(back));
});
