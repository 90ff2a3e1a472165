import { conditionsOf, fieldsOf } from "@/app/(console)/cases/filters";
import { categoryName, stateKey } from "@/components/cases/case-words";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { caseFilter } from "@/lib/cases/filter";
import { listSheet, mostInSheet } from "@/lib/cases/list-sheet";
import { countCases, listCases } from "@/lib/cases/queries";
import { formatDate, formatDateTime, formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { route } from "@/lib/next/route";

const milliseconds = 30_000;

/** The list of the page under the same filter, all its pages at once. */
export const GET = route(
  caseFilter,
  async (ctx, { newer: _newer, older: _older, ...filter }) => {
    authorize(ctx.actor, "case.export");
    const area = await viewedArea(ctx, filter.area);
    const { rows, total, older } = await listCases(ctx, area, filter, mostInSheet);
    const n = older === false ? rows.length : (total ?? (await countCases(ctx, area, filter))).n;
    const [t, locale] = await Promise.all([translator("case"), getLocale()]);
    const text = listSheet(
      rows,
      {
        column: (column) => t(`listSheet.columns.${column}`),
        urgent: t("yes"),
        area: (row) => (row.placed ? (row.areaName ?? "") : `${row.areaName} · ${t("unplaced")}`),
        category: (row) => categoryName(locale, row.categoryName),
        state: (row) => t(stateKey(row)),
        channel: (row) => t(`channels.${row.channel}`),
        standing: (standing) => t(`listSheet.standings.${standing}`),
        notes: [
          `${area.name} · ${t("count", { n: formatNumber(locale, n) })}`,
          ...(n > rows.length ? [t("listSheet.newest", { n: formatNumber(locale, rows.length) })] : []),
          ...(await conditionsOf(ctx, filter, await fieldsOf(ctx, area, filter))),
          t("listSheet.made", { name: ctx.actor.name, time: formatDateTime(locale, ctx.now) }),
        ],
      },
      ctx.now,
    );
    return new Response(text, { headers: headersOf(`${area.name}-${t("list")}-${formatDate(ctx.now)}.csv`) });
  },
  milliseconds,
);

const headersOf = (name: string) => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="cases.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
});
