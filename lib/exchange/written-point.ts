export type Axis = "lon" | "lat";
export const pairOrders = ["lon-lat", "lat-lon"] as const;
export type PairOrder = (typeof pairOrders)[number];

/** How the numbers of a sheet are written: with a decimal comma only where a comma does not part its cells. */
export type DegreesForm = { comma: boolean };
/** An angle, and whether a letter beside it says which one. */
export type Degrees = { value: number; axis: Axis | null };
export type PointFault = "degrees" | "order" | "reference";
export type WrittenPoint = { lon: number; lat: number } | "empty" | { fault: PointFault };

/** Reads degrees as decimals or with minutes and seconds, with a sign or the letter of a direction: 39.9042, 39°54'15"N, 东经116.39°. */
export function readDegrees(written: string, { comma }: DegreesForm): Degrees | null {
  const { letter, number } = withoutLetter(plainAngle(written));
  const value = decimalOf(number, comma) ?? sexagesimalOf(number, comma);
  if (value === null || (letter !== "" && /^[+-]/.test(number))) return null;
  const axis = letter === "" ? null : /[NS]/.test(letter) ? "lat" : "lon";
  return { value: /[SW]/.test(letter) ? -value : value, axis };
}

function plainAngle(written: string): string {
  return written
    .replace(/[º˚度]/g, "°")
    .replace(/″|”|“|秒|''|′′/g, '"')
    .replace(/[′’‘´`分]/g, "'")
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .trim();
}

const letters: Record<string, string> = {
  北纬: "N",
  南纬: "S",
  东经: "E",
  西经: "W",
  北緯: "N",
  南緯: "S",
  東經: "E",
  西經: "W",
};
const direction = `[NSEW]|${Object.keys(letters).join("|")}`;
const before = new RegExp(`^(${direction})[:\\s]*(.*)$`, "i");
const after = new RegExp(`^(.*?)\\s*(${direction})$`, "i");

function withoutLetter(angle: string): { letter: string; number: string } {
  const [, first = "", rest = angle] = before.exec(angle) ?? [];
  const [, number = rest, last = ""] = first === "" ? (after.exec(rest) ?? []) : [];
  const letter = first || last;
  return { letter: letters[letter] ?? letter.toUpperCase(), number: number.trim() };
}

function decimalOf(number: string, comma: boolean): number | null {
  const plain = pointed(number, comma).replace(/\s*°$/, "");
  return /^[+-]?\d{1,4}(\.\d{1,20})?$/.test(plain) ? Number(plain) : null;
}

function sexagesimalOf(number: string, comma: boolean): number | null {
  const found = /^([+-]?)(\d{1,3})\s*°\s*(\d{1,2}(?:\.\d{1,12})?)\s*'\s*(?:(\d{1,2}(?:\.\d{1,12})?)\s*"\s*)?$/.exec(
    pointed(number, comma),
  );
  if (!found) return null;
  const [, sign, degrees = "", minutes = "", seconds = "0"] = found;
  const isWhole = found[4] === undefined || /^\d+$/.test(minutes);
  if (!isWhole || Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return sign === "-" ? -value : value;
}

const pointed = (number: string, comma: boolean) => (comma ? number.replace(/(\d),(\d)/, "$1.$2") : number);

const wkt = /^(?:SRID=(\d+);\s*)?POINT\s*(?:ZM?|M)?\s*(?:EMPTY|\(\s*(\S+)\s+(\S+)(?:\s+\S+){0,2}\s*\))$/i;

/** Reads a point that stands in one cell: two angles in the order that is told, or a POINT, which has the longitude first. */
export function readPoint(
  written: string,
  { comma, order }: DegreesForm & { order: PairOrder | undefined },
): WrittenPoint {
  const point = wkt.exec(written.trim());
  if (!point) return pairOf(written, { comma, order });
  const [, reference = "4326", east, north] = point;
  if (reference !== "4326") return { fault: "reference" };
  if (east === undefined || north === undefined) return "empty";
  return inOrder(readDegrees(east, { comma: false }), readDegrees(north, { comma: false }), "lon-lat");
}

/** Of an address with a pair in brackets behind it, the pair is meant. */
function pairOf(written: string, { comma, order }: DegreesForm & { order: PairOrder | undefined }): WrittenPoint {
  const plain = plainAngle(written).replace(/、/g, ",");
  const bare = /[([]([^()[\]]*)[)\]]$/.exec(plain)?.[1] ?? plain;
  const parts = [/\s*;\s*/, /\s*,\s*/, /\s+/]
    .map((between) => bare.trim().split(between))
    .find(({ length }) => length === 2);
  const [first = "", second = ""] = parts ?? [];
  const isOneNumber = comma && /^\d+,\d+$/.test(bare.trim());
  return isOneNumber
    ? { fault: "degrees" }
    : inOrder(readDegrees(first, { comma }), readDegrees(second, { comma }), order);
}

/** Letters beside the angles go before the order that is told. */
function inOrder(first: Degrees | null, second: Degrees | null, order: PairOrder | undefined): WrittenPoint {
  if (!first || !second || (first.axis !== null && first.axis === second.axis)) return { fault: "degrees" };
  const told = first.axis === "lon" || second.axis === "lat" ? "lon-lat" : "lat-lon";
  const meant = first.axis === null && second.axis === null ? order : told;
  if (meant === undefined) return { fault: "order" };
  return meant === "lon-lat" ? { lon: first.value, lat: second.value } : { lon: second.value, lat: first.value };
}
