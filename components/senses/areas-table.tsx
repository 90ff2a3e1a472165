import type { AreaResult } from "../../lib/senses/view";
import type { Words } from "../board/words";
import { AppLink } from "../ui/app-link";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { ChangeCell, domainOf, ResultCells, ScaleHead } from "./result-cells";

type Row = AreaResult & { rank: number | null; clear: boolean };
type AreasTableProps = {
  caption: string;
  group: { shown: Row[]; tooFew: Row[] };
  /** The value of the whole, as a line to compare with. */
  whole: number | null;
  query: Record<string, string>;
  /** What the changes are counted from. */
  since: string;
  words: Words;
};

/** The areas below, ranked where they may be; those with too few to show stand apart by name only. */
export function AreasTable({ caption, group, whole, query, since, words }: AreasTableProps) {
  const { t } = words;
  const address = (areaId: string) => `/senses?${new URLSearchParams({ area: areaId, ...query })}` as const;
  const domain = domainOf(group.shown.map(({ result }) => result));
  return (
    <div className="grid gap-2">
      <Table caption={caption}>
        <TableHead>
          <Th numeric>{t("board.rank")}</Th>
          <Th>{t("board.area")}</Th>
          <Th className="w-1/4">
            <ScaleHead domain={domain} />
          </Th>
          <Th numeric>{t("senses.index")}</Th>
          <Th numeric className="max-sm:hidden">
            n
          </Th>
          <Th numeric className="max-md:hidden print:table-cell">
            {t("board.topBox")}
          </Th>
          <Th className="max-sm:hidden">{since}</Th>
        </TableHead>
        <tbody>
          {group.shown.map((row) => (
            <Tr key={row.areaId}>
              <Td numeric className="text-second">
                {row.rank}
                {row.rank === null || row.clear ? null : (
                  <span title={t("board.similar")}>
                    <span aria-hidden="true">≈</span>
                    <span className="sr-only">{t("board.similar")}</span>
                  </span>
                )}
              </Td>
              <Th scope="row">
                <AppLink href={address(row.areaId)} className="covering font-normal hover:underline">
                  {row.name}
                </AppLink>
              </Th>
              <ResultCells result={row.result} words={words} change={row.change} mark={whole} domain={domain} />
              <ChangeCell change={row.change} together words={words} />
            </Tr>
          ))}
        </tbody>
      </Table>
      {group.tooFew.length > 0 ? (
        <p className="text-sm text-second" data-testid="too-few">
          {t("senses.tooFew", { n: group.tooFew.length, names: group.tooFew.map(({ name }) => name).join("、") })}
        </p>
      ) : null}
    </div>
  );
}
