import type { ReactNode } from "react";
import { lineOf } from "./spark";
import { countTicks, labelled, shareTicks, type TrendRow } from "./trend-scale";

type TrendTexts = {
  first: string;
  second: string;
  share: string;
  count: (n: number) => string;
  percent: (share: number) => string;
};

/**
 * Two counts over time and, under them on the same days, a share. Drawn on the server: it stands without a script, on
 * paper, and before the chart to explore has come. `unfinished` dashes the last step;
 * `hasMarks` leaves a strip free above.
 */
export function TrendChart({
  rows,
  texts,
  unfinished,
  hasMarks,
}: {
  rows: readonly TrendRow[];
  texts: TrendTexts;
  unfinished: boolean;
  hasMarks: boolean;
}) {
  const ticks = countTicks(Math.max(...rows.map(({ first, second }) => Math.max(first, second))));
  const y = (count: number) => 100 - (count / (ticks.at(-1) ?? 1)) * 100;
  const [low, high] = shareTicks(rows);
  const z = (share: number) => 100 - ((share - low) / (high - low)) * 100;
  const x = (index: number) => (rows.length < 2 ? 50 : (index / (rows.length - 1)) * 100);
  const at = (value: number, index: number): [number, number] => [round(x(index)), round(y(value))];
  const shares = lineOf(
    rows.map(({ share }) => share),
    (share, index) => [round(x(index)), round(z(share))],
  );
  const ends = endsOf(rows, y);
  return (
    <div
      aria-hidden="true"
      className={`trend-drawn grid h-full grid-cols-[2.25rem_1fr_5.5rem] grid-rows-[minmax(0,1fr)_3rem_1.25rem] gap-x-1.5 gap-y-4 text-sm leading-none ${hasMarks ? "pt-8" : "pt-2"}`}
    >
      <Ticks ticks={ticks.map((tick) => ({ at: y(tick), text: texts.count(tick) }))} />
      <Plot rules={ticks.map(y)}>
        <Line values={rows.map(({ first }) => first)} at={at} colour="var(--ink)" unfinished={unfinished} />
        <Line values={rows.map(({ second }) => second)} at={at} colour="var(--good)" unfinished={unfinished} />
      </Plot>
      <div className="relative">
        <End at={ends.first} colour="text-ink" text={texts.first} />
        <End at={ends.second} colour="text-good" text={texts.second} />
      </div>
      <Ticks ticks={[low, high].map((share) => ({ at: z(share), text: texts.percent(share) }))} />
      <Plot rules={[0, 100]}>
        <path d={shares} stroke="var(--security)" strokeWidth="1.75" />
        <path d={dotsOf(rows, x, z)} stroke="var(--security)" strokeWidth="4" />
      </Plot>
      <div className="relative">
        <End at={50} colour="text-security" text={texts.share} />
      </div>
      <span />
      <Days rows={rows} x={x} />
    </div>
  );
}

function Plot({ rules, children }: { rules: number[]; children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="trend-plot h-full w-full overflow-visible"
    >
      {rules.map((at) => (
        <line key={at} x1="0" x2="100" y1={at} y2={at} stroke="var(--line)" />
      ))}
      <g fill="none" strokeLinejoin="round" strokeLinecap="round">
        {children}
      </g>
    </svg>
  );
}

function Ticks({ ticks }: { ticks: { at: number; text: string }[] }) {
  return (
    <div className="relative text-faint">
      {ticks.map(({ at, text }) => (
        <span key={at} className="absolute end-0 -translate-y-1/2 whitespace-nowrap" style={{ top: `${at}%` }}>
          {text}
        </span>
      ))}
    </div>
  );
}

function End({ at, colour, text }: { at: number; colour: string; text: string }) {
  return (
    <span className={`absolute start-0 -translate-y-1/2 whitespace-nowrap ${colour}`} style={{ top: `${at}%` }}>
      {text}
    </span>
  );
}

function Days({ rows, x }: { rows: readonly TrendRow[]; x: (index: number) => number }) {
  const isLabelled = labelled(rows.length, 6);
  return (
    <div className="relative text-faint">
      {rows.map(({ key, label }, index) =>
        isLabelled(index) ? (
          <span
            key={key}
            className={`absolute whitespace-nowrap max-sm:even:hidden ${index === 0 ? "" : "-translate-x-1/2"}`}
            style={{ left: `${x(index)}%` }}
          >
            {label}
          </span>
        ) : null,
      )}
    </div>
  );
}

type LineProps = {
  values: (number | null)[];
  at: (value: number, index: number) => [number, number];
  colour: string;
  unfinished: boolean;
};

function Line({ values, at, colour, unfinished }: LineProps) {
  const last = values.length - 1;
  const solid = unfinished ? values.map((value, index) => (index === last ? null : value)) : values;
  const tail = unfinished ? values.map((value, index) => (index < last - 1 ? null : value)) : [];
  return (
    <>
      <path d={lineOf(solid, at)} stroke={colour} strokeWidth="1.75" />
      {unfinished ? <path d={lineOf(tail, at)} stroke={colour} strokeWidth="1.75" strokeDasharray="3 4" /> : null}
    </>
  );
}

/** A point is a stroke of no length with round ends: it stays round however the drawing is stretched. */
function dotsOf(rows: readonly TrendRow[], x: (index: number) => number, z: (share: number) => number): string {
  return rows.map(({ share }, index) => (share === null ? "" : `M${round(x(index))} ${round(z(share))}h0`)).join("");
}

/** Two labels at the end of two lines, pushed apart where they would lie on each other. */
function endsOf(rows: readonly TrendRow[], y: (n: number) => number): { first: number; second: number } {
  const last = rows.at(-1);
  const [first, second] = [y(last?.first ?? 0), y(last?.second ?? 0)];
  const push = Math.max(0, 13 - Math.abs(first - second)) / 2;
  return first <= second
    ? { first: first - push, second: second + push }
    : { first: first + push, second: second - push };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
