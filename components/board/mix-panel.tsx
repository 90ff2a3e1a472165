import type { Route } from "next";
import type { BoardFigure, BoardView, FigureKey } from "../../lib/board/model";
import { formatChange, formatNumber, formatShare } from "../../lib/format";
import { AppLink } from "../ui/app-link";
import { BareTable, TableHead, Td, Th, Tr } from "../ui/table";
import type { Against } from "./change-mark";
import type { Words } from "./words";

/** `earlier`: how many there were in the period compared with. */
type Row = { key: string; name: string; n: number; share: number; earlier: number | null; href: string | null };

const shown = 8;
const restKey = "rest";
const reasons: readonly FigureKey[] = [
  "reason_solved",
  "reason_explained",
  "reason_not_ours",
  "reason_withdrawn",
  "reason_duplicate",
];

type MixProps = { view: BoardView; words: Words };
type ComparedProps = MixProps & { against: Against };

/** What cases are about. */
export function CategoryMix(props: ComparedProps & { categoryNames: Record<string, string> }) {
  const { view, against, categoryNames, words } = props;
  const { t } = words;
  const rows = view.categories.map((row) => ({
    ...row,
    earlier: row[against],
    name: categoryNames[row.key] ?? (row.key === "none" ? t("board.uncategorized") : row.key),
  }));
  return (
    <MixTable title={t("board.categories")} head={t("board.category")} rows={withRest(rows, words)} words={words} />
  );
}

/** Where cases came from. */
export function ChannelMix({ view, against, words }: ComparedProps) {
  const { t } = words;
  const rows = view.channels.map((row) => ({ ...row, earlier: row[against], name: t(`case.channels.${row.key}`) }));
  return <MixTable title={t("board.channels")} head={t("board.channel")} rows={rows} words={words} />;
}

/** Why they were closed. */
export function ReasonMix({ view, words }: MixProps) {
  const { t } = words;
  const rows = view.serve.filter(({ key }) => reasons.includes(key)).flatMap((figure) => reasonRow(figure, words));
  if (!rows.some(({ n }) => n > 0)) return null;
  return <MixTable title={t("board.reasons")} head={t("board.reason")} rows={rows} words={words} />;
}

/** A table whose bars are its chart. */
function MixTable({ title, head, rows, words }: { title: string; head: string; rows: Row[]; words: Words }) {
  const { t, locale } = words;
  const most = Math.max(...rows.filter(isNamed).map(({ share }) => share), 0.01);
  const compared = rows.some(({ earlier }) => earlier !== null);
  return (
    <BareTable caption={title}>
      <TableHead>
        <Th>{head}</Th>
        <Th className="w-2/5">
          <span className="sr-only">{t("board.share")}</span>
        </Th>
        <Th numeric>{t("board.counted")}</Th>
        <Th numeric>{t("board.share")}</Th>
        {compared ? <Th numeric>{t("board.change")}</Th> : null}
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.key}>
            <Td className="min-w-24">
              <MixName row={row} />
            </Td>
            <Td>
              {isNamed(row) ? (
                <div aria-hidden="true" className="h-3 bg-edge" style={{ width: `${(row.share / most) * 100}%` }} />
              ) : null}
            </Td>
            <Td numeric>{formatNumber(locale, row.n)}</Td>
            <Td numeric className="text-second">
              {formatShare(locale, row.share)}
            </Td>
            {compared ? (
              <Td numeric className="text-second">
                {row.earlier === null ? "" : formatChange(locale, row.n - row.earlier, 0)}
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </BareTable>
  );
}

function MixName({ row }: { row: Row }) {
  if (row.href === null) return <span className="text-second">{row.name}</span>;
  // The domain builds the address from a page that stands, with a query; a text cannot carry the type.
  return (
    <AppLink href={row.href as Route} className="covering hover:underline">
      {row.name}
    </AppLink>
  );
}

/** What is left over is no category: a bar of its sum would dwarf those it stands beside. */
const isNamed = ({ key }: Row) => key !== restKey;

/** The largest few; what is left stands as one row, so that the column still adds up. */
function withRest(rows: Row[], { t }: Words): Row[] {
  if (rows.length <= shown + 1) return rows;
  const rest = rows.slice(shown);
  const sum = (of: (row: Row) => number) => rest.reduce((total, row) => total + of(row), 0);
  const name = t("board.others", { n: rest.length });
  return [
    ...rows.slice(0, shown),
    {
      key: restKey,
      name,
      n: sum((row) => row.n),
      share: sum((row) => row.share),
      earlier: rest.some(({ earlier }) => earlier !== null) ? sum((row) => row.earlier ?? 0) : null,
      href: null,
    },
  ];
}

function reasonRow({ key, numerator, value, href }: BoardFigure, { t }: Words): Row[] {
  if (value === null || numerator === null) return [];
  return [{ key, name: t(`figure.${key}.label`), n: numerator, share: value, earlier: null, href }];
}
