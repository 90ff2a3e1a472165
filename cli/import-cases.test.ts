import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli, fileOf, folder } from "./testing";

const map = {
  source: "hostile",
  id: "id",
  title: "title",
  body: "body",
  zone: "America/New_York",
  form: ["YYYY-MM-DD HH:mm", "YYYY年M月D日"],
  registered: "opened",
  closed: "closed",
  area: { columns: ["area"], point: { lon: "lon", lat: "lat", system: "wgs84" } },
};
const head = "id,title,body,opened,closed,area,lon,lat";

async function importing(file: string | Uint8Array, mapping: unknown = map) {
  const text = typeof mapping === "string" ? mapping : JSON.stringify(mapping);
  return cli(["import", "cases", fileOf("sheet.csv", file), "--map", fileOf("map.json", text)]);
}

const gb18030 = (text: string) => {
  const known: Record<string, number[]> = { 街: [0xbd, 0xd6], 道: [0xb5, 0xc0], 灯: [0xb5, 0xc6], 坏: [0xbb, 0xb5] };
  return Uint8Array.from([...text].flatMap((letter) => known[letter] ?? [letter.charCodeAt(0)]));
};
const row = (
  cells: Partial<Record<"id" | "title" | "body" | "opened" | "closed" | "area" | "lon" | "lat", string>>,
) => {
  const all = { id: "1", title: "lamp", body: "", opened: "2026-11-02 09:00", closed: "", area: "", lon: "", lat: "" };
  return Object.values({ ...all, ...cells }).join(",");
};
const sheet = (...rows: string[]) => [head, ...rows].join("\n");

