import { notFound } from "next/navigation";
import { FormsForm } from "@/components/imports/forms-form";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { listItems } from "@/lib/senses/paper/queries";
import { findRound, listAskedAreas } from "@/lib/senses/queries-collect";
import { questionsOf } from "@/lib/senses/questions";

/** Paper forms that were collected in a sheet: how its columns are understood, what would come of it, and then into the round. */
export default async function ImportFormsPage({ params }: PageProps<"/senses/[id]/import">) {
  const [id, locale] = await Promise.all([idOf(params), getLocale()]);
  const [round, t, sheet, answer] = await Promise.all([
    translator("round"),
    translator("round.sheet"),
    translator("case.sheet"),
    translator("answer"),
  ]);
  return read(async (ctx) => {
    const mine = (await findRound(ctx, id)) ?? notFound();
    authorize(ctx.actor, "sense.collect");
    const [areas, items] = await Promise.all([listAskedAreas(ctx, mine), listItems(ctx, mine.instrumentId)]);
    const takes = mine.state === "open" || mine.state === "due";
    return (
      <article className="grid max-w-3xl gap-5">
        <PageHead title={t("title")} note={mine.name}>
          <AppLink href={`/senses/${mine.id}/key-in`} className={buttonClass("quiet", true)}>
            {round("piles")}
          </AppLink>
        </PageHead>
        {takes && areas.length > 0 ? (
          <>
            <p className="max-w-[46em] text-second">{t("lead")}</p>
            <FormsForm
              address="/api/senses/import"
              round={mine.id}
              items={questionsOf(items, locale, answer).map(({ code, label }) => ({ code, label }))}
              areas={areas}
              texts={{
                file: sheet("file"),
                fileHelp: t("fileHelp"),
                matching: t("matching"),
                matchingHelp: t("matchingHelp"),
                area: t("area"),
                choose: t("choose"),
                byColumn: t("byColumn"),
                oneArea: t("oneArea"),
                noColumn: t("noColumn"),
                look: sheet("look"),
                looking: sheet("looking"),
                counts: {
                  read: t("counts.read", { n: "{n}" }),
                  new: t("counts.new", { n: "{n}" }),
                  same: t("counts.same", { n: "{n}" }),
                  rejected: t("counts.rejected", { n: "{n}" }),
                  leftOut: t("counts.leftOut", { n: "{n}" }),
                },
                nothingYet: sheet("nothingYet"),
                written: sheet("written"),
                rejections: t("rejections"),
                line: sheet("line"),
                column: sheet("column"),
                value: sheet("value"),
                reason: sheet("reason"),
                write: sheet("write"),
                skip: t("skip"),
                failed: sheet("failed"),
              }}
            />
          </>
        ) : (
          <EmptyState title={t("shut")} text={t("shutText")} />
        )}
      </article>
    );
  });
}
