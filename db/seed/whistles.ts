import type { TransactionSql } from "postgres";
import type { Case } from "./cases";
import { copy, instant, type Value } from "./copy";
import { due } from "./limits";
import { idAt, randomFrom } from "./random";
import { asOf, type Row, tasksAsOf } from "./rows";
import type { Cast } from "./traces";

export type Called = ReturnType<typeof calledAsOf>;

const replies = [
  "已到场处理完毕。",
  "已派人到场，问题消除。",
  "已配合清理，现场恢复。",
  "已联合检查并督促整改。",
] as const;

const tasks = [
  "到场核验，给出处置意见",
  "现场会商，定下由谁做、哪天做完",
  "派人配合现场处置，恢复原状",
  "查明原因，提出不再发生的办法",
] as const;

/** The unit that was called to a joint case, as it stands at an instant: most come and answer in time, some late, a few never. */
function calledAsOf(told: Case, row: Row, now: number) {
  const { called } = told.life;
  if (called === null || called.dispatchedAt > now) return null;
  const random = randomFrom(`whistle/${told.id}`);
  const calledAt = Math.floor(called.dispatchedAt);
  const dueAt = due(calledAt, { value: 3, unit: "work_day" });
  const came = called.signedAt ?? calledAt;
  const said = came + (dueAt - came) * random.between(0.1, random.chance(0.12) ? 1.9 : 0.95);
  const reply = random.pick(replies);
  const silent = random.chance(0.04);
  const until = Math.min(now, row.closedAt ?? now);
  const answeredAt = !silent && said <= until ? Math.floor(said) : null;
  return {
    id: idAt(random, calledAt),
    unit: called.unit,
    task: randomFrom(`whistle-task/${told.id}`).pick(tasks),
    calledAt,
    arriveDueAt: Math.floor(called.signDueAt),
    dueAt: Math.floor(dueAt),
    arrivedAt: came <= until ? Math.floor(came) : null,
    answeredAt,
    answer: answeredAt === null ? null : reply,
    endedAt: answeredAt === null ? row.closedAt : null,
  };
}

/** All that the database holds of a case at an instant. */
export function standingOf(told: Case, now: number, number: number) {
  const row = asOf(told, now, number);
  return { told, row, tasks: tasksAsOf(told, now), called: calledAsOf(told, row, now) };
}

type Told = { told: Case; row: Row; called: Called };

export async function loadWhistles(tx: TransactionSql, rows: Told[], cast: Cast): Promise<void> {
  await copy(
    tx,
    "whistles",
    [
      ...["case_id", "id", "area_pos", "unit_id", "task", "called_by", "called_name", "called_at", "arrive_due_at"],
      ...["due_at", "arrived_at", "arrived_name", "outcome", "answer", "answered_name", "answered_at"],
      ...["ended_at", "end_reason"],
    ],
    rows.flatMap(({ told, called }): Value[][] => {
      if (called === null) return [];
      const { account } = cast(told).desk;
      const { unit, answeredAt, arrivedAt, endedAt } = called;
      return [
        [
          ...[told.id, called.id, told.area.pos, unit.id, called.task, account.id, account.name],
          ...[instant(called.calledAt), instant(called.arriveDueAt), instant(called.dueAt)],
          ...[instant(arrivedAt), arrivedAt === null ? null : unit.name],
          ...[answeredAt === null ? null : "done", called.answer, answeredAt === null ? null : unit.name],
          ...[instant(answeredAt), instant(endedAt), endedAt === null ? null : "closed"],
        ],
      ];
    }),
  );
}
