import { type AreaLevel, areaLevels } from "../model";

const levelWords: Record<AreaLevel, string[]> = {
  country: ["country", "nation", "国", "国家", "全国"],
  province: ["province", "省", "省级", "直辖市", "自治区", "特别行政区", "state"],
  city: ["city", "prefecture", "市", "市级", "地级市", "地级", "地市", "地市级", "地区", "自治州", "盟", "副省级市"],
  district: [
    "district",
    "county",
    "区县",
    "县",
    "县级",
    "区",
    "区级",
    "市辖区",
    "县级市",
    "自治县",
    "旗",
    "自治旗",
    "林区",
    "特区",
    "县市区",
  ],
  street: [
    "street",
    "town",
    "township",
    "subdistrict",
    "乡",
    "镇",
    "乡级",
    "镇级",
    "乡镇",
    "街道",
    "街镇",
    "乡镇街道",
    "镇街",
    "民族乡",
    "苏木",
    "街道办事处",
    "区公所",
  ],
  community: [
    "community",
    "village",
    "neighbourhood",
    "neighborhood",
    "committee",
    "村",
    "村级",
    "社区",
    "居委会",
    "村委会",
    "村社区",
    "居委",
    "村居",
    "社区村",
  ],
  grid: ["grid", "网格", "综合网格", "专属网格", "微网格", "micro_grid"],
  building: ["building", "楼栋", "楼", "建筑", "楼宇"],
};

const levelByWord = new Map<string, AreaLevel>(
  areaLevels.flatMap((level) => levelWords[level].map((word): [string, AreaLevel] => [word, level])),
);

/** The level that a word stands for, without spaces and signs. */
export const levelOfWord = (word: string): AreaLevel | null =>
  levelByWord.get(word) ?? levelByWord.get(word.replace(/级$/, "")) ?? null;
