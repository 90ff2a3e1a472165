import type { Route } from "next";
import type { ReactNode } from "react";
import { LeftOut } from "@/components/board/left-out";
import { IntervalBar } from "@/components/charts/interval-bar";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { Fate } from "@/lib/cases/filter";
import type { Compared } from "@/lib/companies/queries";
import { formatNumber, formatShare } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import type { Span } from "@/lib/periods/model";

type TableProps = { compared: Compared; area: string; period: Span };
type Line = Compared["nothing"][number] & { rank?: number; clear?: boolean };

/** Ranked by the share closed on time, with its interval; then those with too few to rank, then those with nothing due. */
export async function CompanyTable({ compared, area, period }: TableProps) {
  const [t, figure, board, excluded, locale] = await Promise.all([
    translator("company"),
    translator("figure"),
    translator("board"),
    translator("excluded"),
    getLocale(),
  ]);
  const days = { area, from: period.from, to: period.to };
  const { ranked, tooFew, nothing, idle, minimum, more } = compared;
  if (ranked.length + tooFew.length + nothing.length === 0)
    return <EmptyState title={t("none")} text={t("noneText")} />;
  const domain = domainOf([...ranked, ...tooFew]);
  const groups: { title: string | null; rows: Line[] }[] = [
    { title: null, rows: ranked },
    { title: t("tooFew", { n: minimum }), rows: tooFew },
    { title: t("nothing"), rows: nothing },
  ];
  return (
    <>
      <Table caption={t("title")} hideCaption wide className="[&_:is(td,th)]:px-2">
        <TableHead>
          <Th numeric>{t("rank")}</Th>
          <Th className="min-w-44">{t("name")}</Th>
          <Th numeric>{figure("received.label")}</Th>
          <Th className="min-w-56">{figure("closed_on_time.label")}</Th>
          <Th numeric>{t("returned")}</Th>
          <Th numeric>{figure("extended.label")}</Th>
          <Th numeric>{figure("deferred.label")}</Th>
          <Th numeric>{figure("solved.label")}</Th>
          <Th numeric>{figure("satisfied.label")}</Th>
          <Th numeric>{figure("reworked.label")}</Th>
          <Th numeric>{figure("reopened.label")}</Th>
          <Th numeric>{t("promises")}</Th>
        </TableHead>
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ title, rows }) => (
            <tbody key={title ?? ""}>
              {title === null ? null : (
                <tr>
                  <th
                    colSpan={12}
                    scope="rowgroup"
                    className="border-t border-line bg-paper px-3 py-1 text-start font-normal text-second"
                  >
                    {title}
                  </th>
                </tr>
              )}
              {rows.map((row) => (
                <CompanyLine key={row.id} row={row} area={area} period={period} domain={domain} />
              ))}
            </tbody>
          ))}
      </Table>
      <LeftOut
        rows={groups
          .flatMap(({ rows }) => rows)
          .map(({ id, name, figures }) => ({
            ...{ key: id, name, onTime: figures.closed_on_time },
            hrefOf: (why) => withQuery("/cases", { ...days, unit: id, figure: "closed_on_time", why }),
          }))}
        texts={{
          ...{ title: board("leftOut"), note: board("leftOutNote"), none: board("leftOutNone") },
          ...{ who: t("name"), all: board("leftOutAll") },
          why: (why) => excluded(why),
        }}
        locale={locale}
      />
      <p className="text-sm text-second">{idle > 0 ? `${t("method")} ${t("idle", { idle })}` : t("method")}</p>
      {more ? <p className="text-sm text-soon">{t("more")}</p> : null}
    </>
  );
}

type LineProps = { row: Line; area: string; period: Span; domain: [number, number] };

