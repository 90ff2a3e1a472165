type IntervalBarProps = {
  value: number;
  interval: [number, number] | null;
  /** The ends of the scale. */
  domain: [number, number];
  /** A value to compare with, as a thin upright line. */
  mark?: number | null;
  /** Fainter, for what may not be ranked. */
  faint?: boolean;
  className?: string;
};

/** ├─●─┤ a value and its interval on a scale. Decoration beside the numbers, which stand in words. */
export function IntervalBar({ value, interval, domain, mark = null, faint = false, className = "" }: IntervalBarProps) {
  const x = (at: number) =>
    `${Math.round(Math.min(100, Math.max(0, ((at - domain[0]) / (domain[1] - domain[0])) * 100)) * 10) / 10}%`;
  return (
    <svg aria-hidden="true" className={`block h-5 w-full overflow-visible ${className}`}>
      <line x1="0" x2="100%" y1="50%" y2="50%" stroke="var(--line)" />
      {mark === null ? null : (
        <line x1={x(mark)} x2={x(mark)} y1="0" y2="100%" stroke="var(--faint)" strokeDasharray="2 2" />
      )}
      {interval ? (
        <g stroke="currentColor" strokeWidth="1.5" opacity={faint ? 0.55 : 1}>
          <line x1={x(interval[0])} x2={x(interval[1])} y1="50%" y2="50%" />
          <line x1={x(interval[0])} x2={x(interval[0])} y1="30%" y2="70%" />
          <line x1={x(interval[1])} x2={x(interval[1])} y1="30%" y2="70%" />
        </g>
      ) : null}
      <circle
        cx={x(value)}
        cy="50%"
        r="0.25rem"
        fill={faint ? "var(--raised)" : "currentColor"}
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
