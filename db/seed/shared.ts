import type { TransactionSql } from "postgres";
import type { Account } from "./accounts";
import type { Case } from "./cases";
import { copy, instant, type Value } from "./copy";
import { told } from "./names";
import { idAt, randomFrom } from "./random";

/** Leaks, hazards on stairs and in fire lanes: not of the property group, but the estate's three parties have to know. */
const shareable = new Set(["0703", "0901", "0902", "0905", "0906"]);
const day = 86_400_000;

/** What the street has put into the ledger of the towers' estate in the last months. */
export async function shareInLedger(
  tx: TransactionSql,
  { seed, cases, accounts, now }: { seed: string; cases: Case[]; accounts: Account[]; now: number },
): Promise<void> {
  const street = accounts.find(({ login }) => login === "official");
  if (!street) throw new Error("the street has an official");
  const random = randomFrom(`${seed}/shared`);
  const shared = cases
    .filter(
      ({ community, line, life, registeredAt }) =>
        community.area.name === told.tower &&
        shareable.has(line.code) &&
        life.validity === "valid" &&
        registeredAt > now - 150 * day &&
        registeredAt < now - day,
    )
    .slice(-12)
    .map(({ id, area, registeredAt }) => ({ id, area, at: registeredAt + day / 8 }));
  await copy(
    tx,
    "ledger_marks",
    ["case_id", "area_pos", "shared", "marked_at"],
    shared.map(({ id, area, at }): Value[] => [id, area.pos, true, instant(at)]),
  );
  await copy(
    tx,
    "events",
    ["subject_id", "id", "subject", "action", "area_pos", "account_id", "by", "role", "at", "detail"],
    shared.map(({ id, area, at }): Value[] => [
      id,
      idAt(random, at),
      "case",
      "case.ledger-shared",
      area.pos,
      street.id,
      street.name,
      "official",
      instant(at),
      "{}",
    ]),
  );
}
