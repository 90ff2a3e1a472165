import type { MapOutline } from "../../lib/areas/model";

export type MapClass = 1 | 2 | 3 | 4 | 5 | "few" | "none";
export type MapPlace = {
  areaId: string;
  href: string;
  class: MapClass /** Read aloud and shown on hover: name and value. */;
  text: string;
};

export const fills: Record<MapClass, string> = {
  1: "var(--class-1)",
  2: "var(--class-2)",
  3: "var(--class-3)",
  4: "var(--class-4)",
  5: "var(--class-5)",
  few: "url(#map-few)",
  none: "url(#map-none)",
};

/** Child areas coloured by class, drawn on the server; each is a link that the keyboard reaches. */
export function AreaMap({
  outlines,
  places,
  label,
}: {
  outlines: readonly MapOutline[];
  places: ReadonlyMap<string, MapPlace>;
  label: string;
}) {
  const height = outlines[0]?.height ?? 0;
  const drawn = outlines.flatMap((outline) => {
    const place = places.get(outline.areaId);
    return place ? [{ outline, place }] : [];
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing has no element of its own
    <svg viewBox={`-4 -4 1008 ${height + 8}`} role="group" aria-label={label} className="max-h-[26rem] w-full">
      <Patterns />
      {drawn.map(({ outline, place }) => (
        <a key={outline.areaId} href={place.href} aria-label={place.text} className="area-shape">
          <title>{place.text}</title>
          <path
            d={outline.path}
            fill={fills[place.class]}
            stroke="var(--raised)"
            strokeWidth="2.5"
            strokeLinejoin="round"
          />
        </a>
      ))}
      {drawn.length <= 30
        ? drawn.map(({ outline, place }) => <Name key={outline.areaId} outline={outline} of={place.class} />)
        : null}
    </svg>
  );
}

/** Where a name is longer than its area it keeps the ground on which it is read. */
function Name({ outline, of }: { outline: MapOutline; of: MapClass }) {
  return (
    <text
      x={outline.labelX}
      y={outline.labelY}
      textAnchor="middle"
      dominantBaseline="middle"
      fontSize="22"
      fill={of === 4 || of === 5 ? "var(--raised)" : "var(--ink)"}
      stroke={of === "few" || of === "none" ? "var(--paper)" : fills[of]}
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
      className="pointer-events-none max-md:hidden"
    >
      {outline.name}
    </text>
  );
}

/** No data is hatched, too few is dotted: neither is a class of the value. */
function Patterns() {
  return (
    <defs>
      <pattern id="map-none" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="12" height="12" fill="var(--paper)" />
        <line x1="0" y1="0" x2="0" y2="12" stroke="var(--edge)" strokeWidth="3" />
      </pattern>
      <pattern id="map-few" width="12" height="12" patternUnits="userSpaceOnUse">
        <rect width="12" height="12" fill="var(--paper)" />
        <circle cx="4" cy="4" r="2.5" fill="var(--edge)" />
      </pattern>
    </defs>
  );
}
