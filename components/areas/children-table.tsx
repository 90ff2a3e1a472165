import type { ChildSheet } from "../../lib/areas/queries-detail";
import { formatNumber, formatShare, type Locale } from "../../lib/format";
import { AppLink } from "../ui/app-link";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

export type ChildrenTexts = Record<
  | "caption"
  | "name"
  | "level"
  | "codes"
  | "below"
  | "households"
  | "residents"
  | "officers"
  | "party"
  | "covered"
  | "hasParty"
  | "noParty",
  string
> & {
  levels: (child: ChildSheet) => string;
  codesOf: (child: ChildSheet) => string;
};

/** The areas right below, one line each; the name leads on. */
export function ChildrenTable({ rows, locale, texts }: { rows: ChildSheet[]; locale: Locale; texts: ChildrenTexts }) {
  const isGrids = rows.some(({ level }) => level === "grid");
  const count = (n: number | null) => (n === null ? "–" : formatNumber(locale, n));
  return (
    <Table caption={texts.caption} hideCaption stacked>
      <TableHead>
        <Th>{texts.name}</Th>
        <Th>{texts.level}</Th>
        <Th>{texts.codes}</Th>
        {isGrids ? <Th>{texts.officers}</Th> : <Th numeric>{texts.below}</Th>}
        <Th numeric>{texts.households}</Th>
        <Th numeric>{texts.residents}</Th>
        {isGrids ? <Th>{texts.party}</Th> : <Th numeric>{texts.covered}</Th>}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row">
              <AppLink
                href={`/areas?area=${row.id}`}
                className="max-sm:covering font-normal underline decoration-line underline-offset-4"
              >
                {row.name}
              </AppLink>
            </Th>
            <Td className="text-second">{texts.levels(row)}</Td>
            <Td spare className="whitespace-nowrap text-second">
              {texts.codesOf(row) || "–"}
            </Td>
            {isGrids ? (
              <Td label={texts.officers}>{row.officers ?? "–"}</Td>
            ) : (
              <Td numeric label={texts.below}>
                {formatNumber(locale, row.children)}
              </Td>
            )}
            <Td numeric label={texts.households}>
              {count(row.households)}
            </Td>
            <Td numeric label={texts.residents}>
              {count(row.residents)}
            </Td>
            {isGrids ? (
              <Td label={texts.party}>{row.hasParty ? texts.hasParty : texts.noParty}</Td>
            ) : (
              <Td numeric label={texts.covered}>
                {row.covered === null ? "–" : formatShare(locale, row.covered)}
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
