import { Refusal } from "../../errors";
import { cellOf, findColumns, type Table } from "../../exchange/table";
import { type CodeScheme, canonicalCode } from "../model";

export const areaDecisions = ["same", "new", "skip", "predecessor"] as const;
export type AreaDecision = { decision: (typeof areaDecisions)[number]; area: string };

const names = {
  code: ["code", "代码"],
  decision: ["decision", "decide", "决定"],
  area: ["area", "区域", "same_as", "相同于"],
} as const;

const words: Record<string, AreaDecision["decision"]> = {
  相同: "same",
  新增: "new",
  跳过: "skip",
  前身: "predecessor",
};

/** Reads what was decided about rows that could not be told apart; the code is that of the row. */
export function readDecisions(table: Table, scheme: CodeScheme): Map<string, AreaDecision> {
  const columns = findColumns(table, names, ["code", "decision"]);
  const decisions = new Map<string, AreaDecision>();
  for (const row of table.rows) {
    const [code, written] = [cellOf(row, columns, "code"), cellOf(row, columns, "decision").toLowerCase()];
    if (written === "") continue;
    const decision =
      areaDecisions.find((known) => known === written) ?? (Object.hasOwn(words, written) ? words[written] : undefined);
    if (!decision) throw new Refusal("invalid", "area.import.decideWord", { line: row.line, value: written }, "decide");
    decisions.set(canonicalCode(scheme, code) ?? code, { decision, area: cellOf(row, columns, "area") });
  }
  return decisions;
}
