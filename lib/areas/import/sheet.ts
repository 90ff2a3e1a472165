import type { Rejection } from "../../exchange/report";
import {
  type Columns,
  cellOf,
  findColumns,
  plainHeader,
  type Table,
  type TableRow,
  wholeOf,
} from "../../exchange/table";
import {
  type AreaLevel,
  areaLevels,
  type CodeScheme,
  canonicalCode,
  codeRule,
  type GridKind,
  levelOfCode,
  mayHangUnder,
  plainName,
} from "../model";
import { levelOfWord } from "./level-words";
import { type LevelColumn, levelColumns, unfold, type WidePlace } from "./wide";

/** One line of a list of areas. `parent` is as it was written; where it is "" the code tells, unless the row names it. */
export type AreaEntry = {
  row: TableRow;
  code: string | null;
  name: string;
  level: AreaLevel;
  parent: string;
  kind: GridKind | null;
  households: number | null;
  residents: number | null;
  /** The larger place that its own row names. */
  above?: AreaEntry;
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
    "地区代码",
    "社区代码",
    "网格代码",
    "网格编码",
    "网格编号",
    "division_code",
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
    "行政区划名称",
    "行政区名称",
    "地区名称",
    "村居名称",
    "division_name",
    "fullname",
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
  return columns.some(isName) || levelColumns(columns).length > 0;
}

const nameWords = new Set<string>(names.name.map(plainHeader));
const isName = (header: string) => nameWords.has(plainHeader(header));

/** Where a column holds the names of all levels, those of single levels only tell more about them. */
function wideColumns({ columns }: Table): LevelColumn[] {
  const wide = levelColumns(columns);
  return columns.some((header, at) => isName(header) && !wide.some((column) => column.at === at)) ? [] : wide;
}

export type AreaSheet = {
  entries: AreaEntry[];
  rejections: Rejection[];
  /** The line of each code whose row could not be read. */
  unread: Map<string, number>;
  headerOf: (column: string) => string;
};

export function readAreaSheet(table: Table, scheme: CodeScheme): AreaSheet {
  const wide = wideColumns(table);
  const columns = findColumns<AreaColumn>(table, names, wide.length > 0 ? [] : ["name"]);
  const firstLevel = offsetOfNumbers(table, columns, scheme);
  const rejections: Rejection[] = [...table.rejections];
  const entries: AreaEntry[] = [];
  const unread = new Map<string, number>();
  const headerOf = (column: string) => table.columns[new Map(Object.entries(columns.at)).get(column) ?? -1] ?? column;
  const read = (row: TableRow, place?: WidePlace<AreaEntry>): AreaEntry | null => {
    const cell = cellsOf(row, columns, place);
    const reject = (column: AreaColumn, reason: string, values: Record<string, string | number> = {}) => {
      const header = place && column === "name" ? place.column : headerOf(column);
      rejections.push({ ...row, column: header, value: cell(column), reason, values });
    };
    if (place?.twin) reject("name", "area.import.twice", { line: place.twin.row.line });
    const found = place?.twin ? null : readEntry(row, cell, { scheme, firstLevel, reject });
    const entry = found && place?.above ? { ...found, above: place.above } : found;
    if (entry) entries.push(entry);
    else unread.set(canonicalCode(scheme, cell("code")) ?? "", row.line);
    return entry;
  };
  if (wide.length > 0) unfold(table, wide, read);
  else for (const row of table.rows) read(row);
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

type Cells = (column: AreaColumn) => string;

/** Of a larger place that a row names beside its own, the row says the name only. */
function cellsOf(row: TableRow, columns: Columns<AreaColumn>, place: WidePlace<AreaEntry> | undefined): Cells {
  if (!place) return (column) => cellOf(row, columns, column);
  const told: Partial<Record<AreaColumn, string>> = { name: place.name, level: place.level, parent: "" };
  return (column) => told[column] ?? (place.isOwn ? cellOf(row, columns, column) : "");
}

function readEntry(row: TableRow, cell: Cells, { scheme, firstLevel, reject }: Reading): AreaEntry | null {
  const code = cell("code") === "" ? null : canonicalCode(scheme, cell("code"));
  const name = cell("name").normalize("NFC");
  const level = levelOf(cell("level"), code, { scheme, firstLevel });
  const kind = kindOf(cell("kind"));
  const counts = { households: countOf(cell("households")), residents: countOf(cell("residents")) };
  const miscoded = codeFault(cell("code"), code, scheme);
  const faults: [boolean, AreaColumn, string][] = [
    [miscoded !== null, "code", miscoded ?? ""],
    [name === "", "name", "area.import.nameMissing"],
    [name.length > 60 || /[\p{Cc}\p{Bidi_Control}]/u.test(name), "name", "area.import.nameForm"],
    [
      level === null && miscoded === null,
      "level",
      cell("level") === "" ? "area.import.levelMissing" : "area.import.level",
    ],
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

function codeFault(written: string, code: string | null, scheme: CodeScheme): string | null {
  if (/^\d+(\.\d+)?E\+?\d+$/i.test(written)) return "area.import.scientific";
  return written !== "" && code === null ? codeRule(scheme) : null;
}

function levelOf(
  written: string,
  code: string | null,
  { scheme, firstLevel }: Pick<Reading, "scheme" | "firstLevel">,
): AreaLevel | null {
  const word = wholeOf(written.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\s/、()-]+/g, "");
  if (word === "") return code !== null && scheme !== "local" ? levelOfCode(code) : null;
  if (/^\d$/.test(word)) return areaLevels[Number(word) + firstLevel] ?? null;
  return levelOfWord(word);
}

/** Numbered levels begin at 0 in some lists and at 1 in others; the first code that tells its level settles it. */
function offsetOfNumbers(table: Table, columns: Columns<AreaColumn>, scheme: CodeScheme): number {
  for (const row of scheme === "local" ? [] : table.rows) {
    const code = canonicalCode(scheme, cellOf(row, columns, "code"));
    const level = wholeOf(cellOf(row, columns, "level"));
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

function countOf(written: string): number | null | undefined {
  if (written === "") return null;
  const plain = wholeOf(written.normalize("NFKC"));
  return /^(\d{1,9}|\d{1,3}(,\d{3}){1,2})$/.test(plain) ? Number(plain.replaceAll(",", "")) : undefined;
}
