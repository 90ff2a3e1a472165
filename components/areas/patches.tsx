/** Places worth a look: gaps, overlaps and pieces beyond a border, the largest first. */
export function Patches({
  title,
  lines,
  none,
  more,
}: {
  title: string;
  lines: string[];
  none: string;
  more: (n: number) => string;
}) {
  const shown = lines.slice(0, 20);
  return (
    <section className="grid content-start gap-1">
      <h3 className="font-semibold">{title}</h3>
      {lines.length === 0 ? <p className="text-second">{none}</p> : null}
      <ul className="grid gap-0.5 text-sm tabular-nums">
        {shown.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > shown.length ? <p className="text-sm text-second">{more(lines.length - shown.length)}</p> : null}
    </section>
  );
}
