import { describe, expect, test } from "vitest";
import { readDegrees, readPoint } from "./written-point";

describe("an angle", () => {
  test.each<[written: string, value: number, axis: "lon" | "lat" | null]>([
    ["39.9042", 39.9042, null],
    ["-71.06", -71.06, null],
    ["−71.06", -71.06, null],
    ["116.39°", 116.39, null],
    ["１１６．３９", 116.39, null],
    ["39.9042N", 39.9042, "lat"],
    ["N 39.9042°", 39.9042, "lat"],
    ["71.06 w", -71.06, "lon"],
    ["33.86°S", -33.86, "lat"],
    ["39°54'15\"N", 39.904167, "lat"],
    ["39° 54′ 15.0″ N", 39.904167, "lat"],
    ["39º54’15”", 39.904167, null],
    ["39°54'15''N", 39.904167, "lat"],
    ["-71°03'36\"", -71.06, null],
    ["39°54.25'N", 39.904167, "lat"],
    ["北纬39°54′15″", 39.904167, "lat"],
    ["東經116度23分24秒", 116.39, "lon"],
  ])("%s is read", (written, value, axis) => {
    const read = readDegrees(written, { comma: false });
    expect([read?.value.toFixed(6), read?.axis]).toEqual([value.toFixed(6), axis]);
  });

  test("a decimal comma is read where a comma does not part cells", () => {
    expect(readDegrees("39,9042", { comma: true })?.value).toBe(39.9042);
    expect(readDegrees("39,9042", { comma: false })).toBeNull();
  });

  test.each([
    "",
    "abc",
    "-71.06W",
    "39°60'00\"N",
    "39°54'61\"",
    "39°54.5'15\"",
    "39.5°54'",
    '39°15"',
    "1e2",
    "39.9.1",
    "12345",
    "NaN",
  ])("%j is none", (written) => expect(readDegrees(written, { comma: false })).toBeNull());
});

describe("a point in one cell", () => {
  const there = { lon: 116.39, lat: 39.9 };
  test.each<[written: string, order: "lon-lat" | "lat-lon" | undefined]>([
    ["116.39,39.90", "lon-lat"],
    ["116.39，39.90", "lon-lat"],
    ["116.39 39.90", "lon-lat"],
    ["(39.90, 116.39)", "lat-lon"],
    ["[116.39, 39.90]", "lon-lat"],
    ["1 Main St\nSpringfield\n(39.90, 116.39)", "lat-lon"],
    ["POINT (116.39 39.9)", undefined],
    ["POINT(116.39 39.9)", "lat-lon"],
    ["SRID=4326;POINT Z (116.39 39.9 51)", undefined],
    ["39.90N 116.39E", undefined],
    ["E116.39, N39.90", "lat-lon"],
    ["39°54'N, 116°23'24\"E", undefined],
  ])("%j is read", (written, order) => {
    const read = readPoint(written, { comma: false, order });
    expect(read).toEqual({ lon: expect.closeTo(there.lon, 9), lat: expect.closeTo(there.lat, 9) });
  });

  test("two decimal commas are told from one", () => {
    const read = (written: string) => readPoint(written, { comma: true, order: "lon-lat" });
    for (const written of ["116,39 39,90", "116,39; 39,90"]) expect(read(written)).toEqual(there);
    expect(read("116,39")).toEqual({ fault: "degrees" });
    expect(read("116,39,39,90")).toEqual({ fault: "degrees" });
  });

  test("what leaves the meaning open is refused", () => {
    const read = (written: string) => readPoint(written, { comma: false, order: undefined });
    expect(read("116.39,39.90")).toEqual({ fault: "order" });
    expect(read("SRID=3857;POINT (12956511 4851614)")).toEqual({ fault: "reference" });
    expect(read("POINT EMPTY")).toBe("empty");
    for (const written of ["116.39", "116.39,39.90,50", "39.9N 40.1N", "POINT (116.39)", "x,y", "1 Main St"])
      expect(read(written)).toEqual({ fault: "degrees" });
  });
});
