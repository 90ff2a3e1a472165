import { createHash } from "node:crypto";
import { Refusal } from "../errors";
import {
  damaged,
  type Encoding,
  foreignFormat,
  lineEnds,
  markedWide,
  privateLetters,
  startsWith,
  western,
} from "./text";
import { WesternLetters } from "./western";
import { WideLetters } from "./wide-letters";

/** The bytes of a file, from the start each time it is called. */
export type Bytes = () => AsyncIterable<Uint8Array>;

/** Goes through a file once and tells how it is written; what cannot be read is refused by name, as `decodeText` does. */
export async function sniff(bytes: Bytes): Promise<{ encoding: Encoding; hash: string }> {
  const hash = createHash("sha256");
  const strict = new TextDecoder("utf-8", { fatal: true });
  const share = new Share();
  const wide = new WideLetters();
  const alone = new WesternLetters();
  let start = Buffer.alloc(0);
  let isUtf8 = true;
  for await (const chunk of bytes()) {
    hash.update(chunk);
    if (start.length < 8) start = Buffer.concat([start, chunk.subarray(0, 8)]);
    isUtf8 &&= decodes(strict, chunk);
    share.add(chunk);
    wide.add(chunk);
    alone.add(chunk);
    if (wide.hasZeros) refuseForeign(start);
  }
  refuseForeign(start);
  isUtf8 &&= decodes(strict, null);
  const encoding = markedWide(start) ?? (wide.hasZeros ? (wide.encoding(isUtf8) ?? refuse("NUL")) : null);
  const narrow = encoding ?? encodingOf(start, isUtf8, share);
  if (narrow === "gb18030" && alone.areMost) refuse(western);
  return { hash: hash.digest("hex"), encoding: narrow };
}

function refuseForeign(start: Uint8Array): void {
  const foreign = foreignFormat(start);
  if (foreign) refuse(foreign);
}

/** How much of a file reads as UTF-8, where not all of it does. */
class Share {
  private readonly decoder = new TextDecoder("utf-8");
  private broken = 0;
  private sound = 0;

  add(chunk: Uint8Array): void {
    const text = this.decoder.decode(chunk, { stream: true });
    this.broken += text.match(/\uFFFD/g)?.length ?? 0;
    this.sound += text.match(/[\u0800-\uFFFC]/g)?.length ?? 0;
  }

  get isMost(): boolean {
    return this.sound > this.broken * 20;
  }
}

function encodingOf(start: Uint8Array, isUtf8: boolean, share: Share): Encoding {
  if (isUtf8) return "utf-8";
  return startsWith(start, [0xef, 0xbb, 0xbf]) || share.isMost ? damaged("UTF-8") : "gb18030";
}

function decodes(decoder: TextDecoder, chunk: Uint8Array | null): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The text of a file in pieces, with line ends of one kind. */
export async function* textOf(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let held = "";
  for await (const chunk of bytes()) {
    const text = held + pieceOf(decoder, chunk, encoding);
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(lineEnds, "\n");
  }
  yield (held + pieceOf(decoder, null, encoding)).replace(lineEnds, "\n");
}

function pieceOf(decoder: TextDecoder, chunk: Uint8Array | null, encoding: Encoding): string {
  const text = decoded(decoder, chunk) ?? damaged(encoding === "gb18030" ? "?" : encoding.toUpperCase());
  if (encoding === "gb18030" && privateLetters.test(text)) damaged("?");
  if (text.includes("\0")) refuse("NUL");
  return text;
}

function decoded(decoder: TextDecoder, chunk: Uint8Array | null): string | null {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function refuse(encoding: string): never {
  throw new Refusal("invalid", "exchange.encoding", { encoding }, "file");
}
