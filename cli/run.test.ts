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
    [["figures", "--from", "2026-03-01", "--to", "2026-03-02", "--as-of", "2026-02-30"], 2, "--as-of is"],
    [["figures", "--from", "2026-03-01", "--to", "2026-03-02", "--as-of", "+275760-09-13T00:00:00Z"], 2, "--as-of is"],
    [["figures", "--from", "2026-03-01", "--to", "2026-03-02", "--as-of", "1/1/2026 Z"], 2, "--as-of is"],
    [["figures", "--from", "0000-01-01", "--to", "2026-03-02"], 2, "days that exist"],
    [["figures", "--from", "2026-03-01", "--to", "9999-12-31"], 2, "days that exist"],
    [["figures", "--from", "0100-01-01", "--to", "2026-03-02", "--by", "day"], 1, "at most 10000"],
    [["figures", "--from", "2020-01-01", "--to", "2026-03-02", "--by", "day"], 0, "2026-03-02"],
    [["import", "areas", "x.csv", "--from", "2026-03-02", "--to", "2026-03-01"], 2, "in this order"],
    [
      ["account", "grant", "operator", "--role", "staff", "--area", "全国", "--from", "0000-01-01"],
      2,
      "--from cannot be",
    ],
    [["figures", "--from", "2026-03-01", "--to"], 2, "--to needs a value"],
    [["figures", "--from", "--to", "2026-03-01"], 2, "--from needs a value"],
    [["figures", "--json=yes", "--from", "2026-03-01", "--to", "2026-03-02"], 2, "--json takes no value"],
    [["account", "add", "Zhang San", "--name", "X"], 2, "LOGIN cannot be “Zhang San”: only a-z"],
    [["account", "add", "two\nlines\u001b[2J"], 2, "two\\u000alines\\u001b[2J"],
    [
      ["figures", "--from", "2026-03-01", "--to", "2026-03-02", "--by", "week"],
      2,
      "child, category, channel, day, month",
    ],
    [["imprt", "--json"], 2, "no command “imprt”"],
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
