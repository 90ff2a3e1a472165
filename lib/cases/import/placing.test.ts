import { expect, test } from "vitest";
import { type KnownArea, knownTree } from "../../areas/known";
import { type AreaLevel, plainName } from "../../areas/model";
import { caseMapping } from "./mapping";
import { placing } from "./placing";
import { caseSheet } from "./sheet";

function area(id: string, level: AreaLevel, name: string, parentId: string | null): KnownArea {
  const rest = { pos: 0, kind: null, households: null, residents: null, code: null, codeName: null, otherSchemes: [] };
  return { id, parentId, level, name, plainName: plainName(name), ...rest, allCodes: [`local:${id}`] };
}

const areas = [
  area("city", "city", "试城", null),
  area("a", "street", "甲街道", "city"),
  area("b", "street", "乙街道", "city"),
  area("a1", "community", "朝阳社区", "a"),
  area("b1", "community", "朝阳社区", "b"),
  area("b2", "community", "乙社区", "b"),
  area("a1g", "grid", "第一网格", "a1"),
  area("a2", "community", "桃花社区居民委员会", "a"),
  area("b3", "community", "桃花社区", "b"),
];
const square = (west: number) => ({
  type: "Polygon" as const,
  coordinates: [
    [
      [west, 26],
      [west + 1, 26],
      [west + 1, 27],
      [west, 27],
      [west, 26],
    ],
  ],
});
const [city] = areas;
const drawn = [
  ["a", 100],
  ["a1g", 100],
  ["b", 101],
] as const;

function place(given: object, cells: string[]) {
  const found = placed(given, cells);
  return found === "swapped" ? found : [found.area.id, found.placed, ...found.notes.map(({ note }) => note)];
}

function notes(given: object, cells: string[]) {
  const found = placed(given, cells);
  return found === "swapped" ? found : found.notes;
}

function placed(given: object, cells: string[]) {
  if (!city) throw new Error("no city");
  const tree = knownTree(areas, city);
  const mapping = caseMapping.parse({
    source: "t",
    id: "id",
    title: "id",
    zone: "UTC",
    form: "YYYY-MM-DD",
    registered: "at",
    area: { columns: ["c", "s"], point: { lon: "lon", lat: "lat", system: "wgs84" }, ...given },
  });
  const sheet = caseSheet(mapping, { columns: ["id", "at", "c", "s", "lon", "lat"], separator: "," }, new Date());
  const entry = sheet({ line: 2, cells: ["1", "2026-01-01", ...cells, "", "", "", ""].slice(0, 6) });
  if (Array.isArray(entry)) throw new Error(entry[0]?.reason);
  const shapes = drawn.flatMap(([id, west]) =>
    areas.filter((known) => known.id === id).map((of) => ({ of, shape: square(west) })),
  );
  return placing(tree, shapes, mapping.area)(entry);
}

test.each<[what: string, cells: string[], given: object, expected: unknown]>([
  ["a name", ["乙社区"], {}, ["b2", true]],
  ["a name without its ending", ["乙社区居委会", "乙"], {}, ["b2", true]],
  ["namesakes told apart by the larger area", ["朝阳社区", "乙街道"], {}, ["b1", true]],
  ["namesakes written otherwise, told apart by the larger area", ["桃花社区", "甲街道"], {}, ["a2", true]],
  ["namesakes of which one is written in the same way", ["桃花社区", ""], {}, ["b3", true]],
  ["namesakes that nothing tells apart", ["朝阳社区"], {}, ["city", false, "ambiguousName"]],
  ["namesakes beside an area that holds neither", ["朝阳社区", "试城"], {}, ["city", false, "ambiguousName"]],
  ["a name nobody knows, in a known street", ["没有社区", "甲街道"], {}, ["a", false, "unknownName"]],
  ["a name in another street than it says", ["乙社区", "甲街道"], {}, ["b2", true, "contradiction"]],
  ["only a street", ["", "甲街道"], {}, ["a", false]],
  ["nothing", [], {}, ["city", false]],
  ["a word of no place", ["全城"], { nowhere: ["全城"] }, ["city", false]],
  ["an alias", ["老乙"], { aliases: { 老乙: "乙社区" } }, ["b2", true]],
  ["a number that a spreadsheet made a float of", ["7.0"], { aliases: { 7: "乙社区" } }, ["b2", true]],
  ["a point of nought and nought, which is none", ["乙社区", "", "0", "0.000"], {}, ["b2", true]],
  ["a point alone", ["", "", "100.5", "26.5"], {}, ["a1g", true]],
  ["a point in the named street tells the grid", ["", "甲街道", "100.5", "26.5"], {}, ["a1g", true]],
  ["a point that tells namesakes apart", ["朝阳社区", "", "100.5", "26.5"], {}, ["a1g", true]],
  ["a point elsewhere: the name is believed", ["乙社区", "", "100.5", "26.5"], {}, ["b2", true, "disagree"]],
  [
    "a point elsewhere: the point is believed",
    ["乙社区", "", "100.5", "26.5"],
    { by: ["point"] },
    ["a1g", true, "disagree"],
  ],
  ["a point that is only compared", ["", "", "100.5", "26.5"], { by: ["name"] }, ["city", false]],
  ["a point outside everything", ["乙社区", "", "10", "10"], {}, ["b2", true, "outside"]],
])("%s", (_, cells, given, expected) => {
  expect(place(given, cells)).toEqual(expected);
});

test("an alias that leads nowhere is told with where it leads", () => {
  expect(notes({ aliases: { 老乙: "乙社区x" } }, ["老乙"])).toEqual([{ note: "unknownName", value: "老乙 → 乙社区x" }]);
});

test("a code is believed before any name", () => {
  const given = { code: { column: "s", scheme: "local" }, columns: ["c"] };
  expect(place(given, ["甲街道", "b2"])).toEqual(["b2", true]);
  expect(place(given, ["甲街道", "none"])).toEqual(["a", false, "unknownName"]);
});
