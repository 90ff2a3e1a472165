import { notFound } from "next/navigation";
import { uuidv7 } from "uuidv7";
import { PilesTable } from "@/components/senses/piles-table";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button";
import { FieldForm } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { listPiles } from "@/lib/senses/paper/queries";
import { findRound, listAskedAreas } from "@/lib/senses/queries-collect";
import { begin } from "../../actions";

/** The piles of paper forms of a round, and how to begin one. */
export default async function KeyInPage({ params }: PageProps<"/senses/[id]/key-in">) {
  const [id, t, locale] = await Promise.all([idOf(params), translator("round"), getLocale()]);
  return read(async (ctx) => {
    const round = (await findRound(ctx, id)) ?? notFound();
    authorize(ctx.actor, "sense.collect");
    const [areas, piles] = await Promise.all([listAskedAreas(ctx, round), listPiles(ctx, round.id)]);
    const takes = round.state === "open" || round.state === "due";
    return (
      <article className="grid gap-5">
        <PageHead title={t("keyIn")} note={round.name}>
          {takes && areas.length > 0 ? (
            <AppLink href={`/senses/${round.id}/import`} className={buttonClass("plain", true)}>
              {t("sheet.open")}
            </AppLink>
          ) : null}
          <AppLink href={`/senses/${round.id}`} className={buttonClass("quiet", true)}>
            {t("backToRound")}
          </AppLink>
        </PageHead>
        {takes && areas.length > 0 ? (
          <section aria-label={t("beginPile")} className="grid gap-3">
            <p className="max-w-[46em] text-second">{t("pileLead")}</p>
            <FieldForm
              action={begin}
              hidden={{ id: uuidv7(), roundId: round.id }}
              fields={[
                {
                  kind: "select",
                  name: "areaId",
                  label: t("community"),
                  value: areas[0]?.id ?? "",
                  options: areas.map((area) => ({ value: area.id, label: area.name })),
                },
              ]}
              texts={{ submit: t("beginPile"), pending: t("pending") }}
            />
          </section>
        ) : null}
        {piles.length > 0 ? <PilesTable piles={piles} words={{ t, locale }} /> : null}
      </article>
    );
  });
}
