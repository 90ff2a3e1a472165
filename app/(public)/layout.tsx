import type { ReactNode } from "react";
import { Footer } from "@/components/shell/footer";
import { Mark } from "@/components/shell/mark";
import { PreferenceForms } from "@/components/shell/preferences";
import { getLetters } from "@/lib/next/letters";
import { getLocale, translator } from "@/lib/next/locale";
import { switchLanguage, switchLetters } from "./actions";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [locale, letters, common, t] = await Promise.all([
    getLocale(),
    getLetters(),
    translator("common"),
    translator("shell"),
  ]);
  const texts = {
    language: t("language"),
    letters: t("letters.title"),
    sizes: { normal: t("letters.normal"), large: t("letters.large") },
  };
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-2 text-sm lg:px-6">
        <p className="flex items-center gap-2 text-lg font-semibold">
          <Mark className="size-7" />
          {common("product")}
        </p>
        <PreferenceForms
          locale={locale}
          letters={letters}
          switchLanguage={switchLanguage}
          switchLetters={switchLetters}
          texts={texts}
          inline
        />
      </header>
      <div className="flex-1">{children}</div>
      <Footer words={{ t }} />
    </div>
  );
}
