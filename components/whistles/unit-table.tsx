import type { WhistlePart } from "../../lib/cases/whistles/model";
import type { UnitGroup, UnitLine } from "../../lib/cases/whistles/standing";
import type { Rate } from "../../lib/figures/rate";
import { formatNumber, formatShare, type Locale } from "../../lib/format";
import { AppLink } from "../ui/app-link";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

export type UnitTexts = {
  caption: string;
  unit: string;
  rank: string;
  called: string;
  arrived: string;
  answered: string;
  late: string;
  pending: string;
  withdrawn: string;
  tooFew: string;
  nothing: string;
  similar: string;
  kind: (kind: string) => string;
  of: (rate: Rate) => string;
};
type Address = `/whistles?${string}`;
type Props = {
  groups: readonly UnitGroup[];
  hrefOf: (unit: string, part: WhistlePart) => Address;
  texts: UnitTexts;
  locale: Locale;
};

/** Unit by unit, like beside like: every number leads to its calls. */
export function UnitTable({ groups, hrefOf, texts, locale }: Props) {
  const line = { hrefOf, texts, locale };
  return (
    <Table caption={texts.caption} hideCaption>
      <TableHead>
        <Th numeric className="w-14">
          {texts.rank}
        </Th>
        <Th className="min-w-44">{texts.unit}</Th>
        <Th numeric>{texts.called}</Th>
        <Th numeric>{texts.arrived}</Th>
        <Th numeric>{texts.answered}</Th>
        <Th numeric>{texts.late}</Th>
        <Th numeric>{texts.pending}</Th>
        <Th numeric>{texts.withdrawn}</Th>
      </TableHead>
      {groups.map(({ kind, ranked, tooFew, nothing }) => (
        <tbody key={kind}>
          <Heading title={texts.kind(kind)} />
          {ranked.map((row) => (
            <Line key={row.id} row={row} {...line} />
          ))}
          {tooFew.length > 0 ? <Heading title={texts.tooFew} quiet /> : null}
          {tooFew.map((row) => (
            <Line key={row.id} row={row} {...line} />
          ))}
          {nothing.length > 0 ? <Heading title={texts.nothing} quiet /> : null}
          {nothing.map((row) => (
            <Line key={row.id} row={row} {...line} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function Heading({ title, quiet = false }: { title: string; quiet?: boolean }) {
  const look = quiet ? "font-normal text-second" : "font-semibold";
  return (
    <tr className="border-t border-line bg-paper">
      <th colSpan={8} scope="rowgroup" className={`px-3 py-1 text-start ${look}`}>
        {title}
      </th>
    </tr>
  );
}

function Line({ row, hrefOf, texts, locale }: { row: UnitLine } & Omit<Props, "groups">) {
  const count = (part: WhistlePart) => (
    <AppLink
      href={hrefOf(row.id, part)}
      className={`touch underline-offset-2 hover:underline ${part === "late" && row.late > 0 ? "text-accent" : ""}`}
    >
      {formatNumber(locale, row[part])}
    </AppLink>
  );
  const share = (rate: Rate, part: WhistlePart) =>
    rate.value === null ? (
      <span className="text-faint">–</span>
    ) : (
      <AppLink href={hrefOf(row.id, part)} className="touch underline-offset-2 hover:underline">
        {formatShare(locale, rate.value)} <span className="text-second">{texts.of(rate)}</span>
      </AppLink>
    );
  return (
    <Tr>
      <Td numeric className="text-second">
        {row.rank}
        {row.rank === null || row.clear ? null : (
          <span title={texts.similar}>
            <span aria-hidden="true">≈</span>
            <span className="sr-only">{texts.similar}</span>
          </span>
        )}
      </Td>
      <Td>
        <span className="font-semibold">{row.name}</span>
        {row.areaName ? <span className="ms-2 text-second">{row.areaName}</span> : null}
      </Td>
      <Td numeric>{count("called")}</Td>
      <Td numeric>{share(row.came, "arrival-due")}</Td>
      <Td numeric>{share(row.inTime, "answer-due")}</Td>
      <Td numeric>{count("late")}</Td>
      <Td numeric>{count("open")}</Td>
      <Td numeric>{count("withdrawn")}</Td>
    </Tr>
  );
}
