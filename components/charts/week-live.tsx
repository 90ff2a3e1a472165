"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { WeekRow } from "./week-scale";

const WeekPlot = dynamic(() => import("./week-plot").then((module) => module.WeekPlot), { ssr: false });

/** The drawn weeks, which become a chart to explore when a pointer reaches them. Paper keeps the drawn ones. */
export function WeekLive({ rows, name, children }: { rows: WeekRow[]; name: string; children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  const [ready, setReady] = useState(false);
  return (
    <div className="relative h-56" onPointerEnter={() => setWanted(true)}>
      <div className={`h-full ${ready ? "invisible print:visible" : ""}`}>{children}</div>
      {wanted ? (
        <div className="absolute inset-0 print:hidden">
          <WeekPlot rows={rows} name={name} onReady={() => setReady(true)} />
        </div>
      ) : null}
    </div>
  );
}
