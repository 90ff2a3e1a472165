import type { Route } from "next";
import type { Locale } from "../../lib/format";
import { formatExact } from "../../lib/format";
import type { ItemResult } from "../../lib/senses/view";
import type { Words } from "../board/words";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { ChangeCell, domainOf, ResultCells, ScaleHead } from "./result-cells";

type ItemsTableProps = {
  items: ItemResult[];
  /** What the changes are counted from. */
  since: string;
  /** Where an improvement is opened for a question; null for whoever opens none. */
  improve: ((code: string) => Route) | null;
  words: Words;
};

/** So many of the questions that were answered lowest are named low. */
const lowest = 3;

/** Every question with its mean in marks, index, top box and change. */
export function ItemsTable({ items, since, improve, words }: ItemsTableProps) {
  const { t, locale } = words;
  const domain = domainOf(items.map(({ result }) => result));
  const low = items
    .flatMap(({ code, scored, result }) => (scored && result ? [{ code, value: result.value }] : []))
    .toSorted((a, b) => a.value - b.value)
    .slice(0, lowest)
    .map(({ code }) => code);
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
        <Th className="max-sm:hidden">{since}</Th>
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
              {low.includes(item.code) ? (
                <Badge tone="soon" icon="info">
                  {t("improvement.low")}
                </Badge>
              ) : null}{" "}
              {improve && item.result ? (
                <AppLink
                  href={improve(item.code)}
                  className="text-sm font-normal underline underline-offset-2 print:hidden"
                >
                  {t("improvement.open")}
                </AppLink>
              ) : null}
            </Th>
            <Td numeric className="max-md:hidden print:table-cell">
              {item.result ? formatExact(locale, item.result.mean, 2) : ""}
            </Td>
            <ResultCells result={item.result} words={words} change={item.change} domain={domain} />
            <ChangeCell change={item.change} topChange={item.topChange} words={words} />
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
export function labelOf({ labels, code }: Pick<ItemResult, "labels" | "code">, locale: Locale): string {
  return labels[locale] ?? labels["zh-CN"] ?? labels.en ?? Object.values(labels)[0] ?? code;
}
