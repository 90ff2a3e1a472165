/** What a community is like; it decides what its people ask for. */
export type Character = "estate" | "old" | "new" | "office" | "lake";

export type CommunityName = { name: string; nbs: string; character: Character };
export type StreetName = {
  name: string;
  district: string;
  nbs: string;
  mca: string | null;
  districtNbs: string;
  /** What the list of codes calls the district. */
  districtListed: string;
  communities: CommunityName[];
};

const characters: Record<string, Character> = { e: "estate", o: "old", n: "new", b: "office", l: "lake" };

function listed(street: string, text: string): CommunityName[] {
  return text
    .trim()
    .split(/\s+/)
    .map((item) => {
      const [name = "", nbs = "", mark = "e"] = item.split(":");
      return { name: `${name}社区`, nbs: street + nbs, character: characters[mark] ?? "estate" };
    });
}

export const city = "演示市";

/** Where the demo city lies, in WGS-84, and its size in metres: three streets side by side that are far apart on the earth. */
export const site = { lon: 106.624, lat: 26.624, width: 7600, height: 5200 };

/** The article's places, with their communities and the codes of 2023; everything that happens in them here is invented. */
export const streets: StreetName[] = [
  {
    name: "金阳街道",
    district: "观山湖区",
    nbs: "520115007",
    mca: "520115005",
    districtNbs: "520115",
    districtListed: "观山湖区",
    communities: listed(
      "520115007",
      `龙香园:001:o 黎苑:002:e 乾红:003:e 金馨园:004:o 金元:005:e 碧海:006:e 兴筑:007:b 金湖:008:e 金红:009:o 松园:010:e
       云潭:011:b 黎海:012:e 帝景:013:n 奥林:014:n 云上:015:n 云境:016:n 润兴:017:e 云海:018:n 华兴:019:o 云峰:020:n`,
    ),
  },
  {
    name: "胜浦街道",
    district: "苏州工业园区",
    nbs: "320576053",
    mca: "320506010",
    districtNbs: "320576",
    districtListed: "苏州工业园区",
    communities: listed(
      "320576053",
      `市镇:001:o 金苑:002:e 吴淞:003:o 园东:004:e 新盛花园:005:e 浪花苑:006:e 闻涛苑:007:e 滨江苑:008:e 兴浦:009:o 钟南:013:e
       星辰南:014:n 锦溪南:015:n 锦溪北:016:n 汀兰:017:e 星辰北:018:n 菁华:019:b 澜溪:020:n 丰茂:021:b 阳浦路:022:e 西洛巷:023:o`,
    ),
  },
  {
    name: "艾溪湖管理处",
    district: "南昌高新区",
    nbs: "360111490",
    mca: null,
    districtNbs: "360111",
    districtListed: "青山湖区",
    communities: listed(
      "360111490",
      `竹苑:005:e 孺子:006:o 溪湖南:007:l 龙江:008:o 新都:009:e 湖槟:010:l 上上城:011:n 君悦湖:013:l 湖韵天城:014:l 和园:015:e
       艾溪康桥:016:e 溪湖北:017:l 名都:019:b 湿地公园:020:l 梧桐:024:e 溪园:025:e 江翠苑:026:e 溪湖东:028:l 丹桂苑:029:o 鱼尾洲:033:n`,
    ),
  },
];

/** Communities with a part in the story. */
export const told = {
  model: "金元社区",
  tower: "浪花苑社区",
  wetland: "湿地公园社区",
  few: "云峰社区",
  nothingDue: "鱼尾洲社区",
  fewAnswers: "丰茂社区",
} as const;

export const buildingsOfTower = 88;

/** A community whose grids leave a gap, and one whose grids overlap: to be found. */
export const drawnWrong: Record<string, number> = { 湿地公园社区: 70, 兴浦社区: 55, 松园社区: 60, 锦溪北社区: -45 };
