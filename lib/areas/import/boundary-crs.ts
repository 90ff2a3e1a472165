/** Longitude and latitude on WGS 84, or on CGCS2000, which lies within a decimetre of it. */
const degrees = new Set(["CRS84", "EPSG4326", "EPSG4490"]);

/** The coordinate reference that a file names, where it is none of plain longitude and latitude. */
export function foreignCrs(of: Record<string, unknown>): string | null {
  const { crs } = of;
  if (crs === undefined || crs === null) return null;
  const name = nameOf(crs) ?? JSON.stringify(crs);
  return degrees.has(plain(name)) ? null : name.slice(0, 120);
}

function nameOf(crs: unknown): string | null {
  if (typeof crs === "string") return crs;
  if (!isRecord(crs) || !isRecord(crs.properties)) return null;
  const { name, code, href } = crs.properties;
  if (typeof name === "string") return name;
  if (typeof code === "string" || typeof code === "number") return `${String(crs.type)}:${code}`;
  return typeof href === "string" ? href : null;
}

/** urn:ogc:def:crs:OGC:1.3:CRS84 is CRS84; urn:ogc:def:crs:EPSG::4326 and EPSG:4326 are EPSG4326. */
const plain = (name: string) =>
  name
    .trim()
    .toUpperCase()
    .replace(/^URN:(OGC|X-OGC):DEF:CRS:/, "")
    .replace(/^HTTPS?:\/\/WWW\.OPENGIS\.NET\/DEF\/CRS\//, "")
    .replace(/^OGC[:/][^:/]*[:/]/, "")
    .replace(/^(EPSG)[:/](?:[^:/]*[:/])?(\d+)$/, "$1$2");

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
