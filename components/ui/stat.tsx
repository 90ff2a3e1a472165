import type { ReactNode } from "react";

/** A number with its name: the name above, the number large, its unit small, a note under it. */
export function Stat({
  label,
  value,
  unit,
  note,
}: {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  note?: ReactNode;
}) {
  return (
    <div className="grid content-start gap-0.5">
      <p className="text-sm text-second">{label}</p>
      <p className="text-2xl font-semibold whitespace-nowrap">
        {value}
        {unit ? <span className="unit">{unit}</span> : null}
      </p>
      {note ? <p className="text-sm text-second">{note}</p> : null}
    </div>
  );
}
