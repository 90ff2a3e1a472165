import { AppLink } from "@/components/ui/app-link";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import type { OwingRow } from "@/lib/steward/queries";

/** What each community owes today, so that whoever answers for several sees where to look first. */
export async function Owing({ rows }: { rows: OwingRow[] }) {
  const [t, locale] = await Promise.all([translator("steward"), getLocale()]);
  const columns = [
    { key: "open", loud: false, href: (area: string) => withQuery("/cases", { area, queue: "open" }) },
    { key: "overdue", loud: true, href: (area: string) => withQuery("/cases", { area, queue: "overdue" }) },
    { key: "promised", loud: false, href: (area: string) => withQuery("/estates/promises", { area, state: "open" }) },
    { key: "late", loud: true, href: (area: string) => withQuery("/estates/promises", { area, state: "late" }) },
    { key: "unsettled", loud: false, href: (area: string) => withQuery("/steward", { area }) },
  ] as const;
  return (
    <Table caption={t("owing.title")} hideCaption stacked>
      <TableHead>
        <Th>{t("owing.community")}</Th>
        {columns.map(({ key }) => (
          <Th key={key} numeric>
            {t(`owing.${key}`)}
          </Th>
        ))}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td lead>
              <AppLink href={withQuery("/steward", { area: row.id })} data-row="" className="hover:underline">
                {row.name}
              </AppLink>
            </Td>
            {columns.map(({ key, loud, href }) => (
              <Td key={key} numeric label={t(`owing.${key}`)}>
                <AppLink
                  href={href(row.id)}
                  className={`underline decoration-line underline-offset-2 ${row[key] === 0 ? "text-faint" : loud ? "font-semibold text-accent" : ""}`}
                >
                  {formatNumber(locale, row[key])}
                </AppLink>
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
