import type { Channel, CloseReason, RequestType } from "../../lib/cases/model";
import type { Community, Grid } from "./areas";
import type { Matter, Spot } from "./matters";
import type { Random } from "./random";

const blocks: [string, ...string[]] = ["东区", "西区", "南苑", "北苑"];
const corners: Record<Exclude<Spot, "building">, [string, ...string[]]> = {
  estate: ["小区南门", "小区北门", "地下车库", "中心广场", "非机动车棚", "访客停车区"],
  street: [
    "农贸市场门口",
    "公交站旁",
    "学校门前路段",
    "沿街商铺前",
    "路口西侧",
    "便民服务中心旁",
    "快递驿站旁的人行道",
  ],
  green: ["中心绿地", "口袋公园", "健身步道", "河边步道", "街角游园"],
  none: ["党群服务中心"],
};

/** Somewhere in the grid, in words; never a door number of a home. */
export function placeOf(
  random: Random,
  spot: Spot,
  community: Community,
  grid: Grid,
): { place: string; building: Grid["buildings"][number] | null } {
  if (spot !== "building") return { place: `${community.short}${random.pick(corners[spot])}`, building: null };
  const building =
    grid.buildings.length > 0 ? (grid.buildings[random.whole(0, grid.buildings.length - 1)] ?? null) : null;
  const block = building ? building.area.name : `${random.pick(blocks)}${random.whole(1, 28)}幢`;
  return { place: `${community.short}${block}${random.whole(1, 3)}单元`, building };
}

/** What was heard, in one line; it says where, so that a list can be read without opening each. */
export function titleOf(random: Random, matter: Matter, place: string): string {
  const words = random.pick(matter.titles);
  return matter.spot === "none" ? words : `${place}：${words}`;
}

const openings: Record<Channel, string> = {
  phone: "居民来电反映",
  hotline: "12345 热线转来",
  visit: "入户走访时居民提出",
  officer: "网格员巡查发现",
  station: "居民到驿站反映",
  web: "居民网上提交",
  open311: "外部平台推送",
  partner: "共建单位转来",
  order: "上级平台转办",
  other: "其他渠道转来",
};

const wishes: Record<RequestType, [string, ...string[]]> = {
  question: ["希望了解办理条件和时间。", "请告知需要带哪些材料。"],
  help: ["希望尽快帮助解决。", "请安排人员上门看看。"],
  complaint: ["此前反映过，仍未改善，请核实处理。", "影响日常生活，请尽快处理。"],
  report: ["请到现场核实。", "存在安全隐患，请及时处置。"],
  suggestion: ["希望有关单位研究采纳。", "建议征求居民意见后实施。"],
  thanks: ["请转达感谢。", "希望继续保持。"],
  other: ["请酌情处理。"],
};

export const bodyOf = (random: Random, channel: Channel, type: RequestType, title: string): string =>
  `${openings[channel]}：${title.replace("：", "，")}。${random.pick(wishes[type])}`;

type Replies = [string, ...string[]];

/** Something at a place that is to be put right. */
const putRight: Record<"solved" | "explained", Replies> = {
  solved: [
    "已安排人员到现场处理完毕，感谢您的反映。",
    "问题已解决，后续会加强巡查。",
    "已维修恢复正常，请放心使用。",
    "已现场整改到位，欢迎继续监督。",
  ],
  explained: [
    "已到现场查看，需列入改造计划，已说明原因和大致时间。",
    "涉及多方权属，暂时无法处理，已当面说明，会继续协调。",
    "经核实并当面沟通，已说明情况和后续安排。",
  ],
};
/** Something to be told, arranged or settled between people. */
const lookAfter: typeof putRight = {
  solved: [
    "已上门了解情况并协助办好，感谢您的信任。",
    "已办结，结果已告知您本人。",
    "已协调有关方面处理妥当，有需要可随时联系社区。",
  ],
  explained: [
    "已将政策和办理流程向您说明，如有疑问可随时联系社区。",
    "经核实并当面沟通，已说明情况和后续安排。",
    "已解答，所需材料清单可在党群服务中心领取。",
  ],
};
const aside: Record<Exclude<CloseReason, "solved" | "explained">, Replies> = {
  not_ours: ["经核实不属于本辖区办理范围，已告知相应受理渠道。"],
  withdrawn: ["根据您的意愿，本件已撤回。"],
  duplicate: ["与此前反映的事项相同，已并案办理，结果将一并告知。"],
};

export function replyOf(random: Random, reason: CloseReason | null, code: string): string | null {
  if (reason === null) return null;
  const { solved, explained } = isOfPeople(code) ? lookAfter : putRight;
  return random.pick({ solved, explained, ...aside }[reason]);
}

const isOfPeople = (code: string) => code >= "11" || code === "0804";

/** What kind of request a matter mostly is: of two, the first comes with the given share. */
export function typeOf(random: Random, code: string, channel: Channel): RequestType {
  const found = channel === "officer" || channel === "visit";
  const [share, first, second] = byCode[code] ?? byMajor[code.slice(0, 2)] ?? (found ? seen : suffered);
  if (random.chance(share)) return first;
  return second === "complaint" && random.chance(0.4) ? "report" : second;
}

type Kinds = [share: number, first: RequestType, second: RequestType];

const seen: Kinds = [0.75, "report", "help"];
const suffered: Kinds = [0.27, "help", "complaint"];
const byCode: Record<string, Kinds> = {
  "0804": [1, "suggestion", "other"],
  "1105": [0.7, "question", "help"],
  "1209": [0.97, "suggestion", "other"],
  "1210": [1, "thanks", "other"],
};
const byMajor: Record<string, Kinds> = {
  10: [0.8, "help", "question"],
  11: [0.8, "help", "question"],
  12: [0.7, "question", "help"],
};
