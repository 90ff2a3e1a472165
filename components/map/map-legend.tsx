import { fills, type MapClass } from "./area-map";

export type LegendEntry = { class: MapClass; name: string; bounds?: string; count: string };

/** The classes as one scale, each under its colour: its name, from where to where, and how many areas are in it. */
export function MapLegend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="flex flex-wrap gap-y-2 text-sm leading-snug text-second">
      {entries.map(({ class: name, name: text, bounds, count }) => (
        <li key={name} className="grid min-w-16 flex-1 content-start">
          <svg aria-hidden="true" className="mb-1 h-3 w-full">
            <rect width="100%" height="100%" fill={fills[name]} stroke="var(--line)" />
          </svg>
          <span className="text-ink">{text}</span>
          {bounds ? <span className="whitespace-nowrap">{bounds}</span> : null}
          <span className="text-faint">{count}</span>
        </li>
      ))}
    </ul>
  );
}
