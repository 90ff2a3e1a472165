import { formatNumber } from "../../lib/format";
import type { GroupResults, GroupRow } from "../../lib/senses/groups";
import { inLanguage } from "../../lib/senses/items";
import { type Sense, senses } from "../../lib/senses/model";
import type { Result } from "../../lib/senses/results";
import type { Words } from "../board/words";
import { IntervalBar } from "../charts/interval-bar";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { domainOf } from "./result-cells";

type GroupsTableProps = { groups: GroupResults; whole: Partial<Record<Sense, number>>; words: Words };

/** Each sense by the groups of one question, beside the value of everybody as a thin line. */
export function GroupsTable({ groups, whole, words }: GroupsTableProps) {
  const { t, locale } = words;
  const { code, labels, rows } = groups;
  const caption = t("senses.group.title", { question: `${code} ${inLanguage(labels, locale) ?? ""}` });
  if (rows.length === 0)
    return (
      <p className="text-sm text-second">
        {caption} <span className="text-faint">{t("senses.group.tooFew")}</span>
      </p>
    );
  const told = senses.filter((sense) => rows.some(({ results }) => results[sense]));
  const domain = domainOf(rows.flatMap(({ results }) => told.map((sense) => results[sense])));
  return (
    <div className="grid gap-2">
      <Table caption={caption}>
        <TableHead>
          <Th>{t("senses.group.name")}</Th>
          {told.map((sense) => (
            <Th key={sense} className="w-1/4">
              {t(`figure.${sense}.label`)}
            </Th>
          ))}
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.option}>
              <Th scope="row" className="font-normal">
                {groupName(row, words)}
              </Th>
              {told.map((sense) => (
                <Td key={sense}>
                  <Value result={row.results[sense]} domain={domain} mark={whole[sense] ?? null} words={words} />
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="text-sm text-second">{t("senses.group.note")}</p>
    </div>
  );
}

export const groupName = ({ option, labels }: Pick<GroupRow, "option" | "labels">, { t, locale }: Words): string =>
  labels === null ? t("senses.group.unknown") : (inLanguage(labels, locale) ?? String(option));

type ValueProps = { result: Result | null; domain: [number, number]; mark: number | null; words: Words };

function Value({ result, domain, mark, words: { t, locale } }: ValueProps) {
  if (result === null) return <span className="text-faint">{t("senses.heldBack")}</span>;
  const { value, interval, n, firm } = result;
  const between = interval
    ? t("board.intervalText", { low: interval[0].toFixed(1), high: interval[1].toFixed(1) })
    : null;
  return (
    <span className="grid gap-0.5 tabular-nums">
      <IntervalBar
        value={value}
        interval={interval}
        domain={domain}
        mark={mark}
        faint={!firm}
        className="max-sm:hidden"
      />
      <span className="flex flex-wrap gap-x-2">
        {firm || between === null ? <b className="font-semibold">{value.toFixed(1)}</b> : null}
        <span className="text-second">{between}</span>
        <span className="text-faint">{`n = ${formatNumber(locale, n)}`}</span>
      </span>
    </span>
  );
}
