import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { localDay } from "@/lib/calendar/zone";
import { promiseFilter } from "@/lib/estates/input";
import { promiseStates, taskState } from "@/lib/estates/model";
import { listPromises, mostPromises, type TaskRow } from "@/lib/estates/queries";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { taskTones } from "../tones";

/** What the parties of estates have promised, and whether it was kept. */
export default async function PromisesPage({ searchParams }: PageProps<"/estates/promises">) {
  const filter = promiseFilter.parse(await searchParams);
  const [t, locale] = await Promise.all([translator("estate"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "estate.read");
    const area = await viewedArea(ctx, filter.area);
    const { rows, n } = await listPromises(ctx, area, filter);
    const days = filter.from && filter.to ? `${filter.from} – ${filter.to}` : null;
    const unit = filter.unit ? rows[0]?.unitName : null;
    return (
      <div className="grid max-w-5xl gap-4">
        <PageHead
          title={t("promises")}
          above={<p className="text-sm text-second">{[area.name, unit, days].filter(Boolean).join(" · ")}</p>}
          note={<span data-testid="promise-count">{t("promiseCount", { n: formatNumber(locale, n) })}</span>}
        />
        <Chips label={t("promises")}>
          <Chip href={withQuery("/estates/promises", { ...filter, state: undefined })} chosen={!filter.state}>
            {t("states.all")}
          </Chip>
          {promiseStates.map((state) => (
            <Chip
              key={state}
              href={withQuery("/estates/promises", { ...filter, state })}
              chosen={filter.state === state}
            >
              {t(`promiseStates.${state}`)}
            </Chip>
          ))}
        </Chips>
        {rows.length === 0 ? (
          <EmptyState title={t("noPromises")} />
        ) : (
          <PromiseTable rows={rows} today={localDay(ctx.now)} />
        )}
        {n > rows.length ? <p className="text-sm text-second">{t("more", { n: mostPromises })}</p> : null}
      </div>
    );
  });
}

async function PromiseTable({ rows, today }: { rows: TaskRow[]; today: string }) {
  const t = await translator("estate");
  return (
    <Table caption={t("promises")} hideCaption stacked>
      <TableHead>
        <Th className="min-w-56">{t("task")}</Th>
        <Th>{t("owedBy")}</Th>
        <Th>{t("name")}</Th>
        <Th>{t("taskDue")}</Th>
        <Th>{t("state")}</Th>
      </TableHead>
      <tbody>
        {rows.map((task) => (
          <Tr key={task.id}>
            <Td lead>
              <AppLink href={`/estates/${task.estateId}#agreements`} data-row="" className="hover:underline">
                {task.title}
              </AppLink>
              {task.doneNote ? <p className="text-second">{task.doneNote}</p> : null}
            </Td>
            <Td>{task.unitName}</Td>
            <Td>{task.estateName}</Td>
            <Td className="whitespace-nowrap tabular-nums">{task.dueOn}</Td>
            <Td>
              <Badge tone={taskTones[taskState(task, today)]}>{t(`taskStates.${taskState(task, today)}`)}</Badge>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
