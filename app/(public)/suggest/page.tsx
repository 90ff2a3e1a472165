import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { can } from "@/lib/access/model";
import { readFrame } from "@/lib/next/frame";
import { translator } from "@/lib/next/locale";

/** Where anybody says what is wrong with the system itself: staff as a case, everybody else by the ways that stand. */
export default async function SuggestPage() {
  const [t, frame] = await Promise.all([translator("shell"), readFrame()]);
  const registers = frame !== null && can(frame.actor, "case.register");
  return (
    <main className="mx-auto grid w-full max-w-xl gap-3 px-4 py-12">
      <PageHead title={t("suggest")} />
      <p>{t("suggestLead")}</p>
      <p>{t("suggestWays")}</p>
      {registers ? (
        <p>
          <LinkButton href="/cases/new" tone="primary">
            {t("suggestCase")}
          </LinkButton>
        </p>
      ) : null}
    </main>
  );
}
