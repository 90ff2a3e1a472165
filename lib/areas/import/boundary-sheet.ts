import { Refusal } from "../../errors";
import type { TableRow } from "../../exchange/table";
import { type ReadShape, readShape } from "../../shapes/rings";
import type { AreaLevel } from "../model";

/** One feature of a GeoJSON file, as it was written. */
export type BoundaryEntry = {
  row: TableRow;
  name: string;
  codes: string[];
  parentCode: string | null;
  level: AreaLevel | null;
  read: ReadShape;
};

const most = { features: 50_000, bytes: 200 * 1024 * 1024 };
export const boundaryColumns = ["#", "name", "code"];

const nameKeys = ["name", "名称", "NAME", "Name", "neighborhood", "社区", "网格名称", "网格"];
const codeKeys = ["code", "adcode", "代码", "区划代码", "编码", "CODE", "gb", "id", "adcode99"];

export function readBoundarySheet(text: string): BoundaryEntry[] {
  if (text.length > most.bytes)
    throw new Refusal("invalid", "exchange.rows", { found: text.length, most: most.bytes }, "file");
  const features = featuresOf(parsed(text));
  if (features.length === 0) throw new Refusal("invalid", "exchange.empty", {}, "file");
  if (features.length > most.features) {
    throw new Refusal("invalid", "exchange.rows", { found: features.length, most: most.features }, "file");
  }
  return features.map((feature, index) => readFeature(feature, index + 1));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal("invalid", "area.boundaries.json", {}, "file");
    throw error;
  }
}

function featuresOf(file: unknown): unknown[] {
  if (isRecord(file) && file.type === "FeatureCollection" && Array.isArray(file.features)) return file.features;
  if (isRecord(file) && file.type === "Feature") return [file];
  throw new Refusal("invalid", "area.boundaries.collection", {}, "file");
}

function readFeature(feature: unknown, line: number): BoundaryEntry {
  const own = isRecord(feature) ? feature : {};
  const properties = isRecord(own.properties) ? own.properties : {};
  const name = wordsOf(properties, nameKeys)[0] ?? "";
  const codes = wordsOf(properties, codeKeys);
  const parent = isRecord(properties.parent) ? properties.parent : {};
  const level = String(properties.level ?? "");
  return {
    row: { line, cells: [String(line), name, codes[0] ?? ""] },
    name,
    codes,
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

function wordsOf(record: Record<string, unknown>, keys: string[]): string[] {
  return keys.flatMap((key) => {
    const value = Object.hasOwn(record, key) ? record[key] : null;
    return (typeof value === "string" || typeof value === "number") && String(value).trim() !== ""
      ? [String(value).trim()]
      : [];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