describe("a sheet that can be read is read", () => {
  test.each<[what: string, file: string | Uint8Array]>([
    ["with a byte order mark", `\uFEFF${sheet(row({}))}`],
    ["with CRLF", sheet(row({})).replaceAll("\n", "\r\n")],
    ["with CR alone", sheet(row({})).replaceAll("\n", "\r")],
    ["with U+2028", sheet(row({})).replaceAll("\n", "\u2028")],
    ["in GB18030", gb18030(sheet(row({ title: "街道灯坏" })))],
    ["in UTF-16LE with a mark", Buffer.from(`\uFEFF${sheet(row({}))}`, "utf16le")],
    ["in UTF-16BE with a mark", Buffer.from(`\uFEFF${sheet(row({}))}`, "utf16le").swap16()],
    ["in UTF-16BE without one", Buffer.from(sheet(row({ title: "街道灯坏" })), "utf16le").swap16()],
    ["with semicolons", sheet(row({})).replaceAll(",", ";")],
    ["with tabs", sheet(row({})).replaceAll(",", "\t")],
    ["with a line that names the separator", `sep=;\n${sheet(row({})).replaceAll(",", ";")}`],
    ["with quoted line ends", sheet(row({ body: '"two\nlines"' }))],
    ["with a formula, which is text", sheet(row({ title: '"=HYPERLINK(""http://x"")"' }))],
    ["with full-width and leading signs", sheet(row({ title: "＝1+1" }), row({ id: "2", title: "+cmd|calc" }))],
    ["with rare letters", sheet(row({ title: "𠮷村㐂路·灯" }))],
    ["with markup, which is text", sheet(row({ title: "<script>alert(1)</script>" }))],
    ["with empty lines between", sheet(row({}), "", ",,,,,,,", row({ id: "2" }))],
    ["with blank columns beyond the header", sheet(`${row({})},,,`)],
    ["with __proto__ and constructor beside", `${head},__proto__,constructor\n${row({})},1,2`],
    ["with degrees in minutes and seconds", sheet(row({ lon: `"71°03'36""W"`, lat: "42°21'N" }))],
    [
      "with a decimal comma",
      sheet(row({ lon: "-71.06", lat: "42.35" }))
        .replaceAll(",", ";")
        .replaceAll(".", ","),
    ],
    ["with a day in words", sheet(row({ opened: "2026年11月2日" }))],
    ["with a point outside all that is drawn", sheet(row({ lon: "-71.06", lat: "42.35" }))],
  ])("%s", async (_, file) => {
    const { code, text } = await importing(file);
    expect(text).toMatch(/[12] rows? read · [12] new · 0 changed · 0 same · 0 rejected/);
    expect(code).toBe(0);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("a file that is no sheet is refused by name", () => {
  test.each<[what: string, file: string | Uint8Array, says: string]>([
    ["a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 20]), "XLSX/ZIP"],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "XLS"],
    ["a PDF", "%PDF-1.7", "PDF"],
    ["a compressed file", Uint8Array.from([0x1f, 0x8b, 8]), "GZIP"],
    ["UTF-16BE that is cut off", Uint8Array.from([0xfe, 0xff, 0, 0x61, 0]), "UTF-16BE"],
    ["UTF-32", Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "UTF-32LE"],
    ["NUL bytes", sheet(row({ title: "a\0b" })), "NUL"],
    [
      "broken UTF-8",
      Buffer.concat([Buffer.from(sheet(row({ title: "街道灯坏".repeat(20) }))), Buffer.from([0xe8, 0x2c])]),
      "UTF-8",
    ],
    ["a Western code page", Buffer.from(sheet(row({ title: "Straße défoncée" })), "latin1"), "ISO-8859"],
    ["nothing", "", "no rows of data"],
    ["only blanks", " \n\n ", "no rows of data"],
    ["only a header", head, "no rows of data"],
    ["a quote that is not closed", sheet(row({}), row({ id: "2", title: '"open' })), "A quote in line"],
    [
      "too many columns",
      `${Array.from({ length: 16_384 }, (_, index) => `c${index}`).join(",")}\n1`,
      "exceed the limit of 200",
    ],
  ])("%s", async (_, file, says) => {
    const { code, text } = await importing(file);
    expect(text).toContain(says);
    expect(code).toBe(1);
  });

  test("one that is not there, or a folder, is named", async () => {
    const mapPath = fileOf("map.json", JSON.stringify(map));
    for (const path of [join(folder, "none.csv"), folder]) {
      const { code, text } = await cli(["import", "cases", path, "--map", mapPath]);
      expect([code, text]).toEqual([2, `The file ${path} cannot be opened.`]);
    }
  });

  test("100,001 rows of areas exceed the limit", async () => {
    const path = fileOf("areas.csv", `name,level\n${"x,street\n".repeat(100_001)}`);
    const { code, text } = await cli(["import", "areas", path]);
    expect([code, text]).toEqual([1, expect.stringContaining("limit of 100000")]);
  });
});

describe("headers", () => {
  test.each<[what: string, header: string, says: string]>([
    [
      "missing ones are named beside what was found",
      "id,title,opened",
      "Missing columns: body, closed, area, lon, lat",
    ],
    ["doubled ones are named", `${head},title`, "“title” occurs twice"],
    ["renamed ones are missing", head.replace("opened", "registered"), "Missing columns: opened"],
  ])("%s", async (_, header, says) => {
    const { code, text } = await importing(`${header}\n1,2,3,4,5,6,7,8,9`);
    expect(text).toContain(says);
    expect(code).toBe(1);
  });
});

describe("a row that is wrong is named with its column, value and reason", () => {
  test.each<[what: string, cells: Parameters<typeof row>[0], says: string]>([
    [
      "a cell of a million letters",
      { body: "x".repeat(1_000_000) },
      "line 2 [body] –: the cell has 1000000 characters",
    ],
    ["a text of 10,001 letters", { body: "字".repeat(10_001) }, "has 10001 characters, at most 2000"],
    ["no id", { id: "" }, "[id] : the id is missing"],
    ["an id in scientific notation", { id: "1.01E+11" }, "[id] 1.01E+11: the id was written in scientific notation"],
    ["a title of zero-width blanks", { title: "\u200B\u3000" }, "[title] : the matter is missing"],
    ["02/30", { opened: "2026-02-30 09:00" }, "[opened] 2026-02-30 09:00: there is no such day"],
    ["1900-02-29", { opened: "1900-02-29 09:00" }, "there is no such day"],
    ["2026年2月30日", { opened: "2026年2月30日" }, "there is no such day"],
    ["month 13", { opened: "2026-13-01 09:00" }, "there is no such day"],
    ["hour 25", { opened: "2026-11-02 25:00" }, "there is no such day or time"],
    ["another form", { opened: "11/02/2026" }, "not a time in the form"],
    ["a year of six digits", { opened: "+275760-09-13 00:00" }, "not a time in the form"],
    ["an hour that the clock leaps over", { opened: "2026-03-08 02:30" }, "the clock was put forward over it"],
    ["no time of registration", { opened: "" }, "the time of registration is missing"],
    ["before 2000", { opened: "1999-05-01 00:00" }, "before the year 2000"],
    ["in the future", { opened: "9999-12-31 00:00" }, "lies in the future"],
    ["closed before it was registered", { closed: "2026-11-01 09:00" }, "lies before the registration"],
    ["latitude 91", { lon: "10", lat: "191" }, "a latitude lies between"],
    ["longitude 181", { lon: "181", lat: "26" }, "a longitude lies between"],
    ["latitude and longitude swapped", { lon: "26.64", lat: "106.62" }, "look swapped"],
    ["latitude and longitude swapped in the west", { lon: "42.36", lat: "-71.06" }, "look swapped"],
    ["half a point", { lon: "106.6" }, "Longitude and latitude go together"],
    ["NaN", { lon: "NaN", lat: "26" }, "not degrees such as"],
    ["1e309", { lon: "1e309", lat: "26" }, "not degrees such as"],
    ["a decimal comma", { lon: '"106,6"', lat: "26" }, "not degrees such as"],
  ])("%s", async (_, cells, says) => {
    const { code, text } = await importing(sheet(row(cells), row({ id: "2" })));
    expect(text).toContain(says);
    expect(text).toContain("2 rows read · 1 new · 0 changed · 0 same · 1 rejected");
    expect(code).toBe(1);
  });

  test("more cells than the header", async () => {
    const { code, text } = await importing(sheet(`${row({})},more`));
    expect([code, text]).toEqual([1, expect.stringContaining("the row has 9 cells, the header 8")]);
  });

  test("one bad row in five thousand is the one that is named", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => row({ id: String(index) }));
    rows[4321] = row({ id: "4321", opened: "yesterday" });
    const { code, text } = await importing(sheet(...rows));
    expect(text).toContain("5000 rows read · 4999 new · 0 changed · 0 same · 1 rejected");
    expect(text).toContain("line 4323 [opened] yesterday");
    expect(code).toBe(1);
  });

  test("an hour that the clock shows twice is the first, and is told", async () => {
    const { code, text } = await importing(sheet(row({ opened: "2025-11-02 01:30" })));
    expect([code, text]).toEqual([0, expect.stringContaining("1 time occurs twice in the zone")]);
  });
});

describe("a point in one column", () => {
  const importPoint = (written: string, order?: string) => {
    const point = { column: "place", system: "wgs84", ...(order ? { order } : {}) };
    const rows = `id;title;opened;place\n1;lamp;2026-11-02 09:00;${written}`;
    return importing(rows, { ...map, body: undefined, closed: undefined, area: { point } });
  };

  test.each([
    ["116.39,39.90", "lon-lat"],
    ["(39.90, 116.39)", "lat-lon"],
    ["116,39 39,90", "lon-lat"],
    ["POINT (116.39 39.9)", undefined],
    ["39°54'N 116°23'24\"E", undefined],
    ["", undefined],
  ])("%s is read", async (written, order) => {
    const { code, text } = await importPoint(written, order);
    expect([code, text]).toEqual([0, expect.stringContaining("1 row read · 1 new")]);
  });

  test.each([
    ["116.39,39.90", undefined, "line 2 [place] 116.39,39.90: nothing tells which number is the longitude"],
    ["116.39,39.90", "lat-lon", "line 2 [place] 116.39,39.90: longitude and latitude look swapped"],
    ["10,200", "lat-lon", "line 2 [place] 10,200: not a point such as"],
    ["somewhere", "lon-lat", "line 2 [place] somewhere: not a point such as"],
    ["SRID=3857;POINT(1 2)", "lon-lat", "the SRID can only be 4326"],
  ])("%s is refused", async (written, order, says) => {
    const { code, text } = await importPoint(written.includes(";") ? `"${written}"` : written, order);
    expect([code, text]).toEqual([1, expect.stringContaining(says)]);
  });
});

describe("a mapping that is wrong is refused with the place of the fault", () => {
  test.each<[what: string, mapping: unknown, says: string]>([
    ["no JSON", "{", "The mapping is not JSON"],
    ["an unknown key", { ...map, isAdmin: true }, "wrong at isAdmin: there is no such key"],
    ["no such zone", { ...map, zone: "Mars/Olympus" }, "wrong at zone: there is no such time zone"],
    ["no form of a time", { ...map, form: "HH:mm" }, "wrong at form: not a form of time"],
    [
      "a reason that is none",
      { ...map, closing: { columns: "body", rules: [{ begins: "x", validity: "gone" }] } },
      "wrong at closing.rules.0.validity",
    ],
    ["a source with blanks", { ...map, source: "a b" }, "wrong at source"],
    ["a category that is none", { ...map, category: { columns: "body", values: { x: "9999" } } }, "“x” is 9999"],
    ["a list", [], "wrong at –"],
    ["no id", { ...map, id: undefined }, "wrong at id: missing"],
  ])("%s", async (_, mapping, says) => {
    const { code, text } = await importing(sheet(row({})), mapping);
    expect(text).toContain(says);
    expect(code).toBe(1);
  });
});
