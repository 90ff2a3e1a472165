import { expect, test } from "vitest";
import { readBoundarySheet } from "./boundary-sheet";

const square = {
  type: "Polygon",
  coordinates: [
    [
      [106, 26],
      [107, 26],
      [107, 27],
      [106, 26],
    ],
  ],
};
const feature = { type: "Feature", properties: { name: "甲社区" }, geometry: square };
const fileWith = (crs: unknown) => JSON.stringify({ type: "FeatureCollection", crs, features: [feature] });
const named = (name: string) => ({ type: "name", properties: { name } });

test.each([
  named("urn:ogc:def:crs:OGC:1.3:CRS84"),
  named("urn:ogc:def:crs:OGC::CRS84"),
  named("urn:ogc:def:crs:EPSG::4326"),
  named("EPSG:4326"),
  named("http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
  named("http://www.opengis.net/def/crs/EPSG/0/4326"),
  named("urn:ogc:def:crs:EPSG::4490"),
  { type: "EPSG", properties: { code: 4326 } },
  "EPSG:4326",
  null,
])("coordinates in %j are read", (crs) => {
  expect(readBoundarySheet(fileWith(crs))).toEqual([expect.objectContaining({ name: "甲社区" })]);
});

test.each<[crs: unknown, told: string]>([
  [named("urn:ogc:def:crs:EPSG::3857"), "urn:ogc:def:crs:EPSG::3857"],
  [named("EPSG:4547"), "EPSG:4547"],
  [{ type: "EPSG", properties: { code: 26986 } }, "EPSG:26986"],
  [{ type: "link", properties: { href: "http://example.org/crs/42" } }, "http://example.org/crs/42"],
  [{ type: "mystery" }, '{"type":"mystery"}'],
])("a file in %j is refused by the name of its reference", (crs, told) => {
  expect(() => readBoundarySheet(fileWith(crs))).toThrow(
    expect.objectContaining({ reason: "area.boundaries.crs", values: { crs: told } }),
  );
});

test("a feature a line is read as well, and a file that is cut off is not", () => {
  const line = JSON.stringify(feature);
  for (const text of [`${line}\n${line}\n`, `\u001E${line}\n\u001E${line}`])
    expect(readBoundarySheet(text)).toHaveLength(2);
  for (const text of [`${line}\n${line.slice(0, -3)}`, fileWith(null).slice(0, -2), "1\n2"])
    expect(() => readBoundarySheet(text)).toThrow(expect.objectContaining({ reason: "area.boundaries.json" }));
});

test("one feature that names another reference is refused too", () => {
  const text = JSON.stringify({ type: "FeatureCollection", features: [{ ...feature, crs: named("EPSG:3857") }] });
  expect(() => readBoundarySheet(text)).toThrow(expect.objectContaining({ values: { crs: "EPSG:3857" } }));
});