async function CompanyLine({ row, area, period: { from, to }, domain }: LineProps) {
  const [t, locale] = await Promise.all([translator("company"), getLocale()]);
  const { figures, promises } = row;
  const days = { area, unit: row.id, from, to };
  const cases = (figure: string, part?: "of" | "in") => withQuery("/cases", { ...days, figure, part });
  const share = (value: number | null) => (value === null ? t("noData") : formatShare(locale, value));
  const onTime = figures.closed_on_time;
  const counted = (key: "solved" | "reworked" | "closed_on_time") => (
    <Counted
      share={share(figures[key].value)}
      of={{ href: cases(key, "of"), n: figures[key].numerator ?? 0 }}
      all={{ href: cases(key, "in"), n: figures[key].denominator ?? 0 }}
      isWide={key === "closed_on_time"}
    />
  );
  return (
    <Tr>
      <Td numeric className="text-second">
        {row.rank}
        {row.clear === false ? (
          <span title={t("similar")}>
            <span aria-hidden="true">≈</span>
            <span className="sr-only">{t("similar")}</span>
          </span>
        ) : null}
      </Td>
      <Td>
        <AppLink href={`/units/${row.id}`} className="font-semibold hover:underline">
          {row.name}
        </AppLink>
        <p className="text-second">{row.areaName}</p>
      </Td>
      <Td numeric>
        <NumberLink href={cases("received")} n={formatNumber(locale, figures.received.value ?? 0)} />
      </Td>
      <Td>
        {onTime.value === null ? (
          <span className="text-second">{t("noData")}</span>
        ) : (
          <div className="grid gap-1">
            <IntervalBar
              value={onTime.value}
              interval={onTime.interval}
              domain={domain}
              faint={row.rank === undefined}
            />
            {counted("closed_on_time")}
          </div>
        )}
      </Td>
      <Td numeric>
        <Returned returned={row.returned} days={{ area, given: row.id, from, to }} share={share} />
      </Td>
      {(["extended", "deferred"] as const).map((key) => (
        <Td key={key} numeric>
          <NumberLink href={cases(key)} n={formatNumber(locale, figures[key].value ?? 0)} />
        </Td>
      ))}
      <Td numeric>{counted("solved")}</Td>
      <Td numeric>
        <Counted
          share={share(figures.satisfied.value)}
          all={{ href: cases("satisfied", "in"), n: figures.satisfied.denominator ?? 0 }}
        />
      </Td>
      <Td numeric>{counted("reworked")}</Td>
      <Td numeric>
        <NumberLink href={cases("reopened")} n={formatNumber(locale, figures.reopened.value ?? 0)} />
      </Td>
      <Td numeric>
        <Counted
          share={share(promises.value)}
          of={{ href: withQuery("/estates/promises", { ...days, state: "kept" }), n: promises.numerator }}
          all={{ href: withQuery("/estates/promises", { ...days, state: "due" }), n: promises.denominator }}
        />
      </Td>
    </Tr>
  );
}

type ReturnedProps = {
  returned: Line["returned"];
  days: Record<"area" | "given" | "from" | "to", string>;
  share: (value: number | null) => string;
};

/** What a company gave back left its rates: it stands beside them, and how much of it was late by then. */
async function Returned({ returned: { rate, late }, days, share }: ReturnedProps) {
  const [t, locale] = await Promise.all([translator("company"), getLocale()]);
  const cases = (fate: Fate) => withQuery("/cases", { ...days, fate });
  return (
    <>
      <Counted
        share={share(rate.value)}
        of={{ href: cases("returned"), n: rate.numerator }}
        all={{ href: cases("given"), n: rate.denominator }}
      />
      {late > 0 ? (
        <p className="text-second">
          {t("returnedLate")} <NumberLink href={cases("returned-late")} n={formatNumber(locale, late)} />
        </p>
      ) : null}
    </>
  );
}

/** From the lowest end of an interval, down to a full ten, up to 100 %. */
function domainOf(rows: Line[]): [number, number] {
  const low = Math.min(...rows.map(({ figures: { closed_on_time: one } }) => one.interval?.[0] ?? one.value ?? 1), 0.9);
  return [Math.max(0, Math.floor(low * 10) / 10), 1];
}

type Linked = { href: string; n: number };

type CountedProps = { share: ReactNode; of?: Linked; all: Linked; isWide?: boolean };

/** A share with the numbers it is made of below it, or beside where it is wide, each leading to its records; what is counted at a credit has no list of its own. */
async function Counted({ share, of, all, isWide = false }: CountedProps) {
  const locale = await getLocale();
  if (all.n === 0) return <span className="text-second">{share}</span>;
  return (
    <span className={isWide ? "flex items-baseline justify-end gap-x-1.5" : "grid justify-items-end"}>
      <span className="font-semibold">{share}</span>
      <span className="text-second">
        {of ? <NumberLink href={of.href} n={formatNumber(locale, of.n)} /> : "n"} {of ? "/" : "="}{" "}
        <NumberLink href={all.href} n={formatNumber(locale, all.n)} />
      </span>
    </span>
  );
}

function NumberLink({ href, n }: { href: string; n: string }) {
  // Built from paths that stand, with a query the route type cannot say.
  return (
    <AppLink href={href as Route} className="underline decoration-line underline-offset-2 hover:decoration-ink">
      {n}
    </AppLink>
  );
}
