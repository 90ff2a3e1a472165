import { z } from "zod";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { type AreaRow, listChildren, viewedArea } from "@/lib/areas/queries";
import { listCommunities } from "@/lib/areas/queries-places";
import { localDay, nextDay } from "@/lib/calendar/zone";
import { listOpenUrges } from "@/lib/cases/urges/queries";
import type { Context } from "@/lib/context";
import { listPromises } from "@/lib/estates/queries";
import { listFindings } from "@/lib/findings/queries";
import { formatDay } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { listPartners, listProjects } from "@/lib/projects/queries";
import { senseFigures } from "@/lib/senses/queries";
import { listGrids, listOwing, listPutOff, listSaid, mostCommunities } from "@/lib/steward/queries";
import { Findings } from "./findings";
import { Grids } from "./grids";
import { Owing } from "./owing";
import { Projects } from "./projects";
import { Promises } from "./promises";
import { Said } from "./said";

const filter = z.object({ area: z.uuid().optional().catch(undefined) });
const saidWithin = 14;
const foundWithin = 30;
const mostUrges = 20;

/** A community as its steward needs it: grids and buildings, what is promised by when, what was found and said. */
export default async function StewardPage({ searchParams }: PageProps<"/steward">) {
  const { area: id } = filter.parse(await searchParams);
  return read(async (ctx) => {
    authorize(ctx.actor, "steward.read");
    const area = await viewedArea(ctx, id);
    if (area.level === "community" || area.level === "grid" || area.level === "building")
      return <CommunityView {...(await load(ctx, area))} />;
    return <Choice area={area} {...(await choose(ctx, area))} />;
  });
}

async function load(ctx: Context, area: AreaRow) {
  const today = localDay(ctx.now);
  const said = { from: nextDay(today, 1 - saidWithin), to: today };
  const mayPromise = area.level === "community" && can(ctx.actor, "project.edit");
  const [grids, promises, putOff, urges, findings, groups, senses, projects, partners] = await Promise.all([
    listGrids(ctx, area),
    listPromises(ctx, area, { state: "open" }),
    listPutOff(ctx, area),
    listOpenUrges(ctx, area, mostUrges),
    listFindings(ctx, area, foundWithin),
    listSaid(ctx, area, said),
    senseFigures(ctx, area, today),
    listProjects(ctx, area),
    mayPromise ? listPartners(ctx) : null,
  ]);
  const mayRecord = can(ctx.actor, "finding.record");
  return {
    area,
    now: ctx.now,
    today,
    said,
    grids,
    promises: promises.rows,
    putOff,
    urges,
    findings,
    groups,
    senses,
    projects,
    partners,
    mayRecord,
  };
}

async function CommunityView(props: Awaited<ReturnType<typeof load>>) {
  const {
    area,
    now,
    today,
    said,
    grids,
    promises,
    putOff,
    urges,
    findings,
    groups,
    senses,
    projects,
    partners,
    mayRecord,
  } = props;
  const [t, board, locale] = await Promise.all([translator("steward"), translator("board"), getLocale()]);
  return (
    <article className="grid max-w-6xl gap-6 print:[&_h2]:break-after-avoid print:[&_li]:break-inside-avoid">
      <PageHead
        title={t("titleOf", { area: area.name })}
        above={<p className="text-sm text-second">{formatDay(locale, today)}</p>}
        note={t("lead")}
      >
        <PrintButton label={board("print")} />
      </PageHead>
      <Promises promises={promises} putOff={putOff} urges={urges} today={today} now={now} />
      <Projects rows={projects} area={area.id} today={today} partners={partners} />
      <Findings rows={findings} grids={grids} area={area} today={today} days={foundWithin} mayRecord={mayRecord} />
      <Said groups={groups} senses={senses} area={area.id} span={said} days={saidWithin} />
      <Grids rows={grids} />
    </article>
  );
}

/** What is owed in each community, or where there are too many the areas to choose from first. */
async function choose(ctx: Context, area: AreaRow) {
  const communities = await listCommunities(ctx, area);
  return communities.length <= mostCommunities
    ? { owing: await listOwing(ctx, area), below: [] }
    : { owing: [], below: await listChildren(ctx, area.id) };
}

async function Choice({ area, owing, below }: { area: AreaRow } & Awaited<ReturnType<typeof choose>>) {
  const t = await translator("steward");
  return (
    <div className="grid max-w-6xl gap-4">
      <PageHead
        title={t("title")}
        above={<p className="text-sm text-second">{area.name}</p>}
        note={below.length > 0 ? t("owing.choose") : t("owing.note")}
      />
      {owing.length > 0 ? <Owing rows={owing} /> : below.length > 0 ? null : <EmptyState title={t("none")} />}
      <Chips label={t("owing.choose")}>
        {below.map(({ id, name }) => (
          <Chip key={id} href={withQuery("/steward", { area: id })}>
            {name}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
