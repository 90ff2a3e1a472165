import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import type { GridRow } from "@/lib/steward/queries";

/** The grids with who serves there, and what is open in each. */
export async function Grids({ rows }: { rows: GridRow[] }) {
  const [t, locale] = await Promise.all([translator("steward"), getLocale()]);
  const number = (n: number | null) => (n === null ? "–" : formatNumber(locale, n));
  const sum = (of: (row: GridRow) => number | null) => number(rows.reduce((total, row) => total + (of(row) ?? 0), 0));
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t("grids")}</h2>
      {rows.length === 0 ? (
        <EmptyState title={t("noGrids")} />
      ) : (
        <>
          <p className="text-second">
            {t("gridSums", {
              grids: number(rows.length),
              buildings: sum(({ buildings }) => buildings),
              households: sum(({ households }) => households),
              open: sum(({ open }) => open),
            })}
          </p>
          <Table caption={t("grids")} hideCaption stacked>
            <TableHead>
              <Th>{t("grid")}</Th>
              <Th>{t("officers")}</Th>
              <Th numeric>{t("households")}</Th>
              <Th numeric>{t("buildings")}</Th>
              <Th numeric>{t("open")}</Th>
            </TableHead>
            <tbody>
              {rows.map((row) => (
                <Tr key={row.id}>
                  <Td lead>
                    <AppLink href={withQuery("/areas", { area: row.id })} className="hover:underline">
                      {row.name}
                    </AppLink>
                  </Td>
                  <Td label={t("officers")} className={row.officers ? "" : "text-accent"}>
                    {row.officers ?? t("nobody")}
                  </Td>
                  <Td label={t("households")} numeric>
                    {number(row.households)}
                  </Td>
                  <Td label={t("buildings")} numeric>
                    {number(row.buildings)}
                  </Td>
                  <Td label={t("open")} numeric>
                    <AppLink
                      href={withQuery("/cases", { area: row.id, queue: "open" })}
                      className="underline decoration-line underline-offset-2"
                    >
                      {number(row.open)}
                    </AppLink>
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </section>
  );
}
