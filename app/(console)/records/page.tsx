import { notFound } from "next/navigation";
import { z } from "zod";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { groundFigureKeys, listGroundRecords } from "@/lib/board/records";
import { day } from "@/lib/calendar/input";
import { formatDay, formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";

const question = z.object({
  area: z.uuid().optional().catch(undefined),
  figure: z.enum(groundFigureKeys),
  from: day,
  to: day,
});

/** The grids, stations, communities or visits behind a figure of the base; what is missing stands first. */
export default async function RecordsPage({ searchParams }: PageProps<"/records">) {
  const asked = question.safeParse(await searchParams);
  if (!asked.success) notFound();
  const [t, figure, locale] = await Promise.all([translator("record"), translator("figure"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "board.read");
    const area = await viewedArea(ctx, asked.data.area);
    const rows = await listGroundRecords(ctx, area, asked.data);
    const [sums] = rows;
    const title = t("title", { figure: figure(`${asked.data.figure}.label`) });
    return (
      <>
        <PageHead
          title={title}
          above={<p className="text-sm text-second">{`${area.name} · ${formatDay(locale, asked.data.to)}`}</p>}
          note={
            <span data-testid="record-sums">
              {t("sums", {
                numerator: formatNumber(locale, sums?.numerators ?? 0),
                denominator: formatNumber(locale, sums?.denominators ?? 0),
              })}
            </span>
          }
        />
        {rows.length === 0 ? (
          <EmptyState title={title} text={t("empty")} />
        ) : (
          <Table caption={title} hideCaption stacked>
            <TableHead>
              <Th>{t("name")}</Th>
              <Th>{t("within")}</Th>
              <Th numeric>{t("counted")}</Th>
              <Th numeric>{t("of")}</Th>
              <Th>{t("since")}</Th>
            </TableHead>
            <tbody>
              {rows.map((row) => (
                <Tr key={row.id}>
                  <Td lead>
                    <AppLink href={`/areas?area=${row.areaId}`} className="max-sm:covering hover:underline">
                      {row.name}
                    </AppLink>
                  </Td>
                  <Td className="text-second">{row.parentName}</Td>
                  <Td numeric label={t("counted")} className={row.numerator === 0 ? "font-semibold text-accent" : ""}>
                    {row.numerator === 0 ? t("missing") : formatNumber(locale, row.numerator)}
                  </Td>
                  <Td numeric label={t("of")}>
                    {formatNumber(locale, row.denominator)}
                  </Td>
                  <Td className="text-second">{row.since}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
        {rows.length === 2000 ? <p className="pt-2 text-sm text-second">{t("more")}</p> : null}
      </>
    );
  });
}
