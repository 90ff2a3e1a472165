import type { TransactionSql } from "postgres";
import { printDay, startOfNumber } from "../../lib/calendar/zone";
import type { Area } from "./areas";
import type { Case, World } from "./cases";
import { copy, instant, type Value } from "./copy";
import { idAt, type Random, randomFrom } from "./random";
import { type TopicTold, topicsTold } from "./topics-told";

type Placed = TopicTold & { id: string; at: number; start: number; lies: [areaId: string, areaPos: number] };

/** What is followed over many cases: the towers, and a matter of each street, of which one is over. */
export async function loadTopics(tx: TransactionSql, world: World, cases: Case[]): Promise<void> {
  const random = randomFrom(`${world.seed}/topics`);
  const topics = topicsTold(world).map((topic): Placed => {
    const start = world.today - topic.since;
    const at = startOfNumber(start);
    return { ...topic, id: idAt(random, at), at, start, lies: [topic.area.id, topic.area.pos] };
  });
  await copy(
    tx,
    "topics",
    [
      ...["id", "area_id", "area_pos", "title", "goal", "category_codes", "keyword", "lead_unit_id", "starts_on"],
      ...["opened_name", "opened_at", "closing", "closed_on", "closed_name"],
    ],
    topics.map(({ id, at, start, lies, title, goal, codes, lead, openedBy, closed }): Value[] => [
      ...[id, ...lies, title, goal, `{${codes.join(",")}}`, null, lead.id, printDay(start), openedBy, instant(at)],
      ...(closed ? [closed.closing, printDay(start + closed.after), openedBy] : [null, null, null]),
    ]),
  );
  await loadCasesOf(tx, topics, cases);
  await loadWorkOn(tx, topics, random);
}

const linkedDays = 14;

/** The requests of the two weeks before: those for which it was opened. */
async function loadCasesOf(tx: TransactionSql, topics: Placed[], cases: Case[]): Promise<void> {
  await copy(
    tx,
    "topic_cases",
    ["topic_id", "case_id", "area_id", "area_pos", "linked_at"],
    topics.flatMap(({ id, at, area, codes, lies }) =>
      cases
        .filter(
          (one) =>
            lieIn(area, one.area) &&
            codes.includes(one.line.code) &&
            one.registeredAt >= at - linkedDays * 86_400_000 &&
            one.registeredAt < at,
        )
        .map((one): Value[] => [id, one.id, ...lies, instant(at)]),
    ),
  );
}

const lieIn = (area: Area, { pos }: Area) => pos >= area.pos && pos <= area.last;

async function loadWorkOn(tx: TransactionSql, topics: Placed[], random: Random): Promise<void> {
  await copy(
    tx,
    "topic_tasks",
    ["topic_id", "id", "area_id", "area_pos", "unit_id", "task", "due_on", "done_on", "done_note"],
    topics.flatMap(({ id, at, start, lies, parts }) =>
      parts.map(({ unit, task, due, done }): Value[] => [
        ...[id, idAt(random, at), ...lies, unit.id, task, printDay(start + due)],
        ...(done ? [printDay(start + done[0]), done[1]] : [null, null]),
      ]),
    ),
  );
  await copy(
    tx,
    "topic_notes",
    ["topic_id", "id", "area_id", "area_pos", "day", "note", "noted_name"],
    topics.flatMap(({ id, at, start, lies, notes, notedBy }) =>
      notes.map(([day, note]): Value[] => [id, idAt(random, at), ...lies, printDay(start + day), note, notedBy]),
    ),
  );
}
