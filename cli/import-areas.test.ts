import { describe, expect, test } from "vitest";
import { cli, fileOf, folder } from "./testing";

describe("a list of areas", () => {
  const listing = async (file: string, ...words: string[]) => {
    const path = fileOf("areas.csv", file);
    return cli(["import", "areas", path, ...words]);
  };

  test.each<[what: string, rows: string, says: string]>([
    ["a code as a float", "5.20115E+11,金阳街道,street,", "scientific notation"],
    ["a code that is none", "52011,金阳街道,street,", "not a division code"],
    ["a level that is none", "520115,观山湖区,planet,", "not a known level"],
    ["no name", "520115,,district,", "the name is missing"],
    ["a name with a turned direction", "520115,观山\u202E湖区,district,", "control characters"],
    [
      "a parent nobody knows",
      "520115,观山湖区,district,\n520115007,金阳街道,street,999999",
      "the parent 999999 is unknown",
    ],
    ["one code twice", "520000,贵州省,province,\n520000,云南省,province,", "the code of line 2, with other content"],
    [
      "a street above its district",
      "520115007,金阳街道,street,520115\n520115,观山湖区,district,520115007",
      "cannot hang under",
    ],
  ])("%s", async (_, rows, says) => {
    const { code, text } = await listing(`code,name,level,parent\n${rows}`);
    expect(text).toContain(says);
    expect(code).toBe(1);
  });

  test("where the rejected rows find no place, nothing is written", async () => {
    const name = `甲${Date.now()}`;
    const rows = `code,name,level,parent\nw1,${name},city,\nw2,,city,`;
    const nowhere = ["--scheme", "local", "--skip-rejected", "--rejected", `${folder}/none/x.csv`];
    expect(await listing(rows, ...nowhere)).toMatchObject({
      code: 2,
      text: expect.stringContaining("cannot be written"),
    });
    expect(await cli(["areas", "show", name])).toMatchObject({ code: 1 });
    for (const option of ["--undecided", "--rejected"])
      expect(await listing(rows, option, folder)).toMatchObject({ code: 2 });
  });

  test("a scheme that is none, and days that are none", async () => {
    expect(await listing("name,level\nx,city", "--scheme", "moon")).toMatchObject({ code: 2 });
    expect(await listing("name,level\nx,city", "--from", "2026-02-30")).toMatchObject({ code: 2 });
  });
});

describe("a file of boundaries", () => {
  const drawing = async (file: string, ...words: string[]) => {
    const path = fileOf("shapes.geojson", file);
    return cli(["import", "boundaries", path, "--system", "wgs84", ...words]);
  };
  const feature = (geometry: unknown) =>
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { name: "全国" }, geometry }],
    });

  test.each<[what: string, file: string, says: string]>([
    ["no JSON", "<kml/>", "not complete JSON"],
    ["fifty thousand brackets", "[".repeat(50_000), "not complete JSON"],
    ["no collection", '{"type":"Topology"}', "FeatureCollection"],
    ["no features", '{"type":"FeatureCollection","features":[]}', "no rows of data"],
    ["a point", feature({ type: "Point", coordinates: [1, 2] }), "Point"],
    [
      "a ring that is not closed",
      feature({
        type: "Polygon",
        coordinates: [
          [
            [1, 1],
            [2, 1],
            [2, 2],
            [1, 2],
          ],
        ],
      }),
      "1 rejected",
    ],
    [
      "latitude first",
      feature({
        type: "Polygon",
        coordinates: [
          [
            [26, 106],
            [27, 106],
            [27, 107],
            [26, 106],
          ],
        ],
      }),
      "1 rejected",
    ],
    [
      "no numbers",
      feature({
        type: "Polygon",
        coordinates: [
          [
            ["a", 1],
            [2, 1],
            [2, 2],
            ["a", 1],
          ],
        ],
      }),
      "1 rejected",
    ],
  ])("%s", async (_, file, says) => {
    const { code, text } = await drawing(file);
    expect(text).toContain(says);
    expect(code).toBe(1);
  });

  test("a name under a key of its own is told by an option, and its lack with what there is", async () => {
    const ring = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 1],
    ];
    const geometries = [
      { type: "Polygon", coordinates: [ring] },
      { type: "Point", coordinates: [1, 1] },
    ];
    const geometry = { type: "GeometryCollection", geometries };
    const features = [{ type: "Feature", properties: { BoroName: "全国", pop: 3 }, geometry }];
    const file = JSON.stringify({ type: "FeatureCollection", features });
    const { code, text } = await drawing(file);
    expect(text).toContain("its properties are BoroName, pop");
    expect(code).toBe(1);
    expect(await drawing(file, "--name", "boroname")).toMatchObject({
      code: 0,
      text: expect.stringContaining("1 row read"),
    });
    expect(await drawing(file, "--code", "pop")).toMatchObject({
      code: 1,
      text: expect.stringContaining("no area is called “3”"),
    });
  });
});
