import { localDay } from "../../lib/calendar/zone";
import { formatDay, formatNumber, type Locale } from "../../lib/format";
import type { InstrumentRow } from "../../lib/senses/instruments/queries";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import type { InstrumentWords } from "./words";

type TableProps = { rows: InstrumentRow[]; t: InstrumentWords; locale: Locale };

/** Every version with its state and where it was asked. */
export function InstrumentsTable({ rows, t, locale }: TableProps) {
  return (
    <Table caption={t("title")} hideCaption stacked>
      <TableHead>
        <Th className="min-w-48">{t("name")}</Th>
        <Th>{t("version")}</Th>
        <Th>{t("area")}</Th>
        <Th numeric>{t("items")}</Th>
        <Th numeric>{t("rounds")}</Th>
        <Th>{t("state")}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td lead>
              <AppLink href={`/instruments/${row.id}`} className="covering font-semibold hover:underline">
                {row.name}
              </AppLink>
            </Td>
            <Td label={t("version")}>{t("versionOf", { version: row.version })}</Td>
            <Td label={t("area")} className="text-second">
              {row.areaId === null ? t("ofAll") : (row.areaName ?? t("above"))}
            </Td>
            <Td label={t("items")} numeric>
              {formatNumber(locale, row.items)}
            </Td>
            <Td label={t("rounds")} numeric>
              {formatNumber(locale, row.rounds)}
            </Td>
            <Td label={t("state")}>
              {row.publishedAt ? (
                <Badge tone="good">{t("publishedOn", { day: formatDay(locale, localDay(row.publishedAt)) })}</Badge>
              ) : (
                <Badge tone="soon">{t("draft")}</Badge>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
