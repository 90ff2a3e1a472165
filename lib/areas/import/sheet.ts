import type { Rejection } from "../../exchange/report";
import { type Columns, cellOf, findColumns, plainHeader, type Table, type TableRow } from "../../exchange/table";
import {
  type AreaLevel,
  areaLevels,
  type CodeScheme,
  canonicalCode,
  type GridKind,
  levelOfCode,
  mayHangUnder,
  plainName,
} from "../model";

/** One line of a list of areas. `parent` is as it was written; where it is "" the code tells. */
export type AreaEntry = {
  row: TableRow;
  code: string | null;
  name: string;
  level: AreaLevel;
  parent: string;
  kind: GridKind | null;
  households: number | null;
  residents: number | null;
};

const names = {
  code: [
    "code",
    "代码",
    "区划代码",
    "行政区划代码",
    "统计用区划代码",
    "区域代码",
    "编码",
    "编号",
    "area_code",
    "region_code",
    "id",
    "adcode",
  ],
  name: [
    "name",
    "名称",
    "区域名称",
    "区划名称",
    "单位名称",
    "地名",
    "area_name",
    "region_name",
    "网格名称",
    "社区名称",
  ],
  parent: [
    "parent_code",
    "parent",
    "上级代码",
    "上级",
    "上级编码",
    "上级区划代码",
    "父级代码",
    "父级",
    "上级名称",
    "所属区域",
    "parent_id",
    "pcode",
    "pid",
    "parent_name",
  ],
  level: ["level", "级别", "层级", "等级", "行政级别", "区划级别", "grade", "rank", "deep", "type", "类型", "类别"],
  kind: ["kind", "网格类型", "网格种类", "grid_kind"],
  households: ["households", "户数", "家庭户数", "住户数"],
  residents: ["residents", "population", "人口", "人口数", "居民数", "常住人口", "人数"],
} as const;
export type AreaColumn = keyof typeof names;

export function isAreaHeader(columns: readonly string[]): boolean {
  const known = new Set<string>(names.name.map(plainHeader));
  return columns.some((column) => known.has(plainHeader(column)));
}

export type AreaSheet = {
  entries: AreaEntry[];
  rejections: Rejection[];
  /** The line of each code whose row could not be read. */
  unread: Map<string, number>;
  headerOf: (column: string) => string;
};

export function readAreaSheet(table: Table, scheme: CodeScheme): AreaSheet {
  const columns = findColumns<AreaColumn>(table, names, ["name"]);
  const firstLevel = offsetOfNumbers(table, columns, scheme);
  const rejections: Rejection[] = [...table.rejections];
  const entries: AreaEntry[] = [];
  const unread = new Map<string, number>();
  const headerOf = (column: string) => table.columns[new Map(Object.entries(columns.at)).get(column) ?? -1] ?? column;
  for (const row of table.rows) {
    const reject = (column: AreaColumn, reason: string, values: Record<string, string | number> = {}) => {
      const written = cellOf(row, columns, column);
      rejections.push({
        ...row,
        column: headerOf(column),
        value: written,
        reason,
        values,
      });
    };
    const entry = readEntry(row, columns, { scheme, firstLevel, reject });
    if (entry) entries.push(entry);
    else unread.set(canonicalCode(scheme, cellOf(row, columns, "code")) ?? "", row.line);
  }
  return { entries, rejections, unread, headerOf };
}

/** Whether a list holds areas that cannot hang under a top: larger ones, or equals of other names. */
export function reachesAbove(entries: readonly AreaEntry[], top: { level: AreaLevel; name: string }): boolean {
  return entries.some(
    ({ level, name }) =>
      !mayHangUnder(level, top.level) && !(level === top.level && plainName(name) === plainName(top.name)),
  );
}

type Reading = {
  scheme: CodeScheme;
  firstLevel: number;
  reject: (column: AreaColumn, reason: string, values?: Record<string, string | number>) => void;
};

function readEntry(
  row: TableRow,
  columns: Columns<AreaColumn>,
  { scheme, firstLevel, reject }: Reading,
): AreaEntry | null {
  const cell = (column: AreaColumn) => cellOf(row, columns, column);
  const code = cell("code") === "" ? null : canonicalCode(scheme, cell("code"));
  const name = cell("name").normalize("NFC");
  const level = levelOf(cell("level"), code, { scheme, firstLevel });
  const kind = kindOf(cell("kind"));
  const counts = { households: wholeOf(cell("households")), residents: wholeOf(cell("residents")) };
  const faults: [boolean, AreaColumn, string][] = [
    [cell("code") !== "" && code === null, "code", "area.import.code"],
    [name === "", "name", "area.import.nameMissing"],
    [name.length > 60 || /[\p{Cc}\p{Bidi_Control}]/u.test(name), "name", "area.import.nameForm"],
    [level === null, "level", cell("level") === "" ? "area.import.levelMissing" : "area.import.level"],
    [kind === undefined, "kind", "area.import.kind"],
    [counts.households === undefined, "households", "area.import.whole"],
    [counts.residents === undefined, "residents", "area.import.whole"],
  ];
  for (const [fault, column, reason] of faults) if (fault) reject(column, reason);
  if (faults.some(([fault]) => fault) || level === null) return null;
  const { households = null, residents = null } = counts;
  return {
    row,
    code,
    name,
    level,
    parent: cell("parent"),
    kind: level === "grid" ? (kind ?? null) : null,
    households,
    residents,
  };
}

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

function levelOf(
  written: string,
  code: string | null,
  { scheme, firstLevel }: Pick<Reading, "scheme" | "firstLevel">,
): AreaLevel | null {
  const word = written
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s/、()-]+/g, "");
  if (word === "") return code !== null && scheme !== "local" ? levelOfCode(code) : null;
  if (/^\d$/.test(word)) return areaLevels[Number(word) + firstLevel] ?? null;
  return levelByWord.get(word) ?? levelByWord.get(word.replace(/级$/, "")) ?? null;
}

/** Numbered levels begin at 0 in some lists and at 1 in others; the first code that tells its level settles it. */
function offsetOfNumbers(table: Table, columns: Columns<AreaColumn>, scheme: CodeScheme): number {
  for (const row of scheme === "local" ? [] : table.rows) {
    const code = canonicalCode(scheme, cellOf(row, columns, "code"));
    const level = cellOf(row, columns, "level");
    if (code && /^\d$/.test(level)) return areaLevels.indexOf(levelOfCode(code)) - Number(level);
  }
  return 0;
}

const kindWords: Record<string, GridKind> = {
  general: "general",
  综合网格: "general",
  综合: "general",
  dedicated: "dedicated",
  专属网格: "dedicated",
  专属: "dedicated",
  micro: "micro",
  微网格: "micro",
};

function kindOf(written: string): GridKind | null | undefined {
  if (written === "") return null;
  return Object.hasOwn(kindWords, written) ? kindWords[written] : undefined;
}

function wholeOf(written: string): number | null | undefined {
  if (written === "") return null;
  const plain = written.normalize("NFKC");
  return /^(\d{1,9}|\d{1,3}(,\d{3}){1,2})$/.test(plain) ? Number(plain.replaceAll(",", "")) : undefined;
}
