"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { TrendRow } from "./trend-scale";

const TrendPlot = dynamic(() => import("./trend-plot").then((module) => module.TrendPlot), { ssr: false });

type TrendLiveProps = {
  rows: TrendRow[];
  names: { first: string; second: string; share: string };
  locale: string;
  unfinished: boolean;
  /** What lies over both charts, in a strip that they leave free. */
  marks: ReactNode;
  children: ReactNode;
};

/** The drawn chart, which becomes one to explore when a pointer or the keyboard reaches it. Paper keeps the drawn one. */
export function TrendLive({ rows, names, locale, unfinished, marks, children }: TrendLiveProps) {
  const [wanted, setWanted] = useState(false);
  const [ready, setReady] = useState(false);
  return (
    <div className="trend-live relative h-64" onPointerEnter={() => setWanted(true)}>
      <div className={`h-full ${ready ? "invisible print:visible" : ""}`}>{children}</div>
      {wanted ? (
        <div className="absolute inset-0 print:hidden">
          <TrendPlot
            rows={rows}
            names={names}
            locale={locale}
            unfinished={unfinished}
            hasMarks={marks !== null}
            onReady={() => setReady(true)}
          />
        </div>
      ) : null}
      {marks}
    </div>
  );
}
