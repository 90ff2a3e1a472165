import { lineOf } from "./spark";

/** The course of a count as bars from zero, as wide as its box. Decoration under the number it belongs to. */
export function SparkBars({ values }: { values: readonly (number | null)[] }) {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const step = 100 / Math.max(1, values.length);
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="h-full w-full text-edge">
      <path
        d={values.map((value, index) => barOf(index * step, step, ((value ?? 0) / most) * 100)).join("")}
        fill="currentColor"
      />
    </svg>
  );
}

/** The course of a share in its own range, as wide as its box. */
export function SparkLine({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const spread = Math.max(...known) - low || 1;
  const path = lineOf(values, (value, index) => [
    Math.round((index * 1000) / (values.length - 1)) / 10,
    Math.round((94 - ((value - low) / spread) * 88) * 10) / 10,
  ]);
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="h-full w-full text-edge">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function barOf(x: number, step: number, height: number): string {
  const [left, width, up] = [x + step * 0.15, step * 0.7, height].map((n) => Math.round(n * 100) / 100);
  return `M${left} 100v-${up}h${width}v${up}z`;
}
