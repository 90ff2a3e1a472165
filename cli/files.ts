import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename } from "node:path";
import { decodeText } from "../lib/exchange/text";
import { Usage } from "./command";

const mostBytes = 256 * 1024 * 1024;

export type GivenFile = { name: string; hash: string; text: string };

/** A file named on the command line, as text. */
export function readGiven(path: string): GivenFile {
  const bytes = bytesOf(path);
  if (bytes.length > mostBytes)
    throw new Usage("cli.fileMissing", { file: `${path} (> ${mostBytes / 1024 / 1024} MB)` });
  return { name: basename(path), hash: createHash("sha256").update(bytes).digest("hex"), text: decodeText(bytes).text };
}

/** A file that is read piece by piece, from the start each time. */
export function streamGiven(path: string) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new Usage("cli.fileMissing", { file: path });
  return {
    name: basename(path),
    size: found.size,
    bytes: () => createReadStream(path, { highWaterMark: 1024 * 1024 }),
  };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new Usage("cli.fileMissing", { file: path });
    throw error;
  }
}

/** The place beside a file for what came of it: list.csv → list.rejected.csv. */
export function besideOf(path: string, word: string): string {
  return `${path.replace(/\.[^./\\]+$/, "")}.${word}.csv`;
}

export function writeGiven(path: string, text: string): void {
  orUnwritable(path, () => writeFileSync(path, text));
}

/** Asked before any work is done: what was kept out must not be lost because there was no place for it. */
export function refuseUnwritable(path: string): void {
  const isNew = !existsSync(path);
  orUnwritable(path, () => closeSync(openSync(path, "a")));
  if (isNew) rmSync(path);
}

function orUnwritable(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new Usage("cli.fileUnwritable", { file: path });
    throw error;
  }
}
