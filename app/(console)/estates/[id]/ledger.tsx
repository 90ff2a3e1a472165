import { categoryName, stateKey } from "@/components/cases/case-words";
import { DueBadge } from "@/components/cases/due-badge";
import { AppLink } from "@/components/ui/app-link";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { LedgerFilter } from "@/lib/estates/input";
import { ledgerStates } from "@/lib/estates/model";
import type { LedgerCount, LedgerLine, listLedger } from "@/lib/estates/queries-ledger";
import { formatNumber, formatShortTime } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { dueTexts } from "../../cases/texts";

type LedgerProps = {
  estate: string;
  page: Awaited<ReturnType<typeof listLedger>>;
  filter: LedgerFilter;
  counts: LedgerCount[];
  now: Date;
};

/** The requests of the estate as all three parties see them. */
export async function Ledger({ estate, page, filter, counts, now }: LedgerProps) {
  const [t, locale] = await Promise.all([translator("estate"), getLocale()]);
  const { state, unit } = filter;
  const at = (asked: Partial<LedgerFilter>) =>
    `${withQuery(`/estates/${estate}`, { state, unit, ...asked })}#ledger` as const;
  const total = (each: LedgerFilter["state"]) =>
    counts.filter(({ unitId }) => unit === undefined || unitId === unit).reduce((sum, row) => sum + row[each], 0);
  return (
    <section id="ledger" className="grid gap-3">
      <h2 className="text-lg">{t("ledger")}</h2>
      <Chips label={t("ledger")}>
        {ledgerStates.map((each) => (
          <Chip key={each} href={at({ state: each })} chosen={each === state} count={formatNumber(locale, total(each))}>
            {t(`states.${each}`)}
          </Chip>
        ))}
        {unit === undefined ? null : (
          <Chip href={at({ unit: undefined })} chosen clear={t("allUnits")}>
            {page.lines[0]?.unitName ?? t("oneUnit")}
          </Chip>
        )}
      </Chips>
      {page.lines.length === 0 ? (
        <EmptyState title={t("noLines")} text={t("noLinesText")} />
      ) : (
        <LedgerTable lines={page.lines} now={now} />
      )}
      <Pager
        label={t("ledger")}
        newer={filter.older ? at({ older: undefined }) : null}
        older={page.older ? at({ older: page.older }) : null}
        newerText={t("newest")}
        olderText={t("older")}
      />
    </section>
  );
}

async function LedgerTable({ lines, now }: { lines: LedgerLine[]; now: Date }) {
  const [t, c, due, locale] = await Promise.all([translator("estate"), translator("case"), dueTexts(), getLocale()]);
  return (
    <Table caption={t("ledger")} hideCaption stacked>
      <TableHead>
        <Th numeric>{c("number")}</Th>
        <Th className="min-w-64">{c("title")}</Th>
        <Th>{c("category")}</Th>
        <Th>{c("stateLabel")}</Th>
        <Th>{t("owedBy")}</Th>
        <Th>{c("registeredAt")}</Th>
        <Th>{c("due")}</Th>
      </TableHead>
      <tbody>
        {lines.map((line) => (
          <Tr key={line.id}>
            <Td numeric className="text-second">
              {line.number}
            </Td>
            <Td lead>
              {line.mine ? (
                <AppLink href={`/cases/${line.id}`} data-row="" className="hover:underline">
                  {line.title}
                </AppLink>
              ) : (
                line.title
              )}
              {line.publicReply ? <p className="text-second">{t("reply", { text: line.publicReply })}</p> : null}
            </Td>
            <Td>{line.categoryName ? categoryName(locale, line.categoryName) : c("categoryNone")}</Td>
            <Td className="whitespace-nowrap">{c(stateKey({ state: line.state, validity: "valid" }))}</Td>
            <Td className={line.unitName ? "" : "text-faint"}>{line.unitName ?? c("noUnit")}</Td>
            <Td className="whitespace-nowrap text-second">{formatShortTime(line.registeredAt)}</Td>
            <Td>
              <DueBadge due={line.closeDueAt} done={line.closedAt} now={now} deferred={line.deferred} texts={due} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
