import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { readFrame } from "@/lib/next/frame";
import { getLetters } from "@/lib/next/letters";
import { getLocale, translator } from "@/lib/next/locale";
import { switchLanguage, switchLetters } from "../(public)/actions";
import { changeGrant, signOut } from "./actions";

/** Frame and navigation only: each page finds out for itself who may see it. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const frame = await readFrame();
  if (!frame) return <main className="px-4 py-4">{children}</main>;
  const [locale, letters, common, t, role] = await Promise.all([
    getLocale(),
    getLetters(),
    translator("common"),
    translator("shell"),
    translator("role"),
  ]);
  return (
    <Frame
      actor={frame.actor}
      grants={frame.grants}
      newReminders={frame.newReminders}
      switchGrant={changeGrant}
      signOut={signOut}
      preferences={{ locale, letters, switchLanguage, switchLetters }}
      product={common("product")}
      words={{ t, role }}
    >
      {children}
    </Frame>
  );
}
