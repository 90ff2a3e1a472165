import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { closeConnections } from "../db/index";
import { closeOwner } from "./context";
import { runWords } from "./run";

/** A folder for the files of one test file, gone afterwards. */
export const folder = mkdtempSync(join(tmpdir(), "grid133-hostile-"));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await closeConnections();
  await closeOwner();
});

/** Writes a file and answers its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Calls the command line as a shell would, and gathers what it says. */
export async function cli(words: string[]) {
  const [out, told]: [string[], string[]] = [[], []];
  const code = await runWords([...words, "--lang", "en"], {
    print: (text) => out.push(text),
    tell: (text) => told.push(text),
  });
  const text = [...out, ...told].join("\n");
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|PostgresError|insert into|select /);
  return { code, text };
}
