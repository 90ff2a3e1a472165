import type { ReactNode } from "react";
import { AppLink } from "../ui/app-link";
import { Icon } from "../ui/icon";
import type { ShellWords } from "./shell-words";

/** At the foot of every page: where to say what is wrong with the system itself. */
export function Footer({ words: { t }, children }: { words: Pick<ShellWords, "t">; children?: ReactNode }) {
  return (
    <footer className="rail flex flex-wrap items-center justify-between gap-x-6 px-4 py-4 text-sm text-second lg:px-6 print:hidden">
      <AppLink
        href="/suggest"
        className="touch inline-flex items-center gap-1.5 underline decoration-line underline-offset-4 hover:text-ink"
      >
        <Icon name="speech" className="size-4" />
        {t("suggest")}
      </AppLink>
      {children}
    </footer>
  );
}
