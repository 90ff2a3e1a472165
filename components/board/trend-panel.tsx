import type { BoardView, TrendPoint } from "../../lib/board/model";
import { formatMonth, formatNumber, formatShare } from "../../lib/format";
import { ChartFigure } from "../charts/chart-figure";
import { TrendChart } from "../charts/trend-chart";
import { TrendLive } from "../charts/trend-live";
import type { TrendRow } from "../charts/trend-scale";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { BalanceLine } from "./balance-line";
import { FigureValue } from "./figure-tile";
import { notedIn } from "./marks";
import { MarkList, TrendMarks } from "./trend-marks";
import { printSpan, type Words } from "./words";

/** What came and what was finished, part by part up to today, and how much of it in time. */
export function TrendPanel({ view, today, words }: { view: BoardView; today: string; words: Words }) {
  const { t, locale } = words;
  const points = view.trend.filter(({ from }) => from <= today);
  const rows = points.map((point) => rowOf(point, view.grain, words));
  const names = { first: t("board.trendReceived"), second: t("board.trendFinished"), share: t("board.onTime") };
  const texts = {
    ...names,
    count: (n: number) => formatNumber(locale, n),
    percent: (share: number) => formatShare(locale, share, 0),
  };
  const unfinished = (points.at(-1)?.to ?? "") >= today;
  const hasMarks = view.notes.rows.length > 0;
  return (
    <ChartFigure
      title={t("board.trend")}
      table={{ open: t("common.asTable"), children: <TrendTable points={points} notes={view.notes} words={words} /> }}
    >
      <BalanceLine balance={view.balance} words={words} />
      <TrendLive
        rows={rows}
        names={names}
        locale={locale}
        unfinished={unfinished}
        marks={hasMarks ? <TrendMarks points={points} notes={view.notes.rows} words={words} /> : null}
      >
        <TrendChart rows={rows} texts={texts} unfinished={unfinished} hasMarks={hasMarks} />
      </TrendLive>
    </ChartFigure>
  );
}

type TableProps = { points: TrendPoint[]; notes: BoardView["notes"]; words: Words };

function TrendTable({ points, notes: { rows, isCut }, words }: TableProps) {
  const { t, locale } = words;
  return (
    <>
      <Table caption={t("board.trend")} hideCaption className="max-h-96 overflow-y-auto">
        <TableHead>
          <Th>{t("board.day")}</Th>
          <Th numeric>{t("board.trendReceived")}</Th>
          <Th numeric>{t("board.trendFinished")}</Th>
          <Th numeric>{t("board.onTime")}</Th>
          <Th numeric>{t("board.denominator")}</Th>
          {rows.length > 0 ? <Th className="min-w-48">{t("board.notes")}</Th> : null}
        </TableHead>
        <tbody>
          {points.map((point) => (
            <Tr key={point.key}>
              <Td>{printSpan(words, point)}</Td>
              <Td numeric>{formatNumber(locale, point.received)}</Td>
              <Td numeric>{formatNumber(locale, point.finished)}</Td>
              <Td numeric>
                <FigureValue figure={point.onTime} words={words} />
              </Td>
              <Td numeric>{formatNumber(locale, point.onTime.denominator ?? 0)}</Td>
              {rows.length > 0 ? (
                <Td>
                  <MarkList notes={notedIn(rows, point)} words={words} />
                </Td>
              ) : null}
            </Tr>
          ))}
        </tbody>
      </Table>
      {isCut ? <p className="pt-2 text-sm text-second">{t("board.notesCut")}</p> : null}
    </>
  );
}

function rowOf(
  { key, from, received, finished, onTime }: TrendPoint,
  grain: BoardView["grain"],
  { locale }: Words,
): TrendRow {
  const label = grain === "month" ? formatMonth(locale, key) : from.slice(5).replace("-", "/");
  return { key, label, first: received, second: finished, share: onTime.value, interval: onTime.interval };
}
