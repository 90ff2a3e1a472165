import { expect, test } from "vitest";
import { decodeText } from "./text";

const gb = Uint8Array.from([0xbd, 0xd6, 0xb5, 0xc0, 0x2c, 0x31]);

test("UTF-8 is read with and without its mark, and line ends become one", () => {
  const text = "名称,代码\r\n金阳,1\r";
  expect(decodeText(Buffer.from(text))).toEqual({ text: "名称,代码\n金阳,1\n", encoding: "utf-8" });
  expect(decodeText(Buffer.from(`\uFEFF${text}`)).text).toBe("名称,代码\n金阳,1\n");
});

test("GB18030 is read", () => {
  expect(decodeText(gb)).toEqual({ text: "街道,1", encoding: "gb18030" });
});

const little = (text: string) => Buffer.from(text, "utf16le");
const big = (text: string) => little(text).swap16();

test.each(["街道", "名称,说明\n上一一中心,一　上下\n", "name,code\nAllston,1\n"])(
  "UTF-16 of %j is read by its mark",
  (text) => {
    expect(decodeText(little(`\uFEFF${text}`))).toEqual({ text, encoding: "utf-16le" });
    expect(decodeText(big(`\uFEFF${text}`))).toEqual({ text, encoding: "utf-16be" });
  },
);

test.each(["名称,说明\n上一一中心,一　上下\n", "name,code\nAllston,1\n"])(
  "UTF-16 of %j is read without a mark",
  (text) => {
    expect(decodeText(little(text))).toEqual({ text, encoding: "utf-16le" });
    expect(decodeText(big(text))).toEqual({ text, encoding: "utf-16be" });
  },
);

test.each([
  ["XLSX/ZIP", [0x50, 0x4b, 0x03, 0x04, 0x14]],
  ["XLS", [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ["UTF-16BE", [0xfe, 0xff, 0x88, 0x57, 0x88]],
  ["UTF-32LE", [0xff, 0xfe, 0x00, 0x00]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["JPEG", [0xff, 0xd8, 0xff, 0xe0, ...Buffer.from("JFIF")]],
  ["NUL", [0x61, 0x00, 0x62]],
  ["NUL", [...Buffer.from("name,code\nx,\0\n")]],
  ["NUL", [..."name,code\nx,1\n"].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0])],
  ["UTF-16LE", [0xff, 0xfe, 0x61]],
  ["?", [0x61, 0xff, 0xff, 0x0a]],
  ["ISO-8859 / Windows-125x", [...Buffer.from("Straße;Länge\nKöln;6,9\n", "latin1")]],
])("%s is refused by name", (encoding, bytes) => {
  expect(() => decodeText(Uint8Array.from(bytes))).toThrow(
    expect.objectContaining({ reason: "exchange.encoding", values: { encoding } }),
  );
});

test("a damaged UTF-8 file does not turn into other characters", () => {
  const bytes = Buffer.concat([
    Buffer.from("街道社区网格".repeat(20)),
    Buffer.from([0xe8, 0x2c]),
    Buffer.from("贵阳".repeat(20)),
  ]);
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ values: { encoding: "UTF-8" } }));
});
