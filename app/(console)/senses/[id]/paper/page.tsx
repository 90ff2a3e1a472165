import { notFound } from "next/navigation";
import { PaperForm } from "@/components/senses/paper-form";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { authorize } from "@/lib/access/guard";
import { formatDay } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { listItems } from "@/lib/senses/paper/queries";
import { findRound } from "@/lib/senses/queries-collect";
import { questionsOf } from "@/lib/senses/questions";

/** The questionnaire on paper, in the language of the page. */
export default async function PaperPage({ params }: PageProps<"/senses/[id]/paper">) {
  const [id, t, answer, locale] = await Promise.all([
    idOf(params),
    translator("round"),
    translator("answer"),
    getLocale(),
  ]);
  return read(async (ctx) => {
    const round = (await findRound(ctx, id)) ?? notFound();
    authorize(ctx.actor, "sense.collect");
    return (
      <article className="grid grid-cols-1 gap-4">
        <div className="print:hidden">
          <PageHead title={t("paper")} note={round.name}>
            <PrintButton label={t("print")} />
            <AppLink href={`/senses/${round.id}`} className={buttonClass("quiet", true)}>
              {t("backToRound")}
            </AppLink>
          </PageHead>
        </div>
        <PaperForm
          questions={questionsOf(await listItems(ctx, round.instrumentId), locale, answer)}
          texts={{
            title: `${t("paperForm")} · ${round.name}`,
            lead: t("paperLead"),
            scale: t("paperScale"),
            back: t("paperBack", { day: formatDay(locale, round.closesOn) }),
            number: t("formNumber"),
            community: t("community"),
          }}
        />
      </article>
    );
  });
}
