import type { OfficerKind, StationField } from "../../lib/areas/model";
import { dayNumber, printDay } from "../../lib/calendar/zone";
import type { Area, Community, Grid, Tree } from "./areas";
import { agreementDay } from "./demand";
import { told } from "./names";
import { idAt, type Random, randomFrom } from "./random";

export type Officer = {
  id: string;
  area: Area;
  name: string;
  kind: OfficerKind;
  startsOn: string;
  endsOn: string | null;
};
export type Station = {
  id: string;
  area: Area;
  name: string;
  field: StationField;
  openedOn: string;
  closedOn: string | null;
};

const surnames: [string, ...string[]] = [
  "王",
  "李",
  "张",
  "刘",
  "陈",
  "杨",
  "赵",
  "黄",
  "周",
  "吴",
  "徐",
  "孙",
  "胡",
  "朱",
  "高",
  "林",
  "何",
  "郭",
  "马",
  "罗",
];
const epoch = Date.UTC(2026, 0, 3);

/** Who looks after which grid since when. The names are none: a surname, 某 and a number. */
export function appointOfficers(seed: string, tree: Tree, today: number): Officer[] {
  const random = randomFrom(`${seed}/officers`);
  const all: Officer[] = [];
  let people = 0;
  const person = () => {
    people += 1;
    return `${random.pick(surnames)}某（${String(people).padStart(4, "0")}）`;
  };
  const appoint = (area: Area, name: string, kind: OfficerKind, [from, to]: [number, number | null]) => {
    all.push({
      id: idAt(random, epoch + all.length),
      area,
      name,
      kind,
      startsOn: printDay(from),
      endsOn: to === null ? null : printDay(to),
    });
  };
  for (const community of tree.streets.flatMap((street) => street.communities)) {
    const opened = dayNumber(community.grids[0]?.area.openedOn ?? "2021-03-01");
    const head = person();
    let before: string | null = null;
    for (const grid of community.grids) {
      appoint(grid.area, head, "head", [opened, null]);
      before = fullTime({ random, community, grid, opened, today }, before, person, appoint);
      if (random.chance(0.45))
        appoint(grid.area, person(), "part_time", [Math.max(opened, today - random.whole(40, 700)), null]);
      if (random.chance(0.12))
        appoint(grid.area, person(), "adviser", [Math.max(opened, today - random.whole(40, 700)), null]);
    }
  }
  return all;
}

type Post = { random: Random; community: Community; grid: Grid; opened: number; today: number };
type Appoint = (area: Area, name: string, kind: OfficerKind, span: [number, number | null]) => void;

/** One each, as a rule; some have none, some left last month, some share theirs with the neighbour. */
function fullTime(
  { random, community, grid, opened, today }: Post,
  before: string | null,
  person: () => string,
  appoint: Appoint,
): string | null {
  const at = community.area.name === told.model ? 1 : random.next();
  const young = opened > today - 200;
  const from = young ? opened : opened + random.whole(0, 500);
  if (at < 0.035) return null;
  if (at < 0.06) {
    appoint(grid.area, person(), "full_time", [from, today - random.whole(12, 45)]);
    return null;
  }
  if (at < 0.12 && before !== null) {
    appoint(grid.area, before, "full_time", [from, null]);
    return before;
  }
  const name = person();
  if (at < 0.2 && !young) {
    const left = today - random.whole(60, 330);
    appoint(grid.area, person(), "full_time", [from, left]);
    appoint(grid.area, name, "full_time", [left + random.whole(1, 25), null]);
  } else {
    appoint(grid.area, name, "full_time", [from, null]);
  }
  return name;
}

/** Where people can come in: for residents, in estates run by a company, in office buildings. */
export function openStations(seed: string, tree: Tree, today: number): Station[] {
  const random = randomFrom(`${seed}/stations`);
  const wanted = tree.streets
    .flatMap((street) => street.communities)
    .flatMap((community) =>
      stationsOf(random, community, today).map((station) => ({ area: community.area, ...station })),
    );
  return wanted.map(({ area, name, field, from, to }, index) => ({
    id: idAt(random, epoch + 100_000 + index),
    area,
    name,
    field,
    openedOn: printDay(from),
    closedOn: to === null || to < from ? null : printDay(to),
  }));
}

type Opened = { name: string; field: StationField; from: number; to: number | null };

function stationsOf(random: Random, community: Community, today: number): Opened[] {
  const { area, short, character } = community;
  if (area.name === told.nothingDue) return [opening(`${short}党群服务站`, "residents", today - 60)];
  const tower = area.name === told.tower;
  const since = () => today - (random.chance(0.72) ? random.whole(420, 1600) : random.whole(5, 380));
  const own = area.name === told.wetland ? "艾溪湖湿地公园红色驿站" : `${short}红色驿站`;
  const outdoors = opening(`${short}户外劳动者驿站`, "residents", since());
  const to = random.chance(0.12) ? today - random.whole(3, 90) : null;
  const property = tower
    ? opening("浪花苑红色物业服务站", "property", agreementDay(today) + 2)
    : opening(`${short}物业党群服务站`, "property", since());
  return [
    opening(own, "residents", since()),
    ...some(random.chance(0.3), { ...outdoors, to }),
    ...some(random.chance(character === "old" ? 0.2 : 0.5) || tower, property),
    ...some(random.chance(character === "office" ? 0.95 : 0.12), opening(`${short}楼宇党群服务站`, "office", since())),
  ];
}

const opening = (name: string, field: StationField, from: number): Opened => ({ name, field, from, to: null });
const some = (wanted: boolean, station: Opened): Opened[] => (wanted ? [station] : []);
