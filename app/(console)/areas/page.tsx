import { z } from "zod";
import { ChildrenTable } from "@/components/areas/children-table";
import { CoverageBand } from "@/components/areas/coverage-band";
import { Facts } from "@/components/areas/facts";
import { OfficersTable, StationsTable } from "@/components/areas/posts-table";
import { StationCounts } from "@/components/areas/station-counts";
import { AreaMap } from "@/components/map/area-map";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { findCover } from "@/lib/areas/coverage";
import { isPlace, type stationFields } from "@/lib/areas/model";
import { outlinesOf } from "@/lib/areas/outlines";
import { type AreaRow, crumbsOf, getArea, listMoveTargets, viewedArea } from "@/lib/areas/queries";
import {
  findGround,
  findSheet,
  listChildSheets,
  listCodes,
  listOfficers,
  listPredecessors,
  listStations,
} from "@/lib/areas/queries-detail";
import { localDay } from "@/lib/calendar/zone";
import type { Context } from "@/lib/context";
import { Refusal } from "@/lib/errors";
import type { Locale } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { AreaForms } from "./forms";
import { Patchwork } from "./patchwork";
import { type AreaWords, childrenTexts, coverageTexts, factsOf, officerTexts, stationTexts } from "./texts";

const filter = z.object({ area: z.string().optional().catch(undefined) });

export default async function AreasPage({ searchParams }: PageProps<"/areas">) {
  const { area: id } = filter.parse(await searchParams);
  return read(async (ctx) => {
    authorize(ctx.actor, "area.read");
    return <AreaView {...(await load(ctx, await viewedArea(ctx, id)))} />;
  });
}

async function load(ctx: Context, area: AreaRow) {
  const [sheet, crumbs, codes, predecessors, officers, stations, children, ground] = await Promise.all([
    findSheet(ctx, area.id),
    crumbsOf(ctx, area),
    listCodes(ctx, area.id),
    listPredecessors(ctx, area.id),
    listOfficers(ctx, area.id),
    isPlace(area.level) ? listStations(ctx, area) : [],
    listChildSheets(ctx, area.id),
    findGround(ctx, area.id),
  ]);
  if (!sheet) throw new Refusal("not-found", "area.missing");
  const drawn =
    children.length > 0
      ? await outlinesOf(
          ctx,
          children.map((child) => child.id),
        )
      : [];
  const outlines = drawn.length > 0 ? drawn : await outlinesOf(ctx, [area.id]);
  const parent = area.parentId && area.id !== ctx.actor.areaId ? await getArea(ctx, area.parentId) : null;
  const targets = parent ? await listMoveTargets(ctx, area, parent) : [];
  const cover = area.level === "community" ? await findCover(ctx, area.id) : null;
  const facts = { sheet, crumbs, codes, predecessors, officers, stations, children, ground };
  return { actor: ctx.actor, now: ctx.now, area, ...facts, outlines, targets, cover };
}

async function AreaView(props: Awaited<ReturnType<typeof load>>) {
  const { actor, now, cover, area, sheet, crumbs, officers, stations, children, ground, outlines, targets } = props;
  const [t, figure, locale] = await Promise.all([translator("area"), translator("figure"), getLocale()]);
  const places = new Map(
    outlines.map(({ areaId, name }) => [
      areaId,
      { areaId, href: `/areas?area=${areaId}`, class: 2 as const, text: name },
    ]),
  );
  return (
    <article className="grid gap-6">
      <PageHead
        title={area.name}
        above={
          <nav aria-label={t("path")} className="flex flex-wrap gap-x-1.5 text-sm text-second">
            {crumbs.slice(0, -1).map((crumb) => (
              <span key={crumb.id}>
                <AppLink href={`/areas?area=${crumb.id}`} className="underline underline-offset-2">
                  {crumb.name}
                </AppLink>
                <span aria-hidden="true"> ›</span>
              </span>
            ))}
          </nav>
        }
      >
        <Badge>{t(`level.${area.level}`)}</Badge>
      </PageHead>
      {ground ? (
        <section className="grid gap-2">
          <h2 className="text-lg font-semibold">{t("coverage")}</h2>
          <CoverageBand ground={ground} locale={locale} texts={coverageTexts(t, figure)} />
          <p className="text-sm text-second">{t("coverageNote")}</p>
        </section>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-2">
        <section className="grid content-start gap-3">
          <h2 className="text-lg font-semibold">{t("facts")}</h2>
          <Facts facts={factsOf(props, { t, locale })} />
        </section>
        <section className="grid content-start gap-3">
          <h2 className="text-lg font-semibold">{t("map")}</h2>
          {outlines.length > 0 ? (
            <AreaMap outlines={outlines} places={places} label={t("map")} />
          ) : (
            <EmptyState title={t("mapNone")} text={t("mapNoneText")} />
          )}
          {sheet.drawn === "demo" ? <p className="text-sm text-second">{t("drawnDemo")}</p> : null}
        </section>
      </div>
      {cover ? <Patchwork cover={cover} t={t} locale={locale} /> : null}
      {children.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="text-lg font-semibold">{t("children")}</h2>
          <ChildrenTable rows={children} locale={locale} texts={childrenTexts(t, area.name)} />
        </section>
      ) : null}
      <Posts {...props} t={t} locale={locale} />
      <AreaForms actor={actor} {...{ area, sheet, officers, stations, targets, t }} today={localDay(now)} />
    </article>
  );
}

type PostsProps = Awaited<ReturnType<typeof load>> & { t: AreaWords; locale: Locale };

/** Who serves here and which stations stand here; of a large area only how many there are. */
function Posts({ actor, now, area, officers, stations, ground, t, locale }: PostsProps) {
  const listOf = can(actor, "board.read") ? stationsIn(area.id, localDay(now)) : null;
  return (
    <>
      {officers.length > 0 || area.level === "grid" ? (
        <section className="grid gap-2">
          <h2 className="text-lg font-semibold">{t("officers")}</h2>
          {officers.length > 0 ? (
            <OfficersTable rows={officers} texts={officerTexts(t)} />
          ) : (
            <p className="text-second">{t("officersNone")}</p>
          )}
        </section>
      ) : null}
      {ground && !isPlace(area.level) ? (
        <section className="grid gap-2">
          <h2 className="text-lg font-semibold">{t("stations")}</h2>
          <StationCounts ground={ground} listOf={listOf} locale={locale} texts={stationTexts(t)} />
        </section>
      ) : null}
      {stations.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="text-lg font-semibold">{t("stations")}</h2>
          <StationsTable rows={stations} texts={stationTexts(t)} />
        </section>
      ) : null}
    </>
  );
}

function stationsIn(area: string, day: string) {
  return (field: (typeof stationFields)[number]) =>
    withQuery("/records", { area, figure: `stations_${field}`, from: day, to: day });
}
