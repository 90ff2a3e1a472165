import type { Change } from "../../lib/board/model";
import { formatChange, formatNumber } from "../../lib/format";
import type { Result } from "../../lib/senses/results";
import { printChange, printCoarse, printInterval, printTopBox, type Words } from "../board/words";
import { IntervalBar } from "../charts/interval-bar";
import { Td } from "../ui/table";

type ResultProps = {
  result: Result | null;
  words: Words;
  change?: Change;
  mark?: number | null;
  domain?: [number, number];
};

/** Index, interval on its scale, n and top box of one line; with few answers the interval stands alone. */
export function ResultCells({ result, words, change, mark = null, domain = [0, 100] }: ResultProps) {
  const { t, locale } = words;
  if (result === null)
    return (
      <>
        <Td className="text-faint">{t("common.tooFew")}</Td>
        <Td numeric />
        <Td numeric className="max-sm:hidden" />
        <Td numeric className="max-md:hidden print:table-cell" />
      </>
    );
  const { value, interval, n, missing, topBox, firm, meanCoarse } = result;
  const told = meanCoarse ? printCoarse(words, value) : value.toFixed(1);
  return (
    <>
      <Td className="min-w-24">
        <IntervalBar value={value} interval={interval} domain={domain} mark={mark} faint={!firm} />
      </Td>
      <Td numeric className={firm ? "" : "text-second"}>
        {firm || meanCoarse ? <b className="font-semibold">{told}</b> : null}
        {interval ? (
          <span className={firm ? "block leading-tight text-second" : ""}>
            {t("board.intervalText", { low: interval[0].toFixed(1), high: interval[1].toFixed(1) })}
          </span>
        ) : null}
        <span className="block leading-tight text-second sm:hidden">
          {t("board.n", { n: formatNumber(locale, n) })}
        </span>
        {change ? <span className="block leading-tight sm:hidden">{printChange(words, "index", change)}</span> : null}
      </Td>
      <Td numeric className="max-sm:hidden">
        {formatNumber(locale, n)}
        {missing > 0 ? (
          <span className="block leading-tight text-second">
            {t("senses.missingShort", { n: formatNumber(locale, missing) })}
          </span>
        ) : null}
      </Td>
      <Td numeric className="max-md:hidden print:table-cell">
        {topBox ? printTopBox(words, topBox) : <span className="text-faint">{t("senses.heldBack")}</span>}
        {topBox ? (
          <span className="block leading-tight text-second">{printInterval(words, "rate", topBox.interval)}</span>
        ) : null}
      </Td>
    </>
  );
}

type ChangeProps = {
  change: Change;
  topChange?: Change;
  /** Judged with those of other areas, so that its own interval does not tell alone. */
  together?: boolean;
  words: Words;
};

/** A change in words, with its interval: up, down, or no clear change; below it that of the top box. */
export function ChangeCell({ change: given, topChange, together = false, words }: ChangeProps) {
  const { direction, interval } = given;
  const change = (points: number) => formatChange(words.locale, points, 1);
  if (direction === "none") return <Td className="text-faint max-sm:hidden">{printChange(words, "index", given)}</Td>;
  return (
    <Td className={`max-sm:hidden ${direction === "down" ? "font-semibold text-accent" : ""}`}>
      {printChange(words, "index", given)}
      {interval ? (
        <span className="block leading-tight font-normal text-second">
          {words.t("board.intervalText", { low: change(interval[0]), high: change(interval[1]) })}
        </span>
      ) : null}
      {together && direction === "unclear" && interval && (interval[0] > 0 || interval[1] < 0) ? (
        <span className="block leading-tight font-normal text-second">{words.t("senses.corrected")}</span>
      ) : null}
      {topChange?.interval ? (
        <span className="block leading-tight font-normal text-second">
          {words.t("senses.topChange", {
            change: printChange(words, "rate", topChange),
            low: change(100 * topChange.interval[0]),
            high: change(100 * topChange.interval[1]),
          })}
        </span>
      ) : null}
    </Td>
  );
}

/** The ends of the scale at the head of a column of intervals. */
export function ScaleHead({ domain }: { domain: [number, number] }) {
  return (
    <span className="flex justify-between font-normal text-faint">
      <span>{domain[0]}</span>
      <span>{domain[1]}</span>
    </span>
  );
}

/** Full tens around all the intervals. */
export function domainOf(results: (Result | null)[]): [number, number] {
  const ends = results.flatMap((result) => (result ? (result.interval ?? [result.value, result.value]) : []));
  if (ends.length === 0) return [0, 100];
  return [Math.floor(Math.min(...ends) / 10) * 10, Math.ceil(Math.max(...ends) / 10) * 10];
}
