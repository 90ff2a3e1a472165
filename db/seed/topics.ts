import type { TransactionSql } from "postgres";
import { printDay, startOfNumber } from "../../lib/calendar/zone";
import type { Case, World } from "./cases";
import { copy, instant, type Value } from "./copy";
import { agreementDay } from "./demand";
import { told } from "./names";
import { idAt, randomFrom } from "./random";

const matter = ["0601", "0602", "0603"];
const days = { first: 3, parts: 24, hall: 45 };

/** The one topic that tells of the towers: lifts and the property company, before and after the agreement. */
export async function loadTopics(
  tx: TransactionSql,
  { seed, today, tree, units }: World,
  cases: Case[],
): Promise<void> {
  const community = tree.streets.flatMap((street) => street.communities).find(({ area }) => area.name === told.tower);
  const near = community && units.ofCommunity.get(community);
  if (!community || !near) throw new Error(`no ${told.tower}`);
  const random = randomFrom(`${seed}/topics`);
  const start = agreementDay(today);
  const at = startOfNumber(start);
  const id = idAt(random, at);
  const { area } = community;
  const lies: Value[] = [area.id, area.pos];

  await copy(
    tx,
    "topics",
    [
      ...["id", "area_id", "area_pos", "title", "goal", "category_codes", "keyword", "lead_unit_id", "starts_on"],
      ...["opened_name", "opened_at"],
    ],
    [
      [
        ...[id, ...lies, "电梯停运与物业服务", "电梯停运两小时内到场，物业报修当天有回音，每周诉求减半。"],
        ...[`{${matter.join(",")}}`, null, near.own.id, printDay(start), "胜浦街道干部（演示）", instant(at)],
      ],
    ],
  );
  const since = cases.filter(
    (one) =>
      one.community === community &&
      matter.includes(one.line.code) &&
      one.registeredAt >= at - 14 * 86_400_000 &&
      one.registeredAt < at,
  );
  await copy(
    tx,
    "topic_cases",
    ["topic_id", "case_id", "area_id", "area_pos", "linked_at"],
    since.map((one): Value[] => [id, one.id, ...lies, instant(at)]),
  );
  const parts: [unit: string, task: string, due: number, done: number | null, note: string | null][] = [
    [near.property.id, "与业委会签订服务协议并公示", 0, 0, "协议已签，公示于各楼栋大堂。"],
    [near.property.id, "更换 12 台电梯的门机", 30, days.parts, "12 台全部更换，维保单位驻点一个月。"],
    [near.own.id, "每月一次物业服务评议会", 60, days.hall, "第一次评议会开过，住户代表 31 人到场。"],
    [near.property.id, "安装电梯停运自动报警", 90, null, null],
  ];
  await copy(
    tx,
    "topic_tasks",
    ["topic_id", "id", "area_id", "area_pos", "unit_id", "task", "due_on", "done_on", "done_note"],
    parts.map(([unit, task, due, done, note]): Value[] => [
      ...[id, idAt(random, at), ...lies, unit, task, printDay(start + due)],
      ...[done === null ? null : printDay(start + done), note],
    ]),
  );
  const notes: [day: number, note: string][] = [
    [0, "签订物业服务协议"],
    [days.first, "物业值班电话贴到每部电梯"],
    [days.parts, "电梯门机更换完毕"],
    [days.hall, "第一次物业服务评议会"],
  ];
  await copy(
    tx,
    "topic_notes",
    ["topic_id", "id", "area_id", "area_pos", "day", "note", "noted_name"],
    notes.map(([day, note]): Value[] => [
      ...[id, idAt(random, at), ...lies, printDay(start + day), note, "浪花苑社区工作者（演示）"],
    ]),
  );
}
