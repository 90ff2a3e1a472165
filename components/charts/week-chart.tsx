import { countTicks, labelled } from "./trend-scale";
import type { WeekRow } from "./week-scale";

type Texts = { action: string; count: (n: number) => string };

/** A count by week as bars from zero, a line at the day of the action, and numbered notes. Drawn on the server; decoration beside its table. */
export function WeekChart({ rows, texts }: { rows: readonly WeekRow[]; texts: Texts }) {
  const ticks = countTicks(Math.max(1, ...rows.map(({ n }) => n)));
  const most = ticks.at(-1) ?? 1;
  const isLabelled = labelled(rows.length, 7);
  const split = rows.filter(({ before }) => before).length;
  const share = (index: number) => `${(index / Math.max(1, rows.length)) * 100}%`;
  let noted = 0;
  return (
    <div
      aria-hidden="true"
      className="grid h-full grid-cols-[2.25rem_1fr] grid-rows-[1.5rem_minmax(0,1fr)_1.25rem] gap-x-1.5 text-sm leading-none"
    >
      <span />
      <div className="relative">
        <span className="absolute bottom-1 whitespace-nowrap text-second" style={{ left: share(split) }}>
          {texts.action}
        </span>
      </div>
      <div className="relative text-faint">
        {ticks.map((tick) => (
          <span key={tick} className="absolute end-0 -translate-y-1/2" style={{ top: `${100 - (tick / most) * 100}%` }}>
            {texts.count(tick)}
          </span>
        ))}
      </div>
      <div className="relative flex items-end border-b border-line">
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute inset-x-0 border-t border-line"
            style={{ bottom: `${(tick / most) * 100}%` }}
          />
        ))}
        <span className="absolute inset-y-0 border-s border-dashed border-ink" style={{ left: share(split) }} />
        {rows.map(({ key, n, before, notes }) => {
          noted += notes.length;
          return (
            <span key={key} className="relative flex h-full min-w-0 flex-1 items-end justify-center">
              <span
                className={`w-5/6 ${before ? "bg-edge" : "bg-security"}`}
                style={{ height: `${(n / most) * 100}%` }}
              />
              {notes.length > 0 ? (
                <span className="absolute top-0 whitespace-nowrap rounded-full border border-ink bg-raised px-1.5 py-0.5">
                  {notes.length > 1 ? `${noted - notes.length + 1}–${noted}` : noted}
                </span>
              ) : null}
            </span>
          );
        })}
      </div>
      <span />
      <div className="relative text-faint">
        {rows.map(({ key, label }, index) =>
          isLabelled(index) && index < rows.length * 0.92 ? (
            <span
              key={key}
              className="absolute top-1 whitespace-nowrap max-sm:even:hidden"
              style={{ left: share(index) }}
            >
              {label}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}
