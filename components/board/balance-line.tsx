import type { Balance } from "../../lib/board/model";
import { formatNumber } from "../../lib/format";
import type { Words } from "./words";

const parts = [
  ["opening", ""],
  ["received", "+"],
  ["finished", "="],
  ["carried", "+"],
] as const;

/** 期初 + 新增 = 办结 + 期末, as a line that can be checked in the head. */
export function BalanceLine({ balance, words: { t, locale } }: { balance: Balance; words: Words }) {
  return (
    <dl data-testid="balance" className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {parts.map(([key, sign]) => (
        <div key={key} className="flex items-baseline gap-1.5">
          {sign ? (
            <span aria-hidden="true" className="me-1.5 text-lg text-faint">
              {sign}
            </span>
          ) : null}
          <dt className="text-sm text-second">{t(`board.${key}`)}</dt>
          <dd className="text-lg font-semibold">
            <data value={balance[key]}>{formatNumber(locale, balance[key])}</data>
          </dd>
        </div>
      ))}
    </dl>
  );
}
