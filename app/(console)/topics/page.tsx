import { VerdictMark } from "@/components/topics/verdict";
import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { viewedArea } from "@/lib/areas/queries";
import { caseFilter } from "@/lib/cases/input";
import { formatNumber } from "@/lib/format";
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
    const topics = await listTopics(ctx, area);
    const volumes = await Promise.all(topics.map((topic) => volumeOf(ctx, topic)));
    return (
      <>
        <PageHead title={t("title")} above={<p className="text-sm text-second">{area.name}</p>} note={t("lead")}>
          {can(ctx.actor, "topic.edit") ? (
            <LinkButton href={withQuery("/topics/new", { area: asked })} tone="primary">
              {t("open")}
            </LinkButton>
          ) : null}
        </PageHead>
        {topics.length === 0 ? (
          <EmptyState title={t("none")} text={t("noneHelp")} />
        ) : (
          <Table caption={t("title")} hideCaption>
            <TableHead>
              <Th className="min-w-48">{t("name")}</Th>
              <Th>{t("area")}</Th>
              <Th>{t("leadUnit")}</Th>
              <Th>{t("startsOn")}</Th>
              <Th numeric>{t("before")}</Th>
              <Th numeric>{t("after")}</Th>
              <Th>{t("change")}</Th>
              <Th numeric>{t("tasks")}</Th>
              <Th numeric>{t("linked")}</Th>
            </TableHead>
            <tbody>
              {topics.map((topic, index) => (
                <Tr key={topic.id}>
                  <Td>
                    <AppLink href={`/topics/${topic.id}`} data-row="" className="font-semibold hover:underline">
                      {topic.title}
                    </AppLink>
                  </Td>
                  <Td className="whitespace-nowrap">{topic.areaName}</Td>
                  <Td>{topic.unitName}</Td>
                  <Td className="whitespace-nowrap text-second">{topic.startsOn}</Td>
                  <Td numeric>{formatNumber(locale, volumes[index]?.comparison.before ?? 0)}</Td>
                  <Td numeric>{formatNumber(locale, volumes[index]?.comparison.after ?? 0)}</Td>
                  <Td>
                    <VerdictMark
                      direction={volumes[index]?.comparison.direction ?? "none"}
                      text={t(`direction.${volumes[index]?.comparison.direction ?? "none"}`)}
                    />
                  </Td>
                  <Td numeric>{`${topic.done} / ${topic.tasks}`}</Td>
                  <Td numeric>{formatNumber(locale, topic.linked)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </>
    );
  });
}
