import { notFound } from "next/navigation";
import { HeardView } from "@/components/heard/heard-view";
import { getLocale, messagesOf } from "@/lib/next/locale";
import { visitorNow } from "@/lib/next/session";
import { readCode, roundCodeLength } from "@/lib/senses/answering/codes";
import { findHeard } from "@/lib/senses/told/heard";

/** What residents said in a round, what is done about it, and what cannot be. */
export default async function HeardPage({ params }: PageProps<"/heard/[code]">) {
  const { code } = await params;
  const locale = await getLocale();
  const page = (await findHeard(await visitorNow(), readCode(code.slice(0, roundCodeLength + 8)))) ?? notFound();
  return <HeardView page={page} locale={locale} messages={await messagesOf(locale)} />;
}
