import { PageTitle } from "@/components/shell/page-title";
import { LinkButton } from "@/components/ui/button";
import { translator } from "@/lib/next/locale";

export default async function NotFoundPage() {
  const t = await translator("error");
  return (
    <main className="mx-auto grid max-w-xl justify-items-start gap-3 px-4 py-16">
      <PageTitle of={t("missingTitle")} />
      <h1 className="text-2xl">{t("missingTitle")}</h1>
      <p className="text-second">{t("missingText")}</p>
      <LinkButton href="/" className="mt-2">
        {t("home")}
      </LinkButton>
    </main>
  );
}
