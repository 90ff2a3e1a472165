import type { ReactNode } from "react";
import type { BoardFigure, BoardView, FigureKey } from "../../lib/board/model";
import { formatNumber, formatShare } from "../../lib/format";
import { SparkBars, SparkLine } from "../charts/spark-large";
import type { Against } from "./change-mark";
import { FigureCell, FigureHead, FigureRow } from "./figure-tile";
import type { Words } from "./words";

type Band = "listen" | "connect" | "serve";

const heads: Record<Band, FigureKey> = {
  listen: "received",
  connect: "dispatched_on_time",
  serve: "closed_on_time",
};
const reasons: readonly FigureKey[] = [
  "reason_solved",
  "reason_explained",
  "reason_not_ours",
  "reason_withdrawn",
  "reason_duplicate",
];
const partners: readonly FigureKey[] = ["reworked", "reopened", "extended", "deferred", "voided"];

/** 3 主动: 聆听 · 对接 · 服务, side by side. Why cases were closed is told with the categories. */
export function ActiveBands({ view, against, words }: { view: BoardView; against: Against; words: Words }) {
  const courseOf = (band: Band) => view[band].find(({ key }) => key === heads[band])?.spark ?? [];
  const received = courseOf("listen");
  const inShares = (share: number) => formatShare(words.locale, share, 0);
  return (
    <section
      aria-label={words.t("board.active")}
      className="board-active grid gap-3 lg:grid-cols-2 lg:max-xl:*:last:col-span-2 xl:grid-cols-[1fr_0.95fr_1.8fr] print:grid-cols-[1fr_0.9fr_1.55fr]"
    >
      <BandColumn band="listen" figures={view.listen} against={against} words={words}>
        <Range values={received} low={0} print={(n) => formatNumber(words.locale, n)}>
          <SparkBars values={received} />
        </Range>
      </BandColumn>
      <BandColumn band="connect" figures={view.connect} against={against} words={words}>
        <Range values={courseOf("connect")} print={inShares}>
          <SparkLine values={courseOf("connect")} />
        </Range>
      </BandColumn>
      <BandColumn band="serve" figures={view.serve} against={against} words={words}>
        <Range values={courseOf("serve")} print={inShares}>
          <SparkLine values={courseOf("serve")} />
        </Range>
      </BandColumn>
    </section>
  );
}

type RangeProps = {
  values: readonly (number | null)[];
  /** Where the drawing begins; the lowest value where nothing else is said. */
  low?: number;
  print: (value: number) => string;
  children: ReactNode;
};

/** Between which two values a course is drawn, at its end. */
function Range({ values, low, print, children }: RangeProps) {
  const known = values.filter((value) => value !== null);
  return (
    <div className="flex h-full w-full items-end gap-2">
      <div className="flex h-full min-w-0 flex-1 items-end">{children}</div>
      {known.length > 1 ? (
        <p aria-hidden="true" className="flex h-full flex-col justify-between text-sm leading-none text-faint">
          <span>{print(Math.max(...known))}</span>
          <span>{print(low ?? Math.min(...known))}</span>
        </p>
      ) : null}
    </div>
  );
}

type ColumnProps = { band: Band; figures: BoardFigure[]; against: Against; words: Words; children: ReactNode };

function BandColumn({ band, figures, against, words, children }: ColumnProps) {
  const { t } = words;
  const head = figures.find(({ key }) => key === heads[band]);
  const small = figures.filter(({ key }) => partners.includes(key));
  const rows = figures.filter(({ key }) => key !== heads[band] && !reasons.includes(key) && !partners.includes(key));
  return (
    <section id={band} aria-labelledby={`${band}-title`} className="board-panel flex scroll-mt-14 flex-col">
      <h2 id={`${band}-title`} className="board-title">
        {t(`board.${band}`)}
        <span className="text-sm font-normal text-second">{t(`board.${band}Note`)}</span>
      </h2>
      {head ? <FigureHead figure={head} against={against} words={words} /> : null}
      <div className="board-hero relative min-h-24 flex-1 print:min-h-12">
        <div className="absolute inset-x-4 top-0 bottom-2">{children}</div>
      </div>
      <ul
        className={
          band === "serve" ? "grid sm:grid-cols-2 sm:[&>li:nth-child(odd)]:border-e print:grid-cols-2" : "grid"
        }
      >
        {rows.map((figure) => (
          <FigureRow key={figure.key} figure={figure} against={against} words={words} />
        ))}
      </ul>
      {small.length > 0 ? (
        <ul className="grid grid-cols-2 border-t border-line sm:grid-cols-[repeat(5,minmax(min-content,auto))] sm:*:px-1.5 sm:*:first:ps-4 min-[90rem]:*:px-3 print:grid-cols-[1.5fr_repeat(4,1fr)]">
          {small.map((figure) => (
            <FigureCell key={figure.key} figure={figure} against={against} words={words} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}
