import { expect, test } from "vitest";
import { type IsHeader, readTable } from "./table";
import { type RowBatch, streamTable } from "./table-stream";

/** Handed over in pieces that cut through letters, line ends and quotes. */
const inPieces = (bytes: Uint8Array, size: number) =>
  async function* () {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  };

async function streamed(bytes: Uint8Array, size: number, limits = {}, isHeader?: IsHeader) {
  const { columns, batches } = await streamTable(inPieces(bytes, size), limits, isHeader);
  const all: RowBatch = { rows: [], rejections: [] };
  for await (const { rows, rejections } of batches) {
    all.rows.push(...rows);
    all.rejections.push(...rejections);
  }
  return { columns, ...all };
}

const sheet = '\uFEFF名称;说明\r\n"街道";"两行\r\n说明"\r\n\r\n𠮷;"引""号"\r\n多;一;格\r\n短\r\n';

test.each([1, 2, 3, 7, 1000])("pieces of %i bytes make the same table", async (size) => {
  const { columns, rows, rejections } = readTable(sheet.replaceAll("\r\n", "\n").slice(1));
  expect(await streamed(Buffer.from(sheet), size)).toEqual({ columns, rows, rejections });
  for (const text of [sheet, sheet.slice(1)]) {
    expect(await streamed(Buffer.from(text, "utf16le"), size)).toEqual({ columns, rows, rejections });
    expect(await streamed(Buffer.from(text, "utf16le").swap16(), size)).toEqual({ columns, rows, rejections });
  }
});

test.each([1, 5, 1000])("titles above the header are passed over, in pieces of %i bytes too", async (size) => {
  const titled = '"区,工单";\n\n"说明\n两行";;\n名称;说明\n街道;好\n名称;说明\n';
  const isHeader = (columns: readonly string[]) => columns.includes("名称");
  const expected = {
    columns: ["名称", "说明"],
    rows: [{ line: 6, cells: ["街道", "好"] }],
    rejections: [expect.objectContaining({ line: 7, reason: "exchange.headerAgain" })],
  };
  expect(await streamed(Buffer.from(titled), size, {}, isHeader)).toEqual(expected);
  expect(readTable(titled, {}, isHeader)).toMatchObject(expected);
  await expect(streamed(Buffer.from(titled), size, {}, () => false)).resolves.toMatchObject({ columns: ["区,工单"] });
});

test("GB18030 is read in pieces", async () => {
  const bytes = Uint8Array.from([0xbd, 0xd6, 0xb5, 0xc0, 0x2c, 0x61, 0x0a, 0x31, 0x2c, 0xbd, 0xd6, 0x0a]);
  expect(await streamed(bytes, 1)).toMatchObject({ columns: ["街道", "a"], rows: [{ line: 2, cells: ["1", "街"] }] });
});

test("a long sheet comes in batches, and one that is too long is refused", async () => {
  const bytes = Buffer.from(`a,b\n${"1,2\n".repeat(12_000)}`);
  const { batches } = await streamTable(inPieces(bytes, 4096));
  const sizes: number[] = [];
  for await (const { rows } of batches) sizes.push(rows.length);
  expect(sizes).toEqual([5000, 5000, 2000]);
  await expect(streamed(bytes, 4096, { rows: 11_999 })).rejects.toMatchObject({ reason: "exchange.rows" });
});

test("a quote that is never closed, and a letter that is cut off, are refused", async () => {
  await expect(streamed(Buffer.from('a,b\n1,"2\n3,4\n'), 5)).rejects.toMatchObject({ reason: "exchange.malformed" });
  const cut = Buffer.from(`名称\n${"街道".repeat(30)}`).subarray(0, -1);
  await expect(streamed(cut, 5)).rejects.toMatchObject({ reason: "exchange.encoding", values: { encoding: "UTF-8" } });
});
