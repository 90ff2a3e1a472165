import type { UnitKind } from "../../lib/areas/model";
import type { Area, Community, Street, Tree } from "./areas";
import { told } from "./names";
import { idAt, randomFrom } from "./random";

export type Unit = { id: string; area: Area; name: string; kind: UnitKind };

export type Units = {
  all: Unit[];
  inStreet: Map<Street, Map<string, Unit>>;
  ofCommunity: Map<Community, { own: Unit; property: Unit; owners: Unit | null }>;
};

const departments = {
  appearance: "城市管理局",
  housing: "住房和建设局",
  market: "市场监督管理局",
  environment: "生态环境分局",
  green: "园林绿化中心",
  water: "水务公司",
  power: "供电公司",
  gas: "燃气公司",
  heat: "供热公司",
  traffic: "交警大队",
  fire: "消防救援大队",
  people: "民政局",
  work: "人力资源和社会保障局",
  bus: "公交公司",
  telecom: "通信运营企业",
} as const;

const ofStreet = {
  enforcement: "综合行政执法队",
  police: "公安派出所",
  safety: "应急管理办公室",
  justice: "司法所",
} as const;

/** Who handles what is asked for: departments of the district, bodies of the street, communities and property companies. */
export function gatherUnits(seed: string, tree: Tree): Units {
  const random = randomFrom(`${seed}/units`);
  const units: Units = { all: [], inStreet: new Map(), ofCommunity: new Map() };
  const add: Add = (area, name, kind) => {
    const unit = { id: idAt(random, Date.UTC(2026, 0, 2) + units.all.length), area, name, kind };
    units.all.push(unit);
    return unit;
  };
  for (const street of tree.streets) {
    units.inStreet.set(street, around(street, add));
    for (const community of street.communities) {
      const own = add(community.area, `${community.area.name}居委会`, "community");
      const name = community.area.name === told.tower ? "浪花苑物业服务中心" : `${community.short}物业服务企业`;
      units.ofCommunity.set(community, { own, property: add(community.area, name, "property"), owners: null });
    }
  }
  for (const [community, known] of units.ofCommunity) {
    if (!withOwners.has(community.character)) continue;
    const owners = add(community.area, `${community.short}业主委员会`, "owners");
    units.ofCommunity.set(community, { ...known, owners });
  }
  return units;
}

/** Where owners have elected a committee. */
const withOwners = new Set<Community["character"]>(["estate", "new"]);

type Add = (area: Area, name: string, kind: UnitKind) => Unit;

function around(street: Street, add: Add): Map<string, Unit> {
  const plain = street.area.name.replace(/(街道|管理处)$/, "");
  const office = street.area.name.endsWith("街道") ? `${street.area.name}办事处` : street.area.name;
  return new Map([
    ...Object.entries(departments).map(([key, name]) => [key, add(street.district, name, "department")] as const),
    ["office", add(street.area, office, "street_office")],
    ...Object.entries(ofStreet).map(([key, name]) => [key, add(street.area, `${plain}${name}`, "department")] as const),
    ["partner", add(street.area, `${plain}商圈党建联盟`, "partner")],
  ]);
}

const byMatter: Record<string, string> = {
  "01": "enforcement",
  "0105": "own",
  "0108": "own",
  "02": "appearance",
  "0205": "green",
  "0208": "telecom",
  "03": "enforcement",
  "0306": "police",
  "04": "environment",
  "0401": "housing",
  "0402": "police",
  "0403": "enforcement",
  "05": "green",
  "0505": "water",
  "06": "property",
  "0605": "own",
  "0607": "housing",
  "07": "housing",
  "0701": "enforcement",
  "0702": "enforcement",
  "0703": "property",
  "08": "traffic",
  "0802": "enforcement",
  "0804": "bus",
  "0805": "power",
  "09": "fire",
  "0902": "own",
  "0903": "gas",
  "0904": "power",
  "0905": "property",
  "0907": "safety",
  "0908": "market",
  "1001": "water",
  "1002": "power",
  "1003": "gas",
  "1004": "heat",
  "1005": "telecom",
  "10": "safety",
  "11": "own",
  "1103": "work",
  "1104": "market",
  "1105": "justice",
  "12": "own",
  "1202": "people",
  "1203": "people",
  "1205": "work",
  "1209": "office",
};

/** The unit that a matter belongs to, in the community where it came up. */
export function unitFor(units: Units, community: Community, code: string): Unit {
  const key = byMatter[code] ?? byMatter[code.slice(0, 2)] ?? "own";
  const near = units.ofCommunity.get(community);
  const unit =
    key === "own" ? near?.own : key === "property" ? near?.property : units.inStreet.get(community.street)?.get(key);
  if (!unit) throw new Error(`no unit for ${code}`);
  return unit;
}

export function streetUnit(
  units: Units,
  street: Street,
  key: "office" | "enforcement" | "appearance" | "housing" | "partner",
): Unit {
  const unit = units.inStreet.get(street)?.get(key);
  if (!unit) throw new Error(`no ${key} in ${street.area.name}`);
  return unit;
}
