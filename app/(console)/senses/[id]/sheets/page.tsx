import { notFound } from "next/navigation";
import { uuidv7 } from "uuidv7";
import { Poster } from "@/components/senses/poster";
import { SheetsForm } from "@/components/senses/sheets-form";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { formatDay } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { siteAddress } from "@/lib/next/origin";
import { idOf, read } from "@/lib/next/read";
import { type CollectedRound, findRound, listAskedAreas } from "@/lib/senses/queries-collect";
import { sheetsEach } from "@/lib/senses/rounds/input";
import { makeSheets } from "../../actions";

const usualSheets = 60;

/** What is printed for a round: one-time codes for a drawn sample, a poster for an open one. */
export default async function SheetsPage({ params, searchParams }: PageProps<"/senses/[id]/sheets">) {
  const [id, asked, t, site] = await Promise.all([idOf(params), searchParams, translator("round"), siteAddress()]);
  return read(async (ctx) => {
    const round = (await findRound(ctx, id)) ?? notFound();
    authorize(ctx.actor, "sense.collect");
    const areas = await listAskedAreas(ctx, round);
    const chosen = areas.find((area) => area.id === asked.area) ?? areas[0];
    return (
      <article className="grid grid-cols-1 gap-4">
        <div className="print:hidden">
          <PageHead title={t(round.mode === "open" ? "poster" : "sheets")} note={round.name}>
            <AppLink href={`/senses/${round.id}`} className={buttonClass("quiet", true)}>
              {t("backToRound")}
            </AppLink>
          </PageHead>
        </div>
        {round.closedAt ? <Notice title={t("closedAlready", { name: round.name })} /> : null}
        {round.closedAt || !chosen ? null : round.code ? (
          <Poster
            round={round.name}
            code={round.code}
            chosen={chosen}
            areas={areas}
            site={site}
            texts={await posterTexts(round)}
          />
        ) : (
          <SheetsForm
            action={makeSheets}
            hidden={{ id: uuidv7(), roundId: round.id }}
            areas={areas}
            usual={usualSheets}
            site={site}
            texts={await sheetsTexts(round, areas.length)}
          />
        )}
      </article>
    );
  });
}

async function printTexts({ name, closesOn }: CollectedRound) {
  const [t, locale, site] = await Promise.all([translator("round"), getLocale(), siteAddress()]);
  return {
    round: name,
    until: t("untilDay", { day: formatDay(locale, closesOn) }),
    scan: t("scan"),
    orType: t("orType", { site: `${asTyped(site)}/answer` }),
    anonymous: t("anonymousShort"),
    print: t("print"),
  };
}

const asTyped = (site: string) => site.replace(/^https?:\/\//, "");

async function posterTexts(round: CollectedRound) {
  const t = await translator("round");
  return { ...(await printTexts(round)), area: t("community"), choose: t("choose"), everybody: t("everybody") };
}

async function sheetsTexts(round: CollectedRound, n: number) {
  const t = await translator("round");
  return {
    ...(await printTexts(round)),
    code: t("batch"),
    area: t("community"),
    each: t("eachCommunity", { n }),
    sheets: t("howMany"),
    sheetsHelp: t("howManyHelp", sheetsEach),
    submit: t("makeSheets"),
    pending: t("pending"),
    made: t("sheetsMade"),
    once: t("sheetsOnce"),
  };
}
