export const areaLevels = [
  "country",
  "province",
  "city",
  "district",
  "street",
  "community",
  "grid",
  "building",
] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** Levels that keep daily counts of their own; a grid is small and is read from its rows. */
export const countedLevels = [
  "country",
  "province",
  "city",
  "district",
  "street",
  "community",
] as const satisfies AreaLevel[];

export const gridKinds = ["general", "dedicated", "micro"] as const;
export type GridKind = (typeof gridKinds)[number];

export const codeSchemes = ["nbs", "mca", "local"] as const;
export type CodeScheme = (typeof codeSchemes)[number];

export const officerKinds = ["head", "full_time", "part_time", "adviser"] as const;
export type OfficerKind = (typeof officerKinds)[number];

export const stationFields = ["residents", "property", "office"] as const;
export type StationField = (typeof stationFields)[number];

export const unitKinds = ["street_office", "community", "department", "property", "owners", "partner"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Positions kept free at the end of an area, so that what is added or moved there later takes none of a neighbour. */
export const spareNumbers: Record<AreaLevel, number> = {
  country: 2 ** 24,
  province: 2 ** 22,
  city: 2 ** 20,
  district: 2 ** 16,
  street: 2 ** 12,
  community: 2 ** 8,
  grid: 0,
  building: 0,
};

/** Positions `pos…last` cover an area and everything below it; both are numbered depth-first with gaps. */
export type AreaRange = { pos: number; last: number };

export function isCounted(level: AreaLevel): boolean {
  return countedLevels.some((counted) => counted === level);
}

/** Whether a request at this level is placed: at a larger one it waits for somebody who knows where. */
export function isPlace(level: AreaLevel): boolean {
  return areaLevels.indexOf(level) >= areaLevels.indexOf("community");
}

export function isWithin(inner: AreaRange, outer: AreaRange): boolean {
  return inner.pos >= outer.pos && inner.last <= outer.last;
}

/** A child area drawn: an SVG path in a box 1000 wide, `height` high, north up. */
export type MapOutline = { areaId: string; name: string; path: string; labelX: number; labelY: number; height: number };

/** Levels may be skipped, never turned round; a building may hang under a grid, a micro-grid under a grid too. */
export function mayHangUnder(child: AreaLevel, parent: AreaLevel): boolean {
  const [below, above] = [areaLevels.indexOf(child), areaLevels.indexOf(parent)];
  return below > above || (child === "grid" && parent === "grid");
}

const endings: [endings: string[], kept: string][] = [
  [["社区居民委员会", "社区居民委会", "社区居委会", "居民委员会", "居民委会", "居委会", "社区"], ""],
  [["村民委员会", "村委会", "村"], "村"],
  [["街道办事处", "街道办", "街道", "办事处"], ""],
];

/** What names have in common that look the same: wide and narrow letters, large and small, spaces that nobody sees. */
export function sameName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, "")
    .toLowerCase();
}

/** A name as it is compared: 浪花苑社区居委会, 浪花苑居委会 and 浪花苑社区 are one place; 新苏村 and 新苏社区 are two. */
export function plainName(name: string): string {
  const plain = sameName(name);
  for (const [list, kept] of endings) {
    const ending = list.find((candidate) => plain.endsWith(candidate) && plain.length > candidate.length);
    if (ending) return plain.slice(0, -ending.length) + kept;
  }
  return plain;
}

/**
 * An official code without its padding: 6 digits down to a district, 9 for a street, 12 for a community, longer for a
 * grid; null where it is none. Local codes stand as they are written.
 */
export function canonicalCode(scheme: CodeScheme, written: string): string | null {
  const code = written
    .normalize("NFKC")
    .replace(/^'|\s+/g, "")
    .replace(/\.0+$/, "");
  if (scheme === "local") return /^[^\s,|]{1,40}$/.test(code) ? code : null;
  if (/^\d{14,20}$/.test(code)) return code;
  if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(code) || /^0/.test(code)) return null;
  const padded = code.padEnd(12, "0");
  if (padded.endsWith("000000")) return padded.slice(0, 6);
  return padded.endsWith("000") ? padded.slice(0, 9) : padded;
}

/** The key of the sentence that says what codes of a scheme look like. */
export const codeRule = (scheme: CodeScheme) => (scheme === "local" ? "area.import.codeLocal" : "area.import.code");

/** The level an official code speaks of. */
export function levelOfCode(code: string): AreaLevel {
  if (code.length > 12) return "grid";
  if (code.length === 12) return "community";
  if (code.length === 9) return "street";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "city" : "district";
}

/** The codes that an official code is built on, nearest first. */
export function parentCodes(code: string): string[] {
  const [province, city, district] = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code.slice(0, 6)];
  const street = code.slice(0, 9);
  const above = [code.slice(0, 12), street, district, city, province];
  return [...new Set(above.filter((parent) => parent.length <= code.length && parent !== code))];
}
