import type { TransactionSql } from "postgres";
import { printDay } from "../../lib/calendar/zone";
import type { World } from "./cases";
import { copy, type Value } from "./copy";
import { told } from "./names";
import { idAt, randomFrom } from "./random";
import { streetUnit } from "./units";

type Story = [offer: string, need: string];

/** What the shops do about the paper that says whom to ask. */
export const shops: Story = ["商圈商户轮值，在店里发放和讲解", "“什么事找谁办”这张纸送到每户"];

const stories: [Story, ...Story[]] = [
  ["每月一次义剪，腿脚不便的上门", "高龄老人就近理发"],
  ["周末开放会议室给孩子自习", "放学后和周末有地方看书"],
  ["每季一次家电义修", "小家电坏了没处修"],
  ["出两名律师，每月第一个周六坐班", "邻里纠纷想先问一问"],
  ["提供二十个临时车位，晚八点至早七点", "夜里停车紧张"],
  ["门店设饮水点和歇脚处", "户外劳动者歇脚"],
];

/** What the partners of each street promised its communities this half-year. */
export async function loadProjects(tx: TransactionSql, { seed, today, tree, units }: World): Promise<string> {
  const random = randomFrom(`${seed}/projects`);
  let made = 0;
  const rows = tree.streets.flatMap((street) =>
    street.communities.flatMap(({ area }) => {
      const picked = Array.from({ length: random.whole(1, 2) }, () => random.pick(stories));
      const chosen = new Map(area.name === told.model ? [shops, ...picked] : picked);
      return [...chosen].map(([offer, need]): Value[] => {
        const due = today + random.whole(-120, 45);
        const kept = due + random.whole(-15, 6);
        made += 1;
        return [
          idAt(random, Date.UTC(2026, 0, 9) + made),
          area.id,
          area.pos,
          streetUnit(units, street, "partner").id,
          offer,
          need,
          printDay(due),
          kept <= today && random.chance(0.85) ? printDay(kept) : null,
        ];
      });
    }),
  );
  const columns = ["id", "area_id", "area_pos", "partner_id", "offer", "need", "promised_by", "kept_on"];
  await copy(tx, "projects", columns, rows);
  return `${rows.length} projects of partners`;
}
