import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { longestSide, mostBytes } from "./model";
import { redraw } from "./picture";

const plain = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

/** What a telephone writes beside the pixels: where, when, with what, and which way up. */
const withTraces = () =>
  plain()
    .withExif({
      IFD0: { Make: "CANARY-MAKE", Model: "CANARY-MODEL", Copyright: "CANARY-NAME" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 19/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "120/1 43/1 0/1" },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>CANARY-XMP</rdf:RDF></x:xmpmeta>')
    .withIccProfile("p3")
    .withMetadata({ orientation: 6 });

/** The kinds of segments of a JPEG before its pixels. */
function segments(jpeg: Buffer): number[] {
  const found: number[] = [];
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2))
    found.push(jpeg[at + 1] ?? 0);
  return found;
}

test("a photo with a place, a device, a profile and an orientation becomes an upright one with nothing but pixels", async () => {
  const given = await withTraces().jpeg().toBuffer();
  expect(given.includes("CANARY-MAKE")).toBe(true);
  expect(given.includes("CANARY-XMP")).toBe(true);
  expect(segments(given)).toEqual(expect.arrayContaining([0xe1, 0xe2]));
  expect(await sharp(given).metadata()).toMatchObject({ width: 60, height: 40, orientation: 6 });

  const { bytes, width, height } = await redraw(given);
  expect({ width, height }).toEqual({ width: 40, height: 60 });
  const kept = await sharp(bytes).metadata();
  expect(kept).toMatchObject({ format: "jpeg", width: 40, height: 60, space: "srgb" });
  expect([kept.exif, kept.xmp, kept.icc, kept.iptc, kept.orientation]).toEqual(Array(5).fill(undefined));
  const beside = segments(bytes).filter((kind) => (kind >= 0xe1 && kind <= 0xef) || kind === 0xfe);
  expect(beside).toEqual([]);
  expect(bytes.includes("CANARY")).toBe(false);
});

test("PNG and WebP with traces come out the same way", async () => {
  for (const given of [await withTraces().png().toBuffer(), await withTraces().webp().toBuffer()]) {
    expect(given.includes("CANARY")).toBe(true);
    const { bytes } = await redraw(given);
    expect(bytes.includes("CANARY")).toBe(false);
    expect((await sharp(bytes).metadata()).format).toBe("jpeg");
  }
});

test("a large photo is made smaller, a small one stays as it is", async () => {
  expect(await redraw(await plain(4000, 1000).jpeg().toBuffer())).toMatchObject({ width: longestSide, height: 640 });
  expect(await redraw(await plain(30, 20).jpeg().toBuffer())).toMatchObject({ width: 30, height: 20 });
});

const refused = (given: Buffer) =>
  redraw(given).then(
    () => "taken",
    ({ reason, field }) => [reason, field],
  );

test("what is no photo is refused by what it is, whatever it is called", async () => {
  const jpeg = await plain().jpeg().toBuffer();
  const others: Record<string, Buffer> = {
    gif: await plain().gif().toBuffer(),
    avif: await plain(64, 64).avif().toBuffer(),
    tiff: await plain().tiff().toBuffer(),
    heic: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheicmif1heic"), Buffer.alloc(64)]),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    html: Buffer.from("<html><script>alert(1)</script></html>"),
    pdf: Buffer.from("%PDF-1.7\n"),
    program: Buffer.from("MZ\x90\0\x03"),
    "a photo that is also an archive": Buffer.concat([jpeg, Buffer.from("PK\x05\x06"), Buffer.alloc(18)]),
    "a photo that is also a page": Buffer.concat([jpeg, Buffer.from("<script>alert(1)</script>")]),
    "a photo that is also a document": Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, 11]),
      Buffer.from("%PDF-1.7\n"),
      jpeg.subarray(2),
    ]),
    "a film": await film(),
  };
  for (const [name, given] of Object.entries(others))
    expect(await refused(given), name).toEqual(["photo.unreadable", "photo"]);
});

async function film(): Promise<Buffer> {
  const frames = [0, 255].map((level) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: { r: level, g: 0, b: 0 } } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .webp()
    .toBuffer();
}

test("an empty, a cut, a broken, a heavy and an immense one are refused, each with its reason", async () => {
  const jpeg = await plain(400, 400).jpeg().toBuffer();
  expect(await refused(Buffer.alloc(0))).toEqual(["photo.empty", "photo"]);
  expect(await refused(jpeg.subarray(0, jpeg.length / 2))).toEqual(["photo.broken", "photo"]);
  expect(await refused(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3, 4, 5, 6, 7, 8]))).toEqual([
    "photo.broken",
    "photo",
  ]);
  expect(await refused(Buffer.concat([jpeg, Buffer.alloc(mostBytes)]))).toEqual(["photo.tooBig", "photo"]);
  for (const [width, height] of [
    [14_000, 14_000],
    [65_535, 65_535],
    [1, 100_000_000],
  ] as const)
    expect(await refused(await saying(width, height)), `${width} × ${height}`).toEqual([
      "photo.tooManyPixels",
      "photo",
    ]);
});

/** A small PNG whose head says it is of another size. */
async function saying(width: number, height: number): Promise<Buffer> {
  const png = await plain(4, 4).png().toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

test("many at once all come out, in turn", async () => {
  const given = await plain(1200, 900).jpeg().toBuffer();
  const drawn = await Promise.all(Array.from({ length: 8 }, () => redraw(given)));
  expect(new Set(drawn.map(({ width }) => width))).toEqual(new Set([1200]));
});
