import type { TransactionSql } from "postgres";
import { printDay } from "../../lib/calendar/zone";
import type { PartyRole } from "../../lib/estates/model";
import type { Community } from "./areas";
import type { World } from "./cases";
import { copy, type Value } from "./copy";
import { agreementDay } from "./demand";
import { told } from "./names";
import { idAt, type Random, randomFrom } from "./random";
import type { Unit } from "./units";

type Promised = { title: string; by: PartyRole; due: number; done: number | null; note: string | null };
type Agreement = { title: string; body: string; agreed: number; parties: PartyRole[]; tasks: Promised[] };
type Estate = { community: Community; parties: Record<PartyRole, Unit>; agreements: Agreement[] };

/** The estates where owners have a committee, with what the three parties have agreed on. */
export function foundEstates({ seed, tree, units, today }: World): Estate[] {
  return tree.streets
    .flatMap((street) => street.communities)
    .flatMap((community): Estate[] => {
      const known = units.ofCommunity.get(community);
      if (!known?.owners) return [];
      const random = randomFrom(`${seed}/estates/${community.area.id}`);
      return [
        {
          community,
          parties: { residents: known.own, owners: known.owners, property: known.property },
          agreements: community.area.name === told.tower ? ofTower(today) : ofOthers(random, today),
        },
      ];
    });
}

/** What turned things round: lifts and charges first, cleaning at once, one promise still owed. */
function ofTower(today: number): Agreement[] {
  const agreed = agreementDay(today);
  const kept = (title: string, by: PartyRole, [due, done]: [number, number], note: string): Promised => ({
    title,
    by,
    due: agreed + due,
    done: agreed + done,
    note,
  });
  const owed = (title: string, by: PartyRole, due: number): Promised => ({
    title,
    by,
    due: agreed + due,
    done: null,
    note: null,
  });
  return [
    {
      title: "电梯维保与物业服务整改约定",
      body: "物业企业限期更换老旧电梯部件，故障一小时内到场；保洁由每日一次增为两次；停车费和公共收益按季公示。业委会组织表决，居委会每月召集三方会议。",
      agreed,
      parties: ["residents", "owners", "property"],
      tasks: [
        kept("公共区域保洁增为每日两次", "property", [7, 6], "已调整班次，公告栏张贴排班"),
        kept("更换 12 台电梯的门机和主板", "property", [30, 27], "12 台全部更换并通过检验"),
        kept("召开业主大会，表决维修资金使用", "owners", [45, 44], "表决通过，结果已公示"),
        kept("公示三季度停车费收支", "property", [60, 66], "已在各单元门厅公示"),
        owed("完成公共收益第三方审计并公示", "property", 92),
        owed("修订停车管理办法并征求意见", "owners", 115),
        owed("增设两处电动自行车充电棚", "property", 130),
      ],
    },
    {
      title: "三方联席会议制度",
      body: "每月最后一个周五下午在党群服务站开会，逐项核对台账，会后三天内公示。",
      agreed: agreed - 12,
      parties: ["residents", "owners", "property"],
      tasks: [kept("建立台账并公布联络窗口", "residents", [0, -2], "台账已建立，窗口在党群服务站")],
    },
  ];
}

const usual: [string, string, [string, ...string[]]][] = [
  [
    "停车管理约定",
    "固定车位和临时停车分开收费，收支按季公示，消防通道由物业企业每日巡查。",
    ["施划并公示临时停车位", "公示上季度停车收支", "清理消防通道停车"],
  ],
  [
    "保洁与垃圾分类约定",
    "楼道每日清扫，垃圾房定时开放，物业企业每周自查一次。",
    ["楼道清扫排班上墙", "更换破损垃圾桶", "垃圾房加装照明"],
  ],
  [
    "公共设施维修约定",
    "电梯、门禁和照明报修后一个工作日内到场，预计时间张贴在单元门口。",
    ["完成门禁检修", "更换楼道应急照明", "公布报修到场时限"],
  ],
];

function ofOthers(random: Random, today: number): Agreement[] {
  const [title, body, todo] = random.pick(usual as [(typeof usual)[number], ...typeof usual]);
  const agreed = today - random.whole(70, 240);
  const reliable = random.between(0.55, 0.95);
  return [
    {
      title,
      body,
      agreed,
      parties: ["owners", "property"],
      tasks: todo.map((task, index): Promised => {
        const due = agreed + 30 * (index + 1) + random.whole(0, 10);
        const done = random.chance(reliable) ? due - random.whole(0, 12) : due + random.whole(2, 40);
        return { title: task, by: "property", due, done: done <= today ? done : null, note: "已完成，现场照片存社区" };
      }),
    },
  ];
}

/** Loads the estates with their places, parties, agreements and promises. */
export async function loadEstates(tx: TransactionSql, world: World): Promise<string> {
  const random = randomFrom(`${world.seed}/estate-ids`);
  let made = 0;
  const next = () => {
    made += 1;
    return idAt(random, Date.UTC(2026, 0, 7) + made);
  };
  const found = foundEstates(world).map((estate) => ({ ...estate, id: next() }));
  const at = ({ id, community }: (typeof found)[number]) => [id, community.area.id, community.area.pos];
  const ofEstate = ["estate_id", "area_id", "area_pos"];
  await copy(
    tx,
    "estates",
    ["id", "area_id", "area_pos", "name"],
    found.map((estate): Value[] => [...at(estate), `${estate.community.short}小区`]),
  );
  await copy(
    tx,
    "estate_places",
    [...ofEstate, "place_id"],
    found.map((estate): Value[] => [...at(estate), estate.community.area.id]),
  );
  await copy(
    tx,
    "estate_parties",
    [...ofEstate, "id", "role", "unit_id", "starts_on"],
    found.flatMap((estate) =>
      Object.entries(estate.parties).map(([role, unit], index): Value[] => [
        ...at(estate),
        next(),
        role,
        unit.id,
        printDay(world.today - 900 + 90 * index),
      ]),
    ),
  );
  const agreed = found.flatMap((estate) => estate.agreements.map((one) => ({ ...one, estate, id: next() })));
  await copy(
    tx,
    "agreements",
    [...ofEstate, "id", "title", "body", "agreed_on", "parties"],
    agreed.map(({ estate, id, title, body, agreed: day, parties }): Value[] => [
      ...at(estate),
      id,
      title,
      body,
      printDay(day),
      `{${parties.join(",")}}`,
    ]),
  );
  const promised = agreed.flatMap(({ estate, id, tasks }) => tasks.map((task) => ({ ...task, estate, agreement: id })));
  await copy(
    tx,
    "agreement_tasks",
    [...ofEstate, "agreement_id", "id", "title", "unit_id", "due_on", "done_on", "done_note", "done_name"],
    promised.map(({ estate, agreement, title, by, due, done, note }): Value[] => [
      ...at(estate),
      agreement,
      next(),
      title,
      estate.parties[by].id,
      printDay(due),
      ...(done === null ? [null, null, null] : [printDay(done), note, estate.parties[by].name]),
    ]),
  );
  return `${found.length} estates with ${promised.length} promises`;
}
