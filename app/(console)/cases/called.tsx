import { OpenCalls } from "@/components/whistles/open-calls";
import type { OpenCall } from "@/lib/cases/whistles/queries-open";
import { translator } from "@/lib/next/locale";
import { dueTexts } from "./texts";

/** What called units owe, where somebody begins the day. */
export async function CalledTo({ rows, now }: { rows: readonly OpenCall[]; now: Date }) {
  const [t, due] = await Promise.all([translator("case"), dueTexts()]);
  const words = { title: t("whistle.owed"), arrival: t("whistle.arrival"), reply: t("whistle.reply") };
  return <OpenCalls rows={rows} now={now} texts={{ ...due, ...words }} />;
}
