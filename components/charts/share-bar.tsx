type ShareBarProps = {
  /** Of a hundred, as its interval. */ value: number;
  interval: [number, number] | null;
  /** Where the bar would end at the right. */
  most: number;
  faint?: boolean;
};

/** A share as a bar from zero, its interval as a whisker. Decoration beside the numbers, which stand in words. */
export function ShareBar({ value, interval, most, faint = false }: ShareBarProps) {
  const x = (at: number) => `${Math.round((at / most) * 1000) / 10}%`;
  return (
    <svg aria-hidden="true" className="block h-5 w-full overflow-visible">
      <rect x="0" y="5" width={x(value)} height="10" fill="var(--edge)" opacity={faint ? 0.5 : 1} />
      <line x1="0" x2="0" y1="2" y2="18" stroke="var(--faint)" />
      {interval ? (
        <g stroke="currentColor" strokeWidth="1.5" opacity={faint ? 0.55 : 1}>
          <line x1={x(interval[0])} x2={x(interval[1])} y1="10" y2="10" />
          <line x1={x(interval[0])} x2={x(interval[0])} y1="7" y2="13" />
          <line x1={x(interval[1])} x2={x(interval[1])} y1="7" y2="13" />
        </g>
      ) : null}
    </svg>
  );
}
