import { Table, TableHead, Td, Th, Tr } from "../ui/table";

type Rejection = { line: number; column: string | null; value: string | null; reason: string };
export type Report = {
  hash: string;
  applied: boolean;
  read: number;
  new: number;
  changed: number;
  same: number;
  rejected: number;
  leftOut?: number;
  rejections: Rejection[];
  notices: string[];
};
export type RejectionTexts = Record<"rejections" | "line" | "column" | "value" | "reason", string>;

/** The rows that stay out, each with what is wrong in which column. */
export function Rejections({ rejections, texts }: { rejections: Rejection[]; texts: RejectionTexts }) {
  if (rejections.length === 0) return null;
  return (
    <Table caption={texts.rejections}>
      <TableHead>
        <Th numeric>{texts.line}</Th>
        <Th>{texts.column}</Th>
        <Th>{texts.value}</Th>
        <Th>{texts.reason}</Th>
      </TableHead>
      <tbody>
        {rejections.map(({ line, column, value, reason }) => (
          <Tr key={`${line} ${column} ${reason}`}>
            <Td numeric>{line}</Td>
            <Td>{column ?? "–"}</Td>
            <Td className="break-all">{value ?? "–"}</Td>
            <Td>{reason}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
