import { BulkForm } from "@/components/cases/bulk-form";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { viewedArea } from "@/lib/areas/queries";
import { caseFilter, usualStep } from "@/lib/cases/filter";
import { bulkFilter, bulkMoves } from "@/lib/cases/input";
import { countCases } from "@/lib/cases/queries";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { listOpenTopics } from "@/lib/topics/queries";
import { moveFor, topicFor } from "./forms";

/** One step for all requests of a list: first how many and which, then the step, then what came of each. */
export default async function BulkPage({ searchParams }: PageProps<"/cases/bulk">) {
  const asked = await searchParams;
  const { newer: _newer, older: _older, ...filter } = caseFilter.parse(asked);
  const { do: step = usualStep(filter), into } = bulkFilter.parse(asked);
  const [t, locale] = await Promise.all([translator("case"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.dispatch");
    const area = await viewedArea(ctx, filter.area);
    const total = await countCases(ctx, area, filter);
    const topics = step === "topic" ? await listOpenTopics(ctx, ctx.actor) : [];
    const topic = topics.find(({ id }) => id === into) ?? topics[0];
    const list = { area, filter };
    const { isAll, ...form } = await (step === "topic" ? topicFor(ctx, list, topic) : moveFor(ctx, list, step));
    const counted = { n: formatNumber(locale, total.n), ready: formatNumber(locale, form.rows.length) };
    const empty = step === "topic" && !topic ? "bulk.noTopic" : "bulk.none";
    const steps = can(ctx.actor, "topic.edit") ? [...bulkMoves, "topic" as const] : bulkMoves;
    return (
      <>
        <PageHead
          title={t("bulk.title")}
          above={
            <a href={withQuery("/cases", filter)} className="text-sm underline underline-offset-2">
              {t("bulk.back")}
            </a>
          }
          note={t(isAll ? "bulk.all" : "bulk.newest", counted)}
        />
        <Chips label={t("bulk.title")}>
          {steps.map((key) => (
            <Chip key={key} href={withQuery("/cases/bulk", { ...filter, do: key })} chosen={key === step}>
              {t(key === "topic" ? "bulk.topic" : `move.${key}`)}
            </Chip>
          ))}
        </Chips>
        <Topics
          topics={topics}
          chosen={topic?.id}
          hrefOf={(id) => withQuery("/cases/bulk", { ...filter, do: "topic", into: id })}
          label={t("topicLabel")}
        />
        <div className="pt-4">
          <BulkForm key={`${step} ${topic?.id}`} {...form}>
            <EmptyState title={t(empty)} text={t(`${empty}Help`)} />
          </BulkForm>
        </div>
      </>
    );
  });
}

type TopicsProps = {
  topics: { id: string; title: string }[];
  chosen: string | undefined;
  hrefOf: (id: string) => ReturnType<typeof withQuery>;
  label: string;
};

function Topics({ topics, chosen, hrefOf, label }: TopicsProps) {
  if (topics.length === 0) return null;
  return (
    <div className="pt-2">
      <Chips label={label}>
        {topics.map(({ id, title }) => (
          <Chip key={id} href={hrefOf(id)} chosen={id === chosen}>
            {title}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
