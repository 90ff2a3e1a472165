import type { OfficerRow, StationRow } from "../../lib/areas/queries-detail";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

type OfficersProps = {
  rows: OfficerRow[];
  texts: {
    caption: string;
    name: string;
    kind: string;
    from: string;
    to: string;
    serving: string;
    kinds: (row: OfficerRow) => string;
  };
};

/** Who serves and who served, with their days. */
export function OfficersTable({ rows, texts }: OfficersProps) {
  return (
    <Table caption={texts.caption} hideCaption stacked>
      <TableHead>
        <Th>{texts.name}</Th>
        <Th>{texts.kind}</Th>
        <Th>{texts.from}</Th>
        <Th>{texts.to}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id} className={row.endsOn ? "text-second" : ""}>
            <Th scope="row">{row.name}</Th>
            <Td>{texts.kinds(row)}</Td>
            <Td className="tabular-nums">{row.startsOn}</Td>
            <Td className="tabular-nums">{row.endsOn ?? texts.serving}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

type StationsProps = {
  rows: StationRow[];
  texts: {
    caption: string;
    name: string;
    field: string;
    area: string;
    from: string;
    to: string;
    open: string;
    fields: (row: StationRow) => string;
  };
};

/** Stations with field and days. */
export function StationsTable({ rows, texts }: StationsProps) {
  return (
    <Table caption={texts.caption} hideCaption stacked>
      <TableHead>
        <Th>{texts.name}</Th>
        <Th>{texts.field}</Th>
        <Th>{texts.area}</Th>
        <Th>{texts.from}</Th>
        <Th>{texts.to}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id} className={row.closedOn ? "text-second" : ""}>
            <Th scope="row">{row.name}</Th>
            <Td>{texts.fields(row)}</Td>
            <Td>{row.areaName}</Td>
            <Td className="tabular-nums">{row.openedOn}</Td>
            <Td className="tabular-nums">{row.closedOn ?? texts.open}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
