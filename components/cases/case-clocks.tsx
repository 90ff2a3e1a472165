import { DueBadge, type DueTexts, isSoonOrLate } from "./due-badge";

export type CaseClock = {
  key: string;
  label: string;
  due: Date | null;
  done: Date | null;
  /** With the request: what was not done then is done no more. */
  ended: boolean;
  doneText: string | null;
};

/** The clocks of one request, always in sight: what is due when, and what was done in time. */
export function CaseClocks({
  clocks,
  now,
  deferred,
  texts,
}: {
  clocks: CaseClock[];
  now: Date;
  deferred: boolean;
  texts: DueTexts & { clocks: string; ended: string };
}) {
  return (
    <dl aria-label={texts.clocks} className="flex gap-px overflow-x-auto rounded border border-line bg-line">
      {clocks.map(({ key, label, due, done, ended, doneText }) => (
        <div
          key={key}
          className={`grid min-w-max flex-1 content-start gap-0.5 bg-raised px-3 py-2 sm:min-w-36 sm:px-4 ${done || ended ? "" : "max-sm:order-first"}`}
        >
          <dt className="text-sm text-second">{label}</dt>
          <dd>
            {ended && !done ? (
              <span className="text-sm text-second">{texts.ended}</span>
            ) : (
              <DueBadge due={due} done={done} now={now} deferred={deferred && key === "close"} texts={texts} />
            )}
          </dd>
          {doneText ? <dd className="text-sm text-second">{doneText}</dd> : null}
          {due && !done && !ended && isSoonOrLate(due, now) ? (
            <dd className="text-sm text-second">{texts.dueAt(due)}</dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
