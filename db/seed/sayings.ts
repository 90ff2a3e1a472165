import type { RejectReason, TextState } from "../../lib/senses/texts/model";
import type { Community } from "./areas";
import type { Character } from "./names";
import { draw, type Random, randomFrom, weigh } from "./random";

export type Saying = { words: string; state: TextState; edited: boolean; reason: RejectReason | null };

const wishes = ["clean", "parking", "property", "care", "safety", "culture"] as const;

/** What people of a community wish for first, in the order of the options. */
const wanted: Record<Character, readonly number[]> = {
  estate: [3, 5, 5, 3, 2, 2],
  old: [5, 3, 3, 5, 4, 1],
  new: [1, 6, 4, 3, 1, 3],
  office: [2, 6, 2, 1, 3, 3],
  lake: [4, 3, 2, 3, 1, 4],
};

type Chosen = Record<"age" | "years" | "wish", number | null>;

/** An age band, years lived here and a wish of somebody, any of which may be left out. */
export function chosenBy(random: Random, { character }: Community): Chosen {
  const bands = weigh([1, 2, 3, 4], (band) => (character === "new" && band < 3 ? 4 : character === "old" ? band : 2.5));
  const options = weigh([1, 2, 3, 4, 5, 6], (option) => wanted[character][option - 1] ?? 1);
  const stays = weigh([1, 2, 3], (stay) => (character === "new" ? 4 - stay : character === "old" ? stay : 2));
  const [age, years, wish] = [draw(random, bands), draw(random, stays), draw(random, options)];
  const maybe = (share: number, chosen: number) => (random.chance(share) ? null : chosen);
  return { age: maybe(0.06, age), years: maybe(0.05, years), wish: maybe(0.04, wish) };
}

const said: Record<(typeof wishes)[number], [string, ...string[]]> = {
  clean: [
    "{place}的垃圾桶满了没人收，夏天味道大",
    "楼道里堆的东西清一清，轮椅推不过去",
    "{place}的狗便多，希望有人劝一劝",
    "雨后{place}积水，走路要绕",
    "{place}的落叶几天没扫了",
    "河边有人钓鱼丢垃圾",
    "地下车库潮，墙都发霉了",
    "旧家具不知道扔到哪里，能不能每月收一次",
  ],
  parking: [
    "充电桩太少，晚上排不上",
    "{place}总有车停在消防通道上",
    "电动车进电梯，希望装个阻车的",
    "访客没地方停车，能不能划几个临时位",
    "{place}共享单车堆成一片",
    "充电棚离得远，老人推不动",
    "僵尸车占了好几个位，半年没人动",
    "送货的车在{place}乱按喇叭",
  ],
  property: [
    "物业电话经常没人接，报修要打好几次",
    "电梯一个月坏两回，希望说清楚什么时候换",
    "公共收益花在哪里，希望每季度贴出来",
    "修是修了，没人回来问修好没有",
    "物业费涨了，服务没变",
    "绿化剪得太短，草都死了",
    "快递柜收费以前没说过",
    "业主大会两年没开了",
  ],
  care: [
    "希望社区食堂周末也开",
    "放学到下班这两个小时孩子没地方去",
    "老人去医院没人陪，能不能有人帮着排队",
    "{place}的长椅少，老人走一段要歇",
    "托班名额少，双职工等不起",
    "楼里老人多，加装电梯的事有没有下文",
    "社区医生每周来一次太少",
    "助浴的车能不能多来几趟",
  ],
  safety: [
    "{place}晚上灯暗，不敢走",
    "楼下有人飞线充电，说了也没人管",
    "陌生人跟着就进单元门，门禁坏了很久",
    "高空抛物抓一次就好了",
    "灭火器过期了，贴着的日期还是前年",
    "{place}的路口车快，希望画条斑马线",
    "保安换得勤，谁进来都不问",
    "楼顶的门常年锁着，着火往哪跑",
  ],
  culture: [
    "广场舞声音小一点，时间早一点结束",
    "想要一个能打乒乓球的地方",
    "活动都在工作日，上班的人参加不了",
    "{place}的健身器材坏了两样",
    "图书室中午关门，孩子进不去",
    "想学用手机挂号，老年班能不能再开一期",
    "篮球场晚上九点就熄灯",
    "邻居都不认识，多办几次楼栋饭",
  ],
};

const kind: [string, ...string[]] = [
  "网格员很负责，反映的事当天就有回话",
  "这半年变化挺大，谢谢大家",
  "没有别的，希望说到做到",
  "问卷别太长，办事快一点就好",
];

const places: [string, ...string[]] = ["东门", "西门", "北门口", "中心花园", "菜场门口", "学校门前", "公交站旁"];

type Telling = { words: string; cut: string };

const telling: [Telling, ...Telling[]] = [
  { words: "三单元的老刘一个人住，希望有人常去看看", cut: "…一个人住，希望有人常去看看" },
  { words: "我是二号楼开小卖部的，门口井盖响了半年", cut: "门口井盖响了半年" },
  { words: "五楼那家天天半夜装修，找过王主任两次没用", cut: "某家天天半夜装修，找过两次没用" },
  { words: "孩子在一班上学，校门口早上堵得厉害", cut: "校门口早上堵得厉害" },
];

type Rejected = { words: string; reason: RejectReason };

const rejected: [Rejected, ...Rejected[]] = [
  { words: "六楼姓陈的欠物业费还最会闹", reason: "person" },
  { words: "无", reason: "nothing" },
  { words: "没有", reason: "nothing" },
  { words: "一群废物", reason: "insult" },
];

/** What was written in a community in one round; of the last round some of it waits to be looked at. */
export function sayingsOf(seed: string, { area, character }: Community, turn: number): Saying[] {
  const random = randomFrom(`${seed}/said/${turn}/${area.id}`);
  const about = weigh([...wishes], (wish) => wanted[character][wishes.indexOf(wish)] ?? 1);
  return Array.from({ length: random.whole(1, 5) }, (): Saying => {
    const state = turn > 0 && random.chance(0.35) ? "waiting" : "approved";
    return (
      heard(random, state) ??
      asSaid(state, random.pick(said[draw(random, about)]).replace("{place}", random.pick(places)))
    );
  });
}

const asSaid = (state: TextState, words: string): Saying => ({ words, state, edited: false, reason: null });

/** What a few write: what is not to be published, or not as it stands, or what fits everywhere. */
function heard(random: Random, state: TextState): Saying | null {
  if (random.chance(0.05)) {
    const { words, reason } = random.pick(rejected);
    return state === "waiting" ? asSaid(state, words) : { words: "", state: "rejected", edited: false, reason };
  }
  if (random.chance(0.06)) {
    const { words, cut } = random.pick(telling);
    return state === "waiting" ? asSaid(state, words) : { ...asSaid(state, cut), edited: true };
  }
  return random.chance(0.1) ? asSaid(state, random.pick(kind)) : null;
}
