import type { Change } from "../../lib/board/model";
import { formatChange, formatDay } from "../../lib/format";
import type { Acted } from "../../lib/senses/improvements/effects";
import type { RoundRow } from "../../lib/senses/queries";
import type { ItemResult } from "../../lib/senses/view";
import { printChange, type Words } from "../board/words";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { labelOf } from "./items-table";
import { ChangeCell } from "./result-cells";

type Row = Pick<Acted, "outcome" | "dueOn">;

/** Where an improvement stands: done, cannot be done, late or under way. */
export function ImprovementBadge({ row, today, words: { t, locale } }: { row: Row; today: string; words: Words }) {
  const day = formatDay(locale, row.dueOn);
  if (row.outcome === "done") return <Badge tone="good">{t("improvement.outcomes.done")}</Badge>;
  if (row.outcome === "cannot") return <Badge>{t("improvement.outcomes.cannot")}</Badge>;
  if (row.dueOn < today) return <Badge tone="late">{t("improvement.late", { day })}</Badge>;
  return <Badge>{t("improvement.underWay", { day })}</Badge>;
}

/** A change in one line, with its interval. */
function effectText(effect: Change, words: Words): string {
  const points = (value: number) => formatChange(words.locale, value, 1);
  const span = effect.interval
    ? words.t("board.intervalText", { low: points(effect.interval[0]), high: points(effect.interval[1]) })
    : "";
  return `${words.t("improvement.effect")} ${printChange(words, "index", effect)} ${span}`.trim();
}

type TableProps = {
  rows: Acted[];
  items: ItemResult[];
  round: RoundRow;
  rounds: Pick<RoundRow, "id" | "name">[];
  today: string;
  words: Words;
};

/** What is done about the questions, and beside it how each is answered since, with its interval. */
export function ImprovementsTable({ rows, items, round, rounds, today, words }: TableProps) {
  const { t, locale } = words;
  if (rows.length === 0) return <p className="text-sm text-second">{t("improvement.none")}</p>;
  const questionOf = (code: string) => {
    const item = items.find((each) => each.code === code);
    return item ? labelOf(item, locale) : code;
  };
  return (
    <Table caption={t("improvement.title")}>
      <TableHead>
        <Th>{t("improvement.item")}</Th>
        <Th>{t("improvement.plan")}</Th>
        <Th className="max-sm:hidden">{t("improvement.owner")}</Th>
        <Th>{t("improvement.status")}</Th>
        <Th className="max-sm:hidden">{t("improvement.effect")}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Th scope="row" className="max-w-[18em] font-normal">
              <span className="text-faint">{row.itemCode} </span>
              {questionOf(row.itemCode)}
              <span className="block text-sm text-second">
                {row.areaName}
                {row.roundId === round.id
                  ? null
                  : ` · ${t("improvement.fromRound", { round: rounds.find(({ id }) => id === row.roundId)?.name ?? "" })}`}
              </span>
            </Th>
            <Td className="max-w-[22em]">
              <AppLink href={`/senses/improvements/${row.id}`} className="covering hover:underline">
                {row.plan}
              </AppLink>
              {row.closing ? <span className="block text-sm text-second">{row.closing}</span> : null}
            </Td>
            <Td className="max-sm:hidden">{row.unitName}</Td>
            <Td>
              <ImprovementBadge row={row} today={today} words={words} />
              <span className="block text-sm leading-tight text-second sm:hidden">
                {row.unitName}
                {row.effect ? <span className="block">{effectText(row.effect, words)}</span> : null}
              </span>
            </Td>
            {row.effect ? (
              <ChangeCell change={row.effect} words={words} />
            ) : (
              <Td className="text-faint max-sm:hidden">{t("improvement.noEffect")}</Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
