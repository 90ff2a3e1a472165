import type { TransactionSql } from "postgres";
import type { ReplyMove } from "../../lib/replies/model";
import type { Account } from "./accounts";
import type { Tree } from "./areas";
import { copy, instant, type Value } from "./copy";
import { idAt, type Random, randomFrom } from "./random";

type Telling = { seed: string; tree: Tree; accounts: Account[]; now: number };

const texts: [name: string, move: ReplyMove, category: string | null, body: string][] = [
  ["已办结", "close", null, "您反映的“{title}”（{number} 号）已由{unit}于{date}办结。如有不满意的地方，请再告诉我们。"],
  [
    "已解释",
    "close",
    null,
    "您反映的“{title}”（{number} 号），{unit}已于{date}当面说明情况；条件具备后我们会主动联系您。",
  ],
  ["照明已修复", "close", "0202", "{area}的照明故障（{number} 号）已修复，当晚亮灯。谢谢您的提醒。"],
  ["不属本级职责", "decline", null, "您反映的“{title}”不属于{area}的职责范围，我们已把办理单位和电话另行告知您。"],
  ["与他人反映的是同一件事", "merge", null, "您反映的情况与此前登记的一件是同一件事，已合并办理，办结后一并答复您。"],
];

const views: [login: string, name: string, query: string, shared: boolean][] = [
  ["official", "今天要派的", "queue=undispatched", true],
  ["official", "超期未结", "queue=overdue", true],
  ["official", "网格员上报", "channel=officer&queue=open", false],
  ["staff", "待我结案", "state=resolved", false],
  ["staff", "热线转来的", "channel=hotline&queue=open", true],
];

/** What makes a desk one's own: texts for answers of the whole city, views of the street and of the community. */
export async function layDesks(tx: TransactionSql, telling: Telling): Promise<void> {
  const random = randomFrom(`${telling.seed}/desks`);
  await layTexts(tx, telling, random);
  await layViews(tx, telling, random);
}

async function layTexts(tx: TransactionSql, { tree: { root }, now }: Telling, random: Random): Promise<void> {
  const at = now - 90 * 86_400_000;
  await copy(
    tx,
    "reply_templates",
    ["id", "area_id", "area_pos", "area_last", "name", "move", "category_code", "body", "changed_name", "changed_at"],
    texts.map(([name, move, category, body], i): Value[] => [
      idAt(random, at + i),
      root.id,
      root.pos,
      root.last,
      name,
      move,
      category,
      body,
      "命令行",
      instant(at + i),
    ]),
  );
}

async function layViews(tx: TransactionSql, { accounts, now }: Telling, random: Random): Promise<void> {
  const at = now - 30 * 86_400_000;
  await copy(
    tx,
    "saved_views",
    ["id", "area_id", "area_pos", "area_last", "owner_id", "owner_name", "name", "query", "shared", "saved_at"],
    views.flatMap(([login, name, query, shared], i): Value[][] => {
      const owner = accounts.find((account) => account.login === login);
      const area = owner?.grants[0]?.area;
      if (!owner || !area) return [];
      return [
        [
          idAt(random, at + i),
          area.id,
          area.pos,
          area.last,
          owner.id,
          owner.name,
          name,
          query,
          shared,
          instant(at + i),
        ],
      ];
    }),
  );
}
