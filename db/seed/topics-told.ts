import type { Area } from "./areas";
import type { World } from "./cases";
import { agreementDay } from "./demand";
import { told } from "./names";
import { streetUnit, type Unit } from "./units";

/** Days are counted from the day of the action, which was `since` days ago. */
export type TopicTold = {
  area: Area;
  lead: Unit;
  title: string;
  goal: string;
  codes: string[];
  since: number;
  openedBy: string;
  notedBy: string;
  closed?: { after: number; closing: string };
  parts: { unit: Unit; task: string; due: number; done?: [day: number, note: string] }[];
  notes: [day: number, note: string][];
};

export function topicsTold(world: World): TopicTold[] {
  return [ofTheTowers(world), ofTheLamps(world), ofTheCrossings(world), ofTheRain(world)];
}

/** Lifts and the property company, before and after the agreement. */
function ofTheTowers({ today, tree, units }: World): TopicTold {
  const community = tree.streets.flatMap((street) => street.communities).find(({ area }) => area.name === told.tower);
  const near = community && units.ofCommunity.get(community);
  if (!community || !near) throw new Error(`no ${told.tower}`);
  return {
    area: community.area,
    lead: near.own,
    title: "电梯停运与物业服务",
    goal: "电梯停运两小时内到场，物业报修当天有回音，每周诉求减半。",
    codes: ["0601", "0602", "0603"],
    since: today - agreementDay(today),
    openedBy: "胜浦街道干部（演示）",
    notedBy: "浪花苑社区工作者（演示）",
    parts: [
      {
        unit: near.property,
        task: "与业委会签订服务协议并公示",
        due: 0,
        done: [0, "协议已签，公示于各楼栋大堂。"],
      },
      {
        unit: near.property,
        task: "更换 12 台电梯的门机",
        due: 30,
        done: [24, "12 台全部更换，维保单位驻点一个月。"],
      },
      {
        unit: near.own,
        task: "每月一次物业服务评议会",
        due: 60,
        done: [45, "第一次评议会开过，住户代表 31 人到场。"],
      },
      { unit: near.property, task: "安装电梯停运自动报警", due: 90 },
    ],
    notes: [
      [0, "签订物业服务协议"],
      [3, "物业值班电话贴到每部电梯"],
      [24, "电梯门机更换完毕"],
      [45, "第一次物业服务评议会"],
    ],
  };
}

function ofTheLamps({ tree, units }: World): TopicTold {
  const street = streetAt(tree, 1);
  const [lead, office] = [streetUnit(units, street, "appearance"), streetUnit(units, street, "office")];
  return {
    area: street.area,
    lead,
    title: "路灯不亮，夜里不敢走",
    goal: "报修后两个工作日内亮灯，同一处不再反复。",
    codes: ["0202"],
    since: 210,
    openedBy: "胜浦街道干部（演示）",
    notedBy: "胜浦街道干部（演示）",
    closed: {
      after: 150,
      closing: "老旧灯杆换了 38 处，夜巡两遍没有黑段。夏天报得本来就少，入冬后再看一次，反复了就重新立题。",
    },
    parts: [
      { unit: lead, task: "更换 38 处老旧灯杆", due: 60, done: [52, "38 处全部换完。"] },
      { unit: office, task: "组织两次夜间巡查", due: 120, done: [118, "两次走完全部主路，没有黑段。"] },
    ],
    notes: [
      [0, "与市政部门约定两个工作日内亮灯"],
      [52, "38 处灯杆更换完毕"],
      [118, "第二次夜巡"],
    ],
  };
}

function ofTheCrossings({ tree, units }: World): TopicTold {
  const street = streetAt(tree, 0);
  const [lead, office] = [streetUnit(units, street, "enforcement"), streetUnit(units, street, "office")];
  return {
    area: street.area,
    lead,
    title: "路口和消防通道乱停车",
    goal: "三处学校路口高峰不堵，消防通道不占，每周诉求降三成。",
    codes: ["0801"],
    since: 44,
    openedBy: "金阳街道干部（演示）",
    notedBy: "金阳街道干部（演示）",
    parts: [
      { unit: lead, task: "三处学校路口早晚高峰定岗", due: 7, done: [5, "早晚各一小时，已排班到学期末。"] },
      { unit: office, task: "谈妥四处单位夜间错时停车", due: 30, done: [41, "谈成三处，一处因消防验收未过暂缓。"] },
      { unit: lead, task: "消防通道重新划线", due: 40 },
      { unit: office, task: "向居民公布夜间可停的车位", due: 75 },
    ],
    notes: [
      [0, "三处路口开始定岗"],
      [20, "第一处错时停车场开放"],
      [41, "第三处错时停车场开放"],
    ],
  };
}

function ofTheRain({ tree, units }: World): TopicTold {
  const street = streetAt(tree, 2);
  const [lead, office] = [streetUnit(units, street, "enforcement"), streetUnit(units, street, "office")];
  return {
    area: street.area,
    lead,
    title: "雨后积水",
    goal: "雨停两小时内排干，五处低洼点不再积水。",
    codes: ["0104", "0204"],
    since: 128,
    openedBy: "艾溪湖管理处干部（演示）",
    notedBy: "艾溪湖管理处干部（演示）",
    parts: [
      { unit: lead, task: "清掏五处低洼点的雨水口", due: 14, done: [12, "清出淤泥 9 车。"] },
      { unit: office, task: "汛期每场雨后巡一遍", due: 90, done: [88, "巡了 11 场，两处补装了泵。"] },
    ],
    notes: [
      [0, "五处低洼点开始清掏"],
      [12, "雨水口清掏完毕"],
      [35, "两处低洼点装上抽水泵"],
    ],
  };
}

function streetAt({ streets }: World["tree"], index: number) {
  const street = streets[index];
  if (!street) throw new Error("three streets are told of");
  return street;
}
