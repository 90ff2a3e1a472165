import type { TransactionSql } from "postgres";
import type { ReplyMove } from "../../lib/replies/model";
import type { Account } from "./accounts";
import { copy, instant, type Value } from "./copy";
import { idAt, type Random, randomFrom } from "./random";

type Telling = { seed: string; accounts: Account[]; now: number };
const day = 86_400_000;

const texts: [login: string, name: string, move: ReplyMove, category: string | null, body: string][] = [
  [
    "operator",
    "已办结",
    "close",
    null,
    "您反映的“{事由}”（第 {编号} 号）已由{单位}于{今天}办结。如有不满意的地方，请再告诉我们。",
  ],
  [
    "operator",
    "已解释",
    "close",
    null,
    "您反映的“{事由}”（第 {编号} 号），{单位}已于{今天}当面说明情况；条件具备后我们会主动联系您。",
  ],
  ["official", "照明已修复", "close", "0202", "{区域}的照明故障（第 {编号} 号）已修复，当晚亮灯。谢谢您的提醒。"],
  [
    "operator",
    "不属本级职责",
    "decline",
    null,
    "您反映的“{事由}”不属于{区域}的职责范围，我们已把办理单位和电话另行告知您。",
  ],
  [
    "operator",
    "与他人反映的是同一件事",
    "merge",
    null,
    "您反映的情况与此前登记的一件是同一件事，已合并办理，办结后一并答复您。",
  ],
  [
    "official",
    "物业已上门",
    "close",
    "06",
    "您反映的“{事由}”（第 {编号} 号），{单位}已于{今天}上门处理。再有同样情况，可直接打物业值班电话。",
  ],
  [
    "official-jinyang",
    "占道已清理",
    "close",
    "03",
    "{地点}的占道情况（第 {编号} 号）已清理，我们会在高峰时段多巡几遍。",
  ],
];

const views: [login: string, name: string, query: string, shared: boolean][] = [
  ["official", "今天要派的", "queue=undispatched", true],
  ["official", "超期未结", "queue=overdue", true],
  ["official", "网格员上报", "channel=officer&queue=open", false],
  ["staff", "待我结案", "state=resolved", false],
  ["staff", "热线转来的", "channel=hotline&queue=open", true],
];

/** What makes a desk one's own: texts for answers of the whole city and of streets, views of the street and of the community. */
export async function layDesks(tx: TransactionSql, telling: Telling): Promise<void> {
  const random = randomFrom(`${telling.seed}/desks`);
  await layTexts(tx, telling, random);
  await layViews(tx, telling, random);
}

async function layTexts(tx: TransactionSql, { accounts, now }: Telling, random: Random): Promise<void> {
  const at = now - 90 * day;
  await copy(
    tx,
    "reply_templates",
    ["id", "area_id", "area_pos", "area_last", "name", "move", "category_code", "body", "changed_name", "changed_at"],
    texts.map(([login, name, move, category, body], i): Value[] => {
      const { owner, area } = ownerOf(accounts, login);
      const changed = at + i * day;
      return [
        ...[idAt(random, changed), area.id, area.pos, area.last, name, move, category, body],
        ...[owner.name, instant(changed)],
      ];
    }),
  );
}

async function layViews(tx: TransactionSql, { accounts, now }: Telling, random: Random): Promise<void> {
  const at = now - 30 * day;
  await copy(
    tx,
    "saved_views",
    ["id", "area_id", "area_pos", "area_last", "owner_id", "owner_name", "name", "query", "shared", "saved_at"],
    views.map(([login, name, query, shared], i): Value[] => {
      const { owner, area } = ownerOf(accounts, login);
      return [
        ...[idAt(random, at + i), area.id, area.pos, area.last, owner.id, owner.name, name, query, shared],
        instant(at + i),
      ];
    }),
  );
}

function ownerOf(accounts: Account[], login: string) {
  const owner = accounts.find((account) => account.login === login);
  const area = owner?.grants[0]?.area;
  if (!owner || !area) throw new Error(`nobody is ${login}`);
  return { owner, area };
}
