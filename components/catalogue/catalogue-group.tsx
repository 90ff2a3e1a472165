import type { ReactNode } from "react";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

export type CatalogueLine = {
  code: string;
  name: string;
  close: string;
  contact: string;
  marks: string[];
  words: string;
  origin: string;
  isOff: boolean;
};
type Texts = Record<
  "code" | "name" | "close" | "contact" | "marks" | "words" | "origin" | "off" | "edit" | "add",
  string
>;

/** One group of the catalogue with what belongs to it; `children` is the form that adds another. */
export function CatalogueGroup({
  group,
  lines,
  texts,
  children,
}: {
  group: CatalogueLine;
  lines: CatalogueLine[];
  texts: Texts;
  children: ReactNode;
}) {
  return (
    <section id={`c${group.code}`} className="grid gap-2">
      <div className="flex flex-wrap items-baseline gap-3">
        <h2 className="text-lg font-semibold">
          {group.code} {group.name}
        </h2>
        {group.marks.map((mark) => (
          <Badge key={mark}>{mark}</Badge>
        ))}
        <AppLink href={`/catalogue/${group.code}`} className="text-sm underline underline-offset-2">
          {texts.edit}
          <span className="sr-only"> {group.name}</span>
        </AppLink>
      </div>
      <Table caption={group.name} hideCaption stacked className="sm:[&_table]:table-fixed">
        <TableHead>
          <Th className="w-20">{texts.code}</Th>
          <Th className="w-56">{texts.name}</Th>
          <Th className="w-32">{texts.close}</Th>
          <Th className="w-28">{texts.contact}</Th>
          <Th className="w-52">{texts.marks}</Th>
          <Th>{texts.words}</Th>
          <Th className="w-24">{texts.origin}</Th>
        </TableHead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.code} line={line} texts={texts} />
          ))}
        </tbody>
      </Table>
      <details className="text-sm print:hidden">
        <summary className="touch w-fit cursor-pointer text-second hover:text-ink">{texts.add}</summary>
        <div className="py-3">{children}</div>
      </details>
    </section>
  );
}

function Line({ line, texts }: { line: CatalogueLine; texts: Texts }) {
  return (
    <Tr id={`c${line.code}`}>
      <Td className="text-second tabular-nums">{line.code}</Td>
      <Td lead>
        <AppLink href={`/catalogue/${line.code}`} className="font-semibold hover:underline">
          {line.name}
        </AppLink>
        {line.isOff ? <span className="ms-2 text-faint">{texts.off}</span> : null}
      </Td>
      <Td label={texts.close} className="whitespace-nowrap">
        {line.close}
      </Td>
      <Td label={texts.contact} className="whitespace-nowrap">
        {line.contact}
      </Td>
      <Td>{line.marks.join(" · ")}</Td>
      <Td className="text-second">{line.words}</Td>
      <Td className="whitespace-nowrap text-second">{line.origin}</Td>
    </Tr>
  );
}
