import type { Locale } from "../../lib/format";
import { formatNumber } from "../../lib/format";
import type { ItemResult } from "../../lib/senses/view";
import type { Words } from "../board/words";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { ChangeCell, domainOf, ResultCells, ScaleHead } from "./result-cells";

/** Every question with its mean in marks, index, top box and change. */
export function ItemsTable({ items, words }: { items: ItemResult[]; words: Words }) {
  const { t, locale } = words;
  const domain = domainOf(items.map(({ result }) => result));
  return (
    <Table caption={t("senses.items")}>
      <TableHead>
        <Th>{t("senses.item")}</Th>
        <Th numeric className="max-md:hidden print:table-cell">
          {t("senses.mean")}
        </Th>
        <Th className="w-1/5">
          <ScaleHead domain={domain} />
        </Th>
        <Th numeric>{t("senses.index")}</Th>
        <Th numeric className="max-sm:hidden">
          n
        </Th>
        <Th numeric className="max-md:hidden print:table-cell">
          {t("board.topBox")}
        </Th>
        <Th className="max-sm:hidden">{t("board.lastRound")}</Th>
      </TableHead>
      <tbody>
        {items.map((item) => (
          <Tr key={item.code}>
            <Th scope="row" className="max-w-[26em]">
              <span className="font-normal text-faint">{item.code} </span>
              {labelOf(item, locale)}
              <span className="block text-sm font-normal text-second">
                {[
                  item.sense ? t(`figure.${item.sense}.label`) : null,
                  t(item.scored ? "senses.scale" : "senses.scaleBeside", { low: item.low, high: item.high }),
                  topOf(item, t),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </Th>
            <Td numeric className="max-md:hidden print:table-cell">
              {item.result ? formatNumber(locale, item.result.mean, 2) : ""}
            </Td>
            <ResultCells result={item.result} words={words} domain={domain} />
            <ChangeCell change={item.change} words={words} />
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function topOf({ reversed, topFrom, low, high }: ItemResult, t: Words["t"]): string {
  return reversed ? t("senses.topSpan", { from: low, to: topFrom }) : t("senses.topSpan", { from: topFrom, to: high });
}

/** The question in the language of the reader, or in the one it was asked in. */
function labelOf({ labels, code }: ItemResult, locale: Locale): string {
  return labels[locale] ?? labels["zh-CN"] ?? labels.en ?? Object.values(labels)[0] ?? code;
}
