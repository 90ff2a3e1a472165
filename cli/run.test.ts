import { describe, expect, test } from "vitest";
import { cli } from "./testing";

describe("how a command is written", () => {
  test.each<[words: string[], code: number, says: string]>([
    [["import", "cases"], 2, "Expected: cli import cases FILE --map …"],
    [["import", "cases", "x.csv"], 2, "--map is needed"],
    [["import", "cases", "x.csv", "--map", "none.json"], 2, "none.json cannot be opened"],
    [["import", "cases", "x.csv", "--sudo"], 2, "no option “--sudo”"],
    [["import", "people", "x.csv"], 2, "no command “import people”"],
    [["figures", "--from", "2026-02-30", "--to", "2026-03-01"], 2, "days that exist"],
    [["figures", "--from", "2026-03-01", "--to", "2026-02-01"], 2, "days that exist"],
    [["figures", "--from", "2026-03-01", "--to", "2026-03-02", "--by", "mood"], 2, "--by cannot be “mood”"],
    [["figures", "--from", "2026-03-01", "--to", "2026-03-02", "--as-of", "now"], 2, "--as-of is"],
    [["figures", "--from", "2026-03-01", "--to", "2026-03-02", "--area", "' or 1=1"], 1, "No area is known"],
    [["figures", "--from", "2026-03-01", "--to", "2026-03-02", "--as", "nobody"], 1, "nobody"],
  ])("%j", async (words, code, says) => {
    const answer = await cli(words);
    expect(answer.text).toContain(says);
    expect(answer.code).toBe(code);
  });

  test("every command explains itself", async () => {
    const { text } = await cli(["help"]);
    const names = [...text.matchAll(/^ {2}([a-z]+(?: [a-z]+)*)/gm)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThanOrEqual(7);
    for (const name of names) {
      const help = await cli([...name.split(" "), "--help"]);
      expect([name, help.code]).toEqual([name, 0]);
      expect(help.text).not.toMatch(/cli\.(option|summary)\./);
    }
  });
});
