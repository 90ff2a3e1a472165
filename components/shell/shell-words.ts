import type { translator } from "../../lib/next/locale";

type TranslatorOf<Namespace extends "shell" | "role"> = Awaited<ReturnType<typeof translator<Namespace>>>;

/** What the frame writes with. */
export type ShellWords = { t: TranslatorOf<"shell">; role: TranslatorOf<"role"> };
