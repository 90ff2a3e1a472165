import type { Route } from "next";
import type { ChildRow } from "../../lib/board/model";
import { formatNumber, formatShare } from "../../lib/format";
import { IntervalBar } from "../charts/interval-bar";
import { AppLink } from "../ui/app-link";
import { BareTable, TableHead, Td, Th } from "../ui/table";
import { FigureValue } from "./figure-tile";
import type { Words } from "./words";

type Children = { ranked: ChildRow[]; tooFew: ChildRow[]; nothing: ChildRow[]; unplaced: number };
type PanelProps = { rows: Children; overall: number | null; hrefOf: (row: ChildRow) => string; words: Words };

/** The areas below in one table: ranked with whiskers, then those with too few to rank, then those with nothing due. */
export function ChildrenPanel({ rows, overall, hrefOf, words }: PanelProps) {
  const { t, locale } = words;
  const domain = domainOf([...rows.ranked, ...rows.tooFew]);
  const row = { overall, domain, hrefOf, words };
  return (
    <div className="grid gap-2 [&_:is(td,th)]:px-2">
      <BareTable caption={t("board.children")} hideCaption>
        <TableHead>
          <Th numeric className="w-12 max-sm:w-8">
            {t("board.rank")}
          </Th>
          <Th>{t("board.area")}</Th>
          <Th className="w-[30%] max-sm:w-[24%]">
            <span className="flex justify-between font-normal text-faint">
              <span>{formatShare(locale, domain[0], 0)}</span>
              <span>{formatShare(locale, domain[1], 0)}</span>
            </span>
          </Th>
          <Th numeric className="break-keep whitespace-normal!">
            {t("board.rate")}
          </Th>
          <Th numeric className="max-sm:hidden">
            n
          </Th>
          <Th numeric className="break-keep whitespace-normal! max-sm:hidden">
            {t("board.eased")}
          </Th>
        </TableHead>
        <tbody>
          {rows.ranked.map((child) => (
            <ChildLine key={child.areaId} child={child} {...row} />
          ))}
        </tbody>
        <ChildGroup title={t("board.tooFew")} rows={rows.tooFew} {...row} />
        <ChildGroup title={t("board.nothing")} rows={rows.nothing} {...row} />
      </BareTable>
      {rows.unplaced > 0 ? (
        <p className="text-sm text-second">{t("board.unplaced", { n: formatNumber(locale, rows.unplaced) })}</p>
      ) : null}
    </div>
  );
}

type LineProps = { overall: number | null; domain: [number, number]; hrefOf: (row: ChildRow) => string; words: Words };

function ChildGroup({ title, rows, ...line }: { title: string; rows: ChildRow[] } & LineProps) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th
          colSpan={6}
          scope="rowgroup"
          className="border-t border-line bg-paper px-2 py-1 text-start font-normal text-second"
        >
          {title}
        </th>
      </tr>
      {rows.map((child) => (
        <ChildLine key={child.areaId} child={child} {...line} />
      ))}
    </tbody>
  );
}

function ChildLine({ child, overall, domain, hrefOf, words }: { child: ChildRow } & LineProps) {
  const { t, locale } = words;
  const { onTime, rank, eased } = child;
  return (
    <tr className="relative border-t border-line first:border-t-0 hover:bg-hover">
      <Td numeric className="text-second">
        {rank === null ? null : rank}
        {rank === null || child.clear ? null : (
          <span title={t("board.similar")}>
            <span aria-hidden="true">≈</span>
            <span className="sr-only">{t("board.similar")}</span>
          </span>
        )}
      </Td>
      <Td>
        <AppLink href={addressOf(hrefOf(child))} className="covering hover:underline sm:whitespace-nowrap">
          {child.name}
        </AppLink>
      </Td>
      <Td>
        {onTime.value === null ? null : (
          <IntervalBar
            value={onTime.value}
            interval={onTime.interval}
            domain={domain}
            mark={overall}
            faint={rank === null}
          />
        )}
      </Td>
      <Td numeric className={rank === null ? "text-second" : "font-semibold"}>
        <FigureValue figure={onTime} words={words} />
      </Td>
      <Td numeric className="text-faint max-sm:hidden">
        {onTime.denominator === null ? "" : formatNumber(locale, onTime.denominator)}
      </Td>
      <Td numeric className="text-faint max-sm:hidden">
        {[eased.extended, eased.deferred, eased.voided].map((n) => formatNumber(locale, n)).join(" / ")}
      </Td>
    </tr>
  );
}

/** The board of a child is the first page with a query. */
function addressOf(href: string): Route {
  // The domain and the board build it from "/", which stands; a text cannot carry the type.
  return href as Route;
}

/** From the lowest end of an interval, down to a full ten, up to 100 %. */
function domainOf(rows: ChildRow[]): [number, number] {
  const low = Math.min(...rows.map(({ onTime }) => onTime.interval?.[0] ?? onTime.value ?? 1), 0.9);
  return [Math.max(0, Math.floor(low * 10) / 10), 1];
}
