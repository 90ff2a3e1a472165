"use client";

import { useEffect } from "react";
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import { countTicks } from "./trend-scale";
import type { WeekRow } from "./week-scale";

/** The chart to explore: the same bars, with the number and the notes of the week under the pointer. */
export function WeekPlot({ rows, name, onReady }: { rows: WeekRow[]; name: string; onReady: () => void }) {
  useEffect(onReady, [onReady]);
  const ticks = countTicks(Math.max(1, ...rows.map(({ n }) => n)));
  const axis = { stroke: "var(--faint)", fontSize: 12, tickLine: false, axisLine: false } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} margin={{ top: 24, right: 0, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis {...axis} dataKey="label" interval="preserveStartEnd" minTickGap={36} />
        <YAxis {...axis} width={36} ticks={ticks} domain={[0, ticks.at(-1) ?? 1]} />
        <Tooltip
          content={(props: TooltipContentProps) => <WeekNumbers {...props} name={name} />}
          isAnimationActive={false}
        />
        <Bar dataKey="n" name={name} isAnimationActive={false}>
          {rows.map(({ key, before }) => (
            <Cell key={key} fill={before ? "var(--edge)" : "var(--security)"} />
          ))}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}

function WeekNumbers({ active, payload, name }: TooltipContentProps & { name: string }) {
  // recharts hands back the row it was given; its type does not remember which.
  const row = payload[0]?.payload as WeekRow | undefined;
  if (!active || !row) return null;
  return (
    <div className="max-w-64 rounded border border-line bg-raised px-3 py-2 text-sm shadow">
      <p className="font-semibold">{row.label}</p>
      <p>
        {name} {row.n}
      </p>
      {row.notes.map((note) => (
        <p key={note} className="whitespace-normal text-second">
          {note}
        </p>
      ))}
    </div>
  );
}
