"use client";

import { useEffect } from "react";
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import { countTicks, shareTicks, type TrendRow } from "./trend-scale";

type TrendPlotProps = {
  rows: TrendRow[];
  names: { first: string; second: string; share: string };
  locale: string;
  /** Dashes the last step. */
  unfinished: boolean;
  hasMarks: boolean;
  onReady: () => void;
};

/** The chart to explore: the same lines, with the numbers of the point under the pointer. */
export function TrendPlot({ rows, names, locale, unfinished, hasMarks, onReady }: TrendPlotProps) {
  useEffect(onReady, [onReady]);
  const ticks = countTicks(Math.max(...rows.map(({ first, second }) => Math.max(first, second))));
  const margin = { top: hasMarks ? 32 : 8, right: 94, bottom: 0, left: 6 };
  const axis = { stroke: "var(--faint)", fontSize: 12, tickLine: false, axisLine: false } as const;
  const line = { type: "linear", dot: false, strokeWidth: 1.75, isAnimationActive: false } as const;
  const last = rows.length - 1;
  const solid = (key: "first" | "second") => (row: TrendRow) => (unfinished && row === rows[last] ? null : row[key]);
  const tail = (key: "first" | "second") => (row: TrendRow) => (rows.indexOf(row) < last - 1 ? null : row[key]);
  const tooltip = (props: TooltipContentProps) => <PointNumbers {...props} names={names} locale={locale} />;
  return (
    <>
      <ResponsiveContainer width="100%" height="66%">
        <LineChart data={rows} margin={margin} syncId="trend">
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" hide />
          <YAxis {...axis} width={36} ticks={ticks} domain={[0, ticks.at(-1) ?? 1]} />
          <Tooltip content={tooltip} isAnimationActive={false} />
          <Line {...line} dataKey={solid("first")} stroke="var(--ink)" name={names.first} />
          <Line {...line} dataKey={solid("second")} stroke="var(--good)" name={names.second} />
          {unfinished ? (
            <>
              <Line {...line} dataKey={tail("first")} stroke="var(--ink)" strokeDasharray="3 4" />
              <Line {...line} dataKey={tail("second")} stroke="var(--good)" strokeDasharray="3 4" />
            </>
          ) : null}
        </LineChart>
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height="34%">
        <LineChart data={rows} margin={{ ...margin, top: 10 }} syncId="trend">
          <XAxis {...axis} dataKey="label" interval="preserveStartEnd" minTickGap={36} />
          <YAxis
            {...axis}
            width={36}
            domain={shareTicks(rows)}
            ticks={shareTicks(rows)}
            tickFormatter={(share: number) => `${Math.round(share * 100)}%`}
          />
          <Tooltip content={() => null} isAnimationActive={false} />
          <Line
            {...line}
            dot={{ r: 1.75, fill: "var(--security)" }}
            dataKey="share"
            stroke="var(--security)"
            name={names.share}
          />
        </LineChart>
      </ResponsiveContainer>
    </>
  );
}

type PointProps = TooltipContentProps & Pick<TrendPlotProps, "names" | "locale">;

function PointNumbers({ active, payload, names, locale }: PointProps) {
  // recharts hands back the row it was given; its type does not remember which.
  const row = payload[0]?.payload as TrendRow | undefined;
  if (!active || !row) return null;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <div className="rounded border border-line bg-raised px-3 py-2 text-sm shadow">
      <p className="font-semibold">{row.label}</p>
      <p>
        {names.first} {number.format(row.first)} · {names.second} {number.format(row.second)}
      </p>
      {row.share === null ? null : (
        <p>
          {names.share} {number.format(row.share * 100)}&thinsp;%
        </p>
      )}
    </div>
  );
}
