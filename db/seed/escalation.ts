import type { TransactionSql } from "postgres";
import type { CaseClock } from "../../lib/cases/clocks";
import type { LateUnit, toldLevels, toldRoles } from "../../lib/escalation/model";
import type { Tree } from "./areas";
import { copy, type Value } from "./copy";

type Rule = [CaseClock, number, LateUnit, (typeof toldRoles)[number], (typeof toldLevels)[number]];

const rules: Rule[] = [
  ["contact", 4, "work_hour", "official", "street"],
  ["close", 8, "work_hour", "official", "street"],
  ["close", 2, "times", "leader", "street"],
  ["close", 3, "times", "leader", "city"],
];

/** What the city has decided to be told of, and that everybody has looked at the reminders of the days before. */
export async function setRules(tx: TransactionSql, tree: Tree, now: Date): Promise<void> {
  const city = tree.all.find(({ level }) => level === "city");
  if (!city) return;
  await copy(
    tx,
    "escalation_rules",
    ["id", "area_id", "area_pos", "area_last", "clock", "late_by", "unit", "to_role", "to_level", "added_at"],
    rules.map(([clock, lateBy, unit, role, level], index): Value[] => [
      `${city.id.slice(0, 24)}${(index + 0xe5ca0000).toString(16).padStart(12, "0")}`,
      city.id,
      city.pos,
      city.last,
      clock,
      lateBy,
      unit,
      role,
      level,
      new Date(now.getTime() - 90 * 86_400_000).toISOString(),
    ]),
  );
  const seen = new Date(now.getTime() - 18 * 3_600_000);
  await tx`insert into reminder_marks (grant_id, account_id, seen_at) select id, account_id, ${seen.toISOString()}::timestamptz from grants`;
}
