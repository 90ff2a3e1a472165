import { Refusal } from "../../errors";
import type { TableRow } from "../../exchange/table";
import { type ReadShape, readShape } from "../../shapes/rings";
import type { AreaLevel } from "../model";
import { foreignCrs } from "./boundary-crs";

/** One feature of a GeoJSON file, as it was written. */
export type BoundaryEntry = {
  row: TableRow;
  name: string;
  codes: string[];
  /** The keys of its properties. */
  properties: string[];
  parentCode: string | null;
  level: AreaLevel | null;
  read: ReadShape;
};

const most = { features: 50_000, bytes: 200 * 1024 * 1024 };
export const boundaryColumns = ["#", "name", "code"];

const nameKeys = ["name", "名称", "neighborhood", "neighbourhood", "社区", "社区名称", "网格名称", "网格", "xzqmc"];
const codeKeys = ["code", "adcode", "代码", "区划代码", "编码", "gb", "id", "adcode99", "xzqdm"];

/** The properties that hold name and code, where they bear other names than the usual ones. */
export type BoundaryKeys = { name?: string | undefined; code?: string | undefined };

export function readBoundarySheet(text: string, keys: BoundaryKeys = {}): BoundaryEntry[] {
  if (text.length > most.bytes)
    throw new Refusal("invalid", "exchange.rows", { found: text.length, most: most.bytes }, "file");
  const file = parsed(text);
  const features = featuresOf(file);
  refuseForeign([file, ...features]);
  if (features.length === 0) throw new Refusal("invalid", "exchange.empty", {}, "file");
  if (features.length > most.features) {
    throw new Refusal("invalid", "exchange.rows", { found: features.length, most: most.features }, "file");
  }
  const wanted = { name: keys.name ? [keys.name] : nameKeys, code: keys.code ? [keys.code] : codeKeys };
  return features.map((feature, index) => readFeature(feature, index + 1, wanted));
}

function parsed(text: string): unknown {
  const whole = jsonOf(text);
  const lines = whole ? null : featureLines(text);
  if (whole === null && lines === null) throw new Refusal("invalid", "area.boundaries.json", {}, "file");
  return whole ? whole.value : { type: "FeatureCollection", features: lines };
}

const recordMark = "\u001E";

/** Some files hold a feature a line, some with a mark before each. */
function featureLines(text: string): unknown[] | null {
  const lines = text.replaceAll(recordMark, "").split("\n");
  const features = lines.filter((line) => line.trim() !== "").map((line) => jsonOf(line)?.value);
  return features.every((feature) => isRecord(feature) && feature.type === "Feature") ? features : null;
}

function jsonOf(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** In metres of a projection the shapes would lie elsewhere. */
function refuseForeign(parts: unknown[]): void {
  for (const part of parts) {
    const crs = isRecord(part) ? foreignCrs(part) : null;
    if (crs !== null) throw new Refusal("invalid", "area.boundaries.crs", { crs }, "file");
  }
}

function featuresOf(file: unknown): unknown[] {
  if (isRecord(file) && file.type === "FeatureCollection" && Array.isArray(file.features)) return file.features;
  if (isRecord(file) && file.type === "Feature") return [file];
  throw new Refusal("invalid", "area.boundaries.collection", {}, "file");
}

function readFeature(feature: unknown, line: number, keys: { name: string[]; code: string[] }): BoundaryEntry {
  const own = isRecord(feature) ? feature : {};
  const properties = isRecord(own.properties) ? own.properties : {};
  const name = wordsOf(properties, keys.name)[0] ?? "";
  const told = wordsOf(properties, keys.code);
  const codes = told.length > 0 ? told : wordsOf(own, ["id"]);
  const parent = isRecord(properties.parent) ? properties.parent : {};
  const level = String(properties.level ?? "");
  return {
    row: { line, cells: [String(line), name, codes[0] ?? ""] },
    name,
    codes,
    properties: Object.keys(properties),
    parentCode: wordsOf(parent, codeKeys)[0] ?? null,
    level: Object.hasOwn(levels, level) ? (levels[level] ?? null) : null,
    read: readShape(own.geometry),
  };
}

const levels: Record<string, AreaLevel> = {
  province: "province",
  city: "city",
  district: "district",
  county: "district",
  street: "street",
  township: "street",
  community: "community",
  village: "community",
  grid: "grid",
};

/** What stands under some keys, however their letters are written. */
function wordsOf(record: Record<string, unknown>, keys: string[]): string[] {
  return keys.flatMap((key) => {
    const written = Object.keys(record).find((own) => own.toLowerCase() === key.toLowerCase());
    const value = written === undefined ? null : record[written];
    return (typeof value === "string" || typeof value === "number") && String(value).trim() !== ""
      ? [String(value).trim()]
      : [];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
