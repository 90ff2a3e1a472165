import type { SenseFigure } from "../../lib/board/model";
import { formatExact, formatNumber } from "../../lib/format";
import { firmAnswers } from "../../lib/senses/model";
import { IntervalBar } from "../charts/interval-bar";
import { isDrawn, Spark } from "../charts/spark";
import { ChangeMark } from "./change-mark";
import { FigureNote } from "./figure-note";
import { FigureValue } from "./figure-tile";
import { RecordsLink } from "./records-link";
import { printCoarse, printInterval, printTopBox, type Words } from "./words";

const colours: Record<string, string> = { gain: "text-gain", happiness: "text-happiness", security: "text-security" };

type SenseTileProps = { sense: SenseFigure; words: Words; chosen?: boolean; since?: string };

/** A sense on its scale: index, interval, n, top box, and the change since the last round, or since another one. */
export function SenseTile({ sense, words, chosen = false, since = words.t("board.lastRound") }: SenseTileProps) {
  const { t, locale } = words;
  const { topBox } = sense;
  return (
    <li
      data-noted
      aria-current={chosen ? "true" : undefined}
      className={`relative grid content-start gap-1 px-4 py-2.5 hover:bg-hover ${chosen ? "bg-hover shadow-[inset_0_-2px_0_var(--ink)]" : ""}`}
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className={`flex items-center gap-0.5 font-semibold ${colours[sense.key] ?? ""}`}>
          <RecordsLink figure={sense} words={words} />
          <FigureNote figure={sense} words={words} more={senseBasis(sense, words)} since={since} />
        </span>
        <span className="flex items-baseline gap-1 text-sm text-second">
          {sense.before.direction === "none" ? null : since}
          <ChangeMark figure={sense} against="before" words={words} />
        </span>
        <span className="ms-auto flex items-center gap-2 text-2xl font-semibold whitespace-nowrap">
          <Spark values={sense.spark} className="text-faint" />
          <span>
            <SenseValue sense={sense} words={words} />
          </span>
        </span>
      </div>
      <SenseMarks sense={sense} words={words} />
      {sense.value === null ? null : (
        <div aria-hidden="true" className="flex items-center gap-2 text-sm leading-none text-faint">
          0
          <div className={`flex-1 ${colours[sense.key] ?? ""}`}>
            <IntervalBar value={sense.value} interval={sense.interval} domain={[0, 100]} faint={!isFirm(sense)} />
          </div>
          100
        </div>
      )}
      <div className="flex flex-wrap items-baseline gap-x-3 text-sm text-second">
        {sense.denominator === null ? null : (
          <span>{t("board.n", { n: formatNumber(locale, sense.denominator) })}</span>
        )}
        {sense.interval && isFirm(sense) ? (
          <span>
            {t("board.intervalShort")} {printInterval(words, "index", sense.interval)}
          </span>
        ) : null}
        {topBox && topBox.denominator > 0 ? (
          <span>
            {t("board.topBox")} {printTopBox(words, topBox)}
          </span>
        ) : null}
      </div>
    </li>
  );
}

/** What keeps a sense from being read like that of the round before. */
function SenseMarks({ sense: { round, remade, broken, spark }, words: { t } }: { sense: SenseFigure; words: Words }) {
  return (
    <>
      {round?.mode === "open" ? <p className="text-sm font-semibold text-soon">{t("board.selfChosen")}</p> : null}
      {remade ? <p className="text-sm text-second">{t(`board.remade.${remade}`)}</p> : null}
      {broken && !remade && isDrawn(spark) ? <p className="text-sm text-second">{t("board.broken")}</p> : null}
    </>
  );
}

const isFirm = ({ denominator }: SenseFigure) => (denominator ?? 0) >= firmAnswers;

/** With few answers the interval stands alone: its middle would be taken for more than it is. */
function SenseValue({ sense, words }: { sense: SenseFigure; words: Words }) {
  if (sense.value !== null && sense.meanCoarse) return printCoarse(words, sense.value);
  if (sense.value === null || isFirm(sense) || !sense.interval) return <FigureValue figure={sense} words={words} />;
  return <span className="text-lg">{printInterval(words, "index", sense.interval)}</span>;
}

function senseBasis({ topBox, unweighted, meanCoarse, alpha }: SenseFigure, words: Words): [string, string][] {
  const { t, locale } = words;
  const rows: [string, string][] = [];
  if (topBox) rows.push([t("board.topBox"), printInterval(words, "rate", topBox.interval)]);
  if (unweighted)
    rows.push(
      [t("board.unweighted"), formatExact(locale, unweighted.value, 1)],
      [t("board.effectiveN"), formatNumber(locale, unweighted.effectiveN)],
    );
  if (alpha !== null) rows.push([t("board.alpha"), formatExact(locale, alpha, 2)]);
  if (meanCoarse || topBox?.bound) rows.push([t("board.coarse"), t("board.coarseText")]);
  return rows;
}
