import type { CaseRow } from "../../lib/cases/queries";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { excerptOf, Marked } from "../ui/marked";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { DueBadge, type DueTexts } from "./due-badge";

export type CaseTableTexts = DueTexts & {
  notCounted: string;
  caption: string;
  empty: string;
  emptyHelp: string;
  number: string;
  title: string;
  area: string;
  category: string;
  state: string;
  unit: string;
  noUnit: string;
  registeredAt: string;
  due: string;
  unplaced: string;
  urgent: string;
  stateOf: (row: CaseRow) => string;
  categoryOf: (row: CaseRow) => string;
  time: (at: Date) => string;
};

type Props = {
  rows: readonly CaseRow[];
  now: Date;
  /** Words that were looked for. */
  terms?: readonly string[];
  texts: CaseTableTexts;
};

/** Requests as rows; the title leads to the request. */
export function CaseTable({ rows, now, terms = [], texts }: Props) {
  if (rows.length === 0) return <EmptyState title={texts.empty} text={texts.emptyHelp} />;
  return (
    <Table caption={texts.caption} hideCaption stacked>
      <TableHead>
        <Th numeric>{texts.number}</Th>
        <Th className="min-w-56">{texts.title}</Th>
        <Th>{texts.area}</Th>
        <Th>{texts.category}</Th>
        <Th>{texts.state}</Th>
        <Th>{texts.unit}</Th>
        <Th>{texts.registeredAt}</Th>
        <Th>{texts.due}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td numeric spare className="text-second">
              {row.number}
            </Td>
            <Td lead>
              <p className="flex flex-wrap items-center gap-x-2">
                <AppLink href={`/cases/${row.id}`} data-row="" className="max-sm:covering hover:underline">
                  <Marked text={row.title} terms={terms} />
                </AppLink>
                {row.urgent ? <Badge tone="late">{texts.urgent}</Badge> : null}
              </p>
              <Said row={row} terms={terms} />
            </Td>
            <Td className="whitespace-nowrap text-second">
              {row.placed ? row.areaName : `${row.areaName} · ${texts.unplaced}`}
            </Td>
            <Td spare className="text-second">
              {texts.categoryOf(row)}
            </Td>
            <Td className="whitespace-nowrap">{texts.stateOf(row)}</Td>
            <Td className={row.unitName ? "text-second" : "text-faint"}>{row.unitName ?? texts.noUnit}</Td>
            <Td spare className="whitespace-nowrap text-second">
              {texts.time(row.registeredAt)}
            </Td>
            <Td>
              {row.validity === "valid" ? (
                <DueBadge
                  due={row.closeDueAt}
                  done={row.closedAt}
                  now={now}
                  deferred={row.deferredAt !== null}
                  texts={texts}
                />
              ) : (
                <span className="text-sm text-faint">{texts.notCounted}</span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Where the title has none of the words, the place among the rest that has. */
function Said({ row, terms }: { row: CaseRow; terms: readonly string[] }) {
  if (terms.length === 0 || excerptOf(row.title, terms) !== null) return null;
  const excerpt = excerptOf(row.said ?? "", terms);
  if (excerpt === null) return null;
  return (
    <p className="text-second">
      <Marked text={excerpt} terms={terms} />
    </p>
  );
}
