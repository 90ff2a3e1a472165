import { Refusal } from "../errors";
import { WesternLetters } from "./western";
import { type WideEncoding, WideLetters } from "./wide-letters";

export type Encoding = "utf-8" | "gb18030" | WideEncoding;
export type Decoded = { text: string; encoding: Encoding };

/** Reads a file as text: UTF-8 or UTF-16 with or without BOM, else GB18030. Anything else is refused by name. */
export function decodeText(bytes: Uint8Array): Decoded {
  const foreign = foreignFormat(bytes);
  if (foreign) throw new Refusal("invalid", "exchange.encoding", { encoding: foreign }, "file");
  const decoded = utf16(bytes) ?? utf8(bytes) ?? gb18030(bytes);
  if (decoded.text.includes("\0")) throw new Refusal("invalid", "exchange.encoding", { encoding: "NUL" }, "file");
  return { ...decoded, text: decoded.text.replace(lineEnds, "\n") };
}

export const lineEnds = /\r\n?|\u2028|\u2029/g;
export const privateLetters = /[\uE000-\uF8FF\u0080-\u009F]/;

const signatures: [name: string, bytes: number[]][] = [
  ["UTF-32LE", [0xff, 0xfe, 0x00, 0x00]],
  ["UTF-32BE", [0x00, 0x00, 0xfe, 0xff]],
  ["UTF-7", [0x2b, 0x2f, 0x76]],
  ["XLSX/ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["XLS", [0xd0, 0xcf, 0x11, 0xe0]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["GZIP", [0x1f, 0x8b]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["SPSS", [0x24, 0x46, 0x4c, 0x32]],
  ["SPSS", [0x24, 0x46, 0x4c, 0x33]],
  ["Stata", [0x3c, 0x73, 0x74, 0x61, 0x74, 0x61, 0x5f, 0x64, 0x74, 0x61, 0x3e]],
];

export function foreignFormat(bytes: Uint8Array): string | null {
  return signatures.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? null;
}

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The encoding that the first bytes of a file name. */
export function markedWide(bytes: Uint8Array): WideEncoding | null {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  return startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
}

function utf16(bytes: Uint8Array): Decoded | null {
  const encoding = markedWide(bytes) ?? unmarkedWide(bytes);
  return encoding && { text: decode(encoding, bytes) ?? damaged(encoding.toUpperCase()), encoding };
}

function unmarkedWide(bytes: Uint8Array): WideEncoding | null {
  if (!bytes.includes(0)) return null;
  const letters = new WideLetters();
  letters.add(bytes);
  return letters.encoding(decode("utf-8", bytes) !== null);
}

function utf8(bytes: Uint8Array): Decoded | null {
  const text = decode("utf-8", bytes);
  if (text !== null) return { text, encoding: "utf-8" };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf]) || isMostlyUtf8(bytes)) damaged("UTF-8");
  return null;
}

/** A UTF-8 file with a few broken bytes would otherwise pass as GB18030 and turn into other characters. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[\u0800-\uFFFC]/g)?.length ?? 0;
  return sound > broken * 20;
}

/** Read as GB18030 the letters of a Western code page would turn into others. */
export const western = "ISO-8859 / Windows-125x";

function gb18030(bytes: Uint8Array): Decoded {
  const letters = new WesternLetters();
  letters.add(bytes);
  if (letters.areMost) damaged(western);
  const text = decode("gb18030", bytes);
  if (text === null || privateLetters.test(text)) damaged("?");
  return { text, encoding: "gb18030" };
}

function decode(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

export function damaged(encoding: string): never {
  throw new Refusal("invalid", "exchange.encoding", { encoding }, "file");
}
