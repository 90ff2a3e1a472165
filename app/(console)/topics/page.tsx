import { type CountedTopic, TopicsTable } from "@/components/topics/topics-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import type { AreaRange } from "@/lib/areas/model";
import { viewedArea } from "@/lib/areas/queries";
import { caseFilter } from "@/lib/cases/filter";
import type { Context } from "@/lib/context";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { listTopics } from "@/lib/topics/queries";
import { volumeOf } from "@/lib/topics/volume";

/** The topics of an area: who leads, how far the tasks are, and whether the number of requests changed. */
export default async function TopicsPage({ searchParams }: PageProps<"/topics">) {
  const { area: asked } = caseFilter.parse(await searchParams);
  const [t, locale] = await Promise.all([translator("topic"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "topic.read");
    const area = await viewedArea(ctx, asked);
    const topics = await countedTopics(ctx, area);
    const closed = topics.filter(({ closedOn }) => closedOn !== null);
    const open = topics.filter(({ closedOn }) => closedOn === null);
    const common = { locale, texts: textsOf(t) };
    return (
      <>
        <PageHead title={t("title")} above={<p className="text-sm text-second">{area.name}</p>} note={t("lead")}>
          {can(ctx.actor, "topic.edit") ? (
            <LinkButton href={withQuery("/topics/new", { area: asked })} tone="primary">
              {t("open")}
            </LinkButton>
          ) : null}
        </PageHead>
        <div className="grid gap-8">
          {open.length === 0 ? (
            <EmptyState title={t(closed.length === 0 ? "none" : "noneOpen")} text={t("noneHelp")} />
          ) : (
            <TopicsTable rows={open} caption={t("title")} hideCaption {...common} />
          )}
          {closed.length === 0 ? null : (
            <section aria-labelledby="closed-topics" className="grid gap-3">
              <h2 id="closed-topics" className="text-lg font-semibold">
                {t("closedTopics")}
              </h2>
              <TopicsTable rows={closed} caption={t("closedTopics")} hideCaption {...common} />
            </section>
          )}
        </div>
      </>
    );
  });
}

async function countedTopics(ctx: Context, area: AreaRange): Promise<CountedTopic[]> {
  const topics = await listTopics(ctx, area);
  return Promise.all(topics.map(async (topic) => ({ ...topic, volume: await volumeOf(ctx, topic) })));
}

function textsOf(t: Awaited<ReturnType<typeof translator<"topic">>>): Parameters<typeof TopicsTable>[0]["texts"] {
  return {
    heads: {
      name: t("name"),
      area: t("area"),
      leadUnit: t("leadUnit"),
      days: t("startsOn"),
      before: t("before"),
      after: t("after"),
      change: t("change"),
      tasks: t("tasks"),
      linked: t("linked"),
    },
    direction: (direction) => t(`direction.${direction}`),
  };
}
