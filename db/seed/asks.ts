import type { TransactionSql } from "postgres";
import { endOfDay, localDay } from "../../lib/calendar/zone";
import { defaultSettings } from "../../lib/settings/model";
import type { Account } from "./accounts";
import type { Case } from "./cases";
import { copy, instant, type Value } from "./copy";
import { due } from "./limits";
import { told } from "./names";
import { idAt, randomFrom } from "./random";
import { asOf, type Row } from "./rows";
import { castFrom } from "./traces";

type Telling = { seed: string; cases: Case[]; accounts: Account[]; now: number };
type Wish = {
  kind: "extend" | "defer" | "return" | "void";
  by: "worker" | "desk";
  reason: string;
  /** How much later than its limit. */
  days?: number;
  validity?: "duplicate";
  fits: (row: Row, now: number) => boolean;
};

const hour = 3_600_000;
const day = 24 * hour;
const isBegun = ({ state, deferredAt, signedAt }: Row, now: number) =>
  state === "signed" && deferredAt === null && signedAt !== null && signedAt < now - hour;
const hasTime = (row: Row, now: number) =>
  isBegun(row, now) && row.closeDueAt !== null && row.closeDueAt > now + 2 * hour;
const isLate = (row: Row, now: number) => isBegun(row, now) && row.closeDueAt !== null && row.closeDueAt < now;

const wishes: Wish[] = [
  { kind: "void", by: "desk", reason: "与同一处上周登记的是一件事，已核对。", validity: "duplicate", fits: isLate },
  { kind: "extend", by: "worker", reason: "已约定下周上门，请延期办结。", days: 3, fits: hasTime },
  { kind: "return", by: "worker", reason: "现场查看，这一件归其他单位负责，建议改派。", fits: isBegun },
  { kind: "defer", by: "worker", reason: "列入下月整治安排，一并完成。", days: 20, fits: hasTime },
];

/** In the two communities that the demo leads to: what units and staff wait to be granted or refused. */
export async function loadAsks(tx: TransactionSql, { seed, cases, accounts, now }: Telling): Promise<void> {
  const [random, cast] = [randomFrom(`${seed}/asks`), castFrom(accounts)];
  const asks = [told.tower, told.model].flatMap((name) => {
    const own = cases
      .filter(({ community }) => community.area.name === name)
      .map((one) => ({ one, row: asOf(one, now, 0) }));
    const taken = new Set<string>();
    return wishes.flatMap((wish) => {
      const found = own.findLast(({ one, row }) => !taken.has(one.id) && wish.fits(row, now));
      if (!found) return [];
      taken.add(found.one.id);
      const at = Math.max((found.row.signedAt ?? 0) + hour / 2, now - random.between(1, 20) * hour);
      return [{ ...found, wish, at, by: cast(found.one)[wish.by] }];
    });
  });
  await copy(
    tx,
    "case_requests",
    [
      ...["case_id", "id", "area_pos", "kind", "reason", "until", "validity"],
      ...["asked_by", "asked_name", "asked_at", "due_at"],
    ],
    asks.map(({ one, row, wish, at, by: { account } }): Value[] => [
      ...[one.id, idAt(random, at), one.area.pos, wish.kind, wish.reason, untilOf(wish, row), wish.validity ?? null],
      ...[account.id, account.name, instant(at), instant(due(at, decision))],
    ]),
  );
  await copy(
    tx,
    "events",
    ["subject_id", "id", "subject", "action", "area_pos", "account_id", "by", "role", "at", "detail"],
    asks.map(({ one, row, wish, at, by: { account, grant } }): Value[] => [
      ...[one.id, idAt(random, at), "case", `case.asked-${wish.kind}`, one.area.pos],
      ...[account.id, account.name, grant.role, instant(at), JSON.stringify(detailOf(wish, row))],
    ]),
  );
}

const decision = { value: defaultSettings.decideWorkHours, unit: "work_hour" } as const;

function lastDay({ days }: Wish, { closeDueAt }: Row): string | null {
  return days === undefined || closeDueAt === null ? null : localDay(new Date(closeDueAt + days * day));
}

function untilOf(wish: Wish, row: Row): Value {
  const last = lastDay(wish, row);
  return last === null ? null : endOfDay(last).toISOString();
}

function detailOf(wish: Wish, row: Row) {
  const until = lastDay(wish, row);
  return { note: wish.reason, ...(wish.validity ? { validity: wish.validity } : {}), ...(until ? { until } : {}) };
}
