import type { TransactionSql } from "postgres";
import { printDay } from "../../lib/calendar/zone";
import type { FindingKind } from "../../lib/findings/model";
import type { Area } from "./areas";
import type { World } from "./cases";
import { copy, type Value } from "./copy";
import { told } from "./names";
import { idAt, randomFrom } from "./random";

type Story = [kind: FindingKind, what: string, result: string];

const stories: [Story, ...Story[]] = [
  ["patrol", "楼道堆放纸箱和旧家具，影响疏散", "当天清走，张贴提示"],
  ["patrol", "地下车库应急照明两处不亮", "物业更换灯具，复查正常"],
  ["patrol", "电动自行车在楼道充电", "移到充电棚，充电棚增加两排插座"],
  ["patrol", "儿童游乐设施螺丝松动", "停用一天，紧固后恢复"],
  ["patrol", "消防通道划线磨损，有车辆停放", "重新划线，加装隔离桩"],
  ["mediation", "夜间公共活动场地音响音量的意见", "商定晚八点半后不用音响"],
  ["mediation", "两个单元共用晾晒区的使用时间", "按单双日轮流使用，告示已张贴"],
  ["mediation", "装修时间与午休时间的分歧", "午间停工，物业负责巡查"],
  ["mediation", "公共车位临时停放的先后", "物业增设登记，先到先停"],
  ["errand", "代交楼栋集中报修单", "物业收单，三天内逐项回单"],
  ["errand", "协助楼栋联系加装扶手", "两处扶手安装完成"],
  ["errand", "代送停水通知到无电梯楼栋", "各单元门口已张贴"],
];

/** What mediation, patrols and errands noted in the last six weeks; of the towers more. */
export async function loadFindings(tx: TransactionSql, world: World): Promise<string> {
  const random = randomFrom(`${world.seed}/findings`);
  let made = 0;
  const rows = world.tree.streets
    .flatMap((street) => street.communities)
    .flatMap((community) => {
      const n = community.area.name === told.tower ? 16 : random.whole(2, 5);
      return Array.from({ length: n }, (): Value[] => {
        const grid = random.pick(community.grids as [(typeof community.grids)[number], ...typeof community.grids]);
        const building = grid.buildings[random.whole(0, Math.max(0, grid.buildings.length - 1))];
        const area: Area = building?.area ?? grid.area;
        const [kind, what, result] = random.pick(stories);
        const found = world.today - random.whole(0, 42);
        const settled = found + random.whole(0, 9);
        made += 1;
        return [
          idAt(random, Date.UTC(2026, 0, 8) + made),
          area.id,
          area.pos,
          kind,
          printDay(found),
          what,
          ...(settled <= world.today ? [printDay(settled), result] : [null, null]),
        ];
      });
    });
  await copy(tx, "findings", ["id", "area_id", "area_pos", "kind", "found_on", "what", "settled_on", "result"], rows);
  return `${rows.length} findings`;
}
