/** The shape of the method: one line, three squares, three dots. */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect x="4" y="5" width="24" height="4" rx="1" fill="var(--accent)" />
      {[4, 13, 22].map((x) => (
        <g key={x} fill="var(--ink)">
          <rect x={x} y="13" width="6" height="6" rx="1" />
          <circle cx={x + 3} cy="26" r="3" />
        </g>
      ))}
    </svg>
  );
}
