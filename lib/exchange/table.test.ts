import { expect, test } from "vitest";
import { cellOf, findColumns, readTable } from "./table";

test.each([",", ";", "\t"])("the separator %j is found, and quoted ones are text", (separator) => {
  const table = readTable(`name${separator}note\n"a${separator}b"${separator}c\n`);
  expect(table.separator).toBe(separator);
  expect(table.rows).toEqual([{ line: 2, cells: [`a${separator}b`, "c"] }]);
});

test("lines are those of the file, with quoted newlines and empty lines", () => {
  const table = readTable('a,b\n\n1,"x\ny"\n\n ,\n2,3');
  expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [3, "1", "x\ny"],
    [7, "2", "3"],
  ]);
});

test("a row that does not fit the header is rejected with its line, the rest stays", () => {
  const table = readTable("a,b\n1,2,3\n4,5,,\n6\n");
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ["4", "5"],
    ["6", ""],
  ]);
  expect(table.rejections).toMatchObject([{ line: 2, reason: "exchange.cells", values: { found: 3, expected: 2 } }]);
});

test("headers named like members of objects are headers like others", () => {
  const table = readTable("__proto__,constructor,name\n1,2,3\n");
  const columns = findColumns(table, { name: ["name"] }, ["name"]);
  expect(cellOf(table.rows[0] ?? { line: 0, cells: [] }, columns, "name")).toBe("3");
  expect(columns.extra).toEqual(["__proto__", "constructor"]);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("missing and repeated columns are named", () => {
  const names = { code: ["code", "代码"], name: ["name", "名称"] };
  expect(() => findColumns(readTable("代码,x\n1,2"), names, ["code", "name"])).toThrow(
    expect.objectContaining({ reason: "exchange.columnMissing", values: { columns: "name/名称", found: "代码, x" } }),
  );
  expect(() => findColumns(readTable("name,代码,Name \n1,2,3"), names, ["name"])).toThrow(
    expect.objectContaining({ reason: "exchange.columnTwice", values: { column: "name" } }),
  );
});

test("a sheet has a header, rows, and no more than the limit of each", () => {
  const reasonOf = (text: string, limits = {}) => {
    try {
      readTable(text, limits);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : error;
    }
  };
  expect(reasonOf("")).toBe("exchange.empty");
  expect(reasonOf("a,b\n")).toBe("exchange.empty");
  expect(reasonOf("a\n1\n2\n3", { rows: 2 })).toBe("exchange.rows");
  expect(reasonOf("a,b,c\n1,2,3", { columns: 2 })).toBe("exchange.columns");
  expect(reasonOf('a,b\n1,"never closed')).toBe("exchange.malformed");
  expect(reasonOf("a\n1\n2", { rows: 2 })).toBe(null);
  expect(readTable("a\n12345", { cell: 4 }).rejections).toMatchObject([
    { line: 2, column: "a", reason: "exchange.cellLong" },
  ]);
});

test("a first line that names the separator is obeyed", () => {
  expect(readTable("sep=;\na;b\n1;2").rows).toEqual([{ line: 3, cells: ["1", "2"] }]);
});

test("what keeps a text a text in a spreadsheet does not belong to it, and nothing is computed", () => {
  const { rows } = readTable(`a,b,c,d\n="0012","=""0013""",'=1+1,=1+1\n'-x,\t0014\t,='',it's\n'0015,\`0016,'90s,'\n`);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["0012", "0013", "=1+1", "=1+1"],
    ["-x", "0014", "=''", "it's"],
    ["0015", "0016", "'90s", "'"],
  ]);
});
