import type { createTranslator, Messages } from "use-intl/core";
import { formatNumber, formatShare, type Locale } from "../../lib/format";
import type { PileRow } from "../../lib/senses/paper/queries";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

export type RoundWords = { t: ReturnType<typeof createTranslator<Messages, "round">>; locale: Locale };

/** Each pile with its totals and, where a sample was read twice, how often the readings differed. */
export function PilesTable({ piles, words: { t, locale } }: { piles: PileRow[]; words: RoundWords }) {
  return (
    <Table caption={t("piles")} stacked>
      <TableHead>
        <Th>{t("community")}</Th>
        <Th>{t("madeOn")}</Th>
        <Th numeric>{t("pileForms")}</Th>
        <Th numeric>{t("pileChecked")}</Th>
        <Th numeric>{t("pileErrors")}</Th>
        <Th>{t("state")}</Th>
      </TableHead>
      <tbody>
        {piles.map((pile) => (
          <Tr key={pile.id}>
            <Td lead className="font-semibold">
              {pile.areaName}
            </Td>
            <Td label={t("madeOn")} className="text-second">
              {pile.begunOn}
            </Td>
            <Td label={t("pileForms")} numeric>
              {formatNumber(locale, pile.forms)}
            </Td>
            <Td label={t("pileChecked")} numeric>
              {formatNumber(locale, pile.checked)}
            </Td>
            <Td label={t("pileErrors")} numeric>
              {errorRate(pile, { t, locale })}
            </Td>
            <Td label={t("state")}>
              {pile.finishedAt ? (
                <Badge tone="good">{t("pileDone")}</Badge>
              ) : (
                <AppLink href={`/senses/${pile.roundId}/key-in/${pile.id}`} className="touch underline">
                  {t("pileGoOn")}
                </AppLink>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function errorRate({ compared, differing }: PileRow, { t, locale }: RoundWords): string {
  if (compared === 0) return "–";
  return t("errorRate", {
    differing: formatNumber(locale, differing),
    compared: formatNumber(locale, compared),
    share: formatShare(locale, differing / compared),
  });
}
