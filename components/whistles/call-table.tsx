import type { CallRow } from "../../lib/cases/whistles/queries-units";
import { DueBadge, type DueTexts } from "../cases/due-badge";
import { AppLink } from "../ui/app-link";
import { EmptyState } from "../ui/empty-state";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

export type CallTexts = DueTexts & {
  caption: string;
  empty: string;
  unit: string;
  request: string;
  task: string;
  calledAt: string;
  arrival: string;
  reply: string;
  outcome: string;
  time: (at: Date) => string;
  outcomeOf: (row: CallRow) => string;
};

/** The calls behind a number, each leading to its request. */
export function CallTable({ rows, now, texts }: { rows: readonly CallRow[]; now: Date; texts: CallTexts }) {
  if (rows.length === 0) return <EmptyState title={texts.empty} />;
  return (
    <Table caption={texts.caption} hideCaption>
      <TableHead>
        <Th>{texts.unit}</Th>
        <Th className="min-w-48">{texts.task}</Th>
        <Th className="min-w-48">{texts.request}</Th>
        <Th>{texts.calledAt}</Th>
        <Th>{texts.arrival}</Th>
        <Th>{texts.reply}</Th>
        <Th>{texts.outcome}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>{row.unitName}</Td>
            <Td>{row.task}</Td>
            <Td>
              <AppLink href={`/cases/${row.caseId}#whistles`} data-row="" className="font-semibold hover:underline">
                {row.title}
              </AppLink>
              <span className="ms-2 text-second">№ {row.number}</span>
            </Td>
            <Td className="whitespace-nowrap text-second">{texts.time(row.calledAt)}</Td>
            <Td>
              <DueBadge due={row.arriveDueAt} done={row.arrivedAt} now={row.endedAt ?? now} texts={texts} />
            </Td>
            <Td>
              <DueBadge due={row.dueAt} done={row.answeredAt} now={row.endedAt ?? now} texts={texts} />
            </Td>
            <Td className="whitespace-nowrap text-second">{texts.outcomeOf(row)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
