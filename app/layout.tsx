import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { DemoBanner } from "@/components/shell/demo-banner";
import { ErrorTextsProvider } from "@/components/shell/error-texts";
import { ProductProvider } from "@/components/shell/page-title";
import { findDemo } from "@/lib/accounts/queries";
import { getLetters } from "@/lib/next/letters";
import { getLocale, translator } from "@/lib/next/locale";
import { visitorNow } from "@/lib/next/session";
import "./globals.css";

export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

export const viewport: Viewport = { themeColor: "#faf9f6" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, letters, common, t, shell, demo] = await Promise.all([
    getLocale(),
    getLetters(),
    translator("common"),
    translator("error"),
    translator("shell"),
    isDemo(),
  ]);
  const texts = {
    title: t("title"),
    text: t("text"),
    busyTitle: t("busyTitle"),
    busyText: t("busyText"),
    reference: t("reference", { id: "" }),
    again: t("again"),
    home: t("home"),
  };
  return (
    <html lang={locale} data-type={letters}>
      <body>
        {demo ? <DemoBanner text={shell("demo")} /> : null}
        <ProductProvider name={common("product")}>
          <ErrorTextsProvider texts={texts}>{children}</ErrorTextsProvider>
        </ProductProvider>
      </body>
    </html>
  );
}

/** The page stands also while the database is silent. */
async function isDemo(): Promise<boolean> {
  const demo = await findDemo(await visitorNow()).catch(() => null);
  return demo !== null;
}
