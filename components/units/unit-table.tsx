import type { UnitRow } from "../../lib/units/queries";
import { AppLink } from "../ui/app-link";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

type TableProps = {
  rows: UnitRow[];
  texts: {
    caption: string;
    name: string;
    kind: string;
    area: string;
    state: string;
    kinds: (row: UnitRow) => string;
    states: (row: UnitRow) => string;
  };
};

/** Units with kind, area and whether requests can be given to them. */
export function UnitTable({ rows, texts }: TableProps) {
  return (
    <Table caption={texts.caption} hideCaption stacked>
      <TableHead>
        <Th className="min-w-48">{texts.name}</Th>
        <Th>{texts.kind}</Th>
        <Th>{texts.area}</Th>
        <Th>{texts.state}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id} className={row.closedOn ? "text-second" : ""}>
            <Td lead>
              <AppLink href={`/units/${row.id}`} data-row="" className="max-sm:covering hover:underline">
                {row.name}
              </AppLink>
            </Td>
            <Td className="whitespace-nowrap">{texts.kinds(row)}</Td>
            <Td>{row.areaName}</Td>
            <Td className="whitespace-nowrap">{texts.states(row)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
