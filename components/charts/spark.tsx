const width = 72;
const height = 20;

const fewest = 3;

/** Whether there is a course to draw. */
export const isDrawn = (values: readonly (number | null)[]): boolean =>
  values.filter((value) => value !== null).length >= fewest;

type SparkProps = {
  values: readonly (number | null)[];
  /** Counts stand on zero; shares and hours show their own range. */
  fromZero?: boolean;
  className?: string;
};

/** The course of a figure without axes; gaps where there is no data, a dot on the last value. Two values are no course: their line would rise or fall from edge to edge. Decoration beside the number. */
export function Spark({ values, fromZero = false, className = "" }: SparkProps) {
  if (!isDrawn(values)) return null;
  const known = values.filter((value) => value !== null);
  const low = fromZero ? 0 : Math.min(...known);
  const spread = Math.max(...known) - low || 1;
  const at = (value: number, index: number): [number, number] => [
    round(2 + (index * (width - 4)) / (values.length - 1)),
    round(height - 2 - ((value - low) / spread) * (height - 4)),
  ];
  const last = values.findLastIndex((value) => value !== null);
  const end = at(values[last] ?? low, last);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={`h-5 w-[72px] shrink-0 ${className}`}>
      <path
        d={lineOf(values, at)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={end[0]} cy={end[1]} r="1.75" fill="currentColor" />
    </svg>
  );
}

/** One stroke per run of values. */
export function lineOf(
  values: readonly (number | null)[],
  at: (value: number, index: number) => [number, number],
): string {
  return values
    .map((value, index) =>
      value === null ? "" : `${(values[index - 1] ?? null) === null ? "M" : "L"}${at(value, index).join(" ")}`,
    )
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
