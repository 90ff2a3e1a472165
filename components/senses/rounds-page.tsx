import type { Messages } from "use-intl/core";
import type { Figure } from "../../lib/board/model";
import type { Locale } from "../../lib/format";
import { firmAnswers, senses } from "../../lib/senses/model";
import type { RoundsView } from "../../lib/senses/view";
import { printChange, printInterval, printState, type Words, wordsOf } from "../board/words";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { LinkButton } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { PageHead } from "../ui/page-head";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { printTens, RoundBadge } from "./round-state";

type RoundsPageProps = { view: RoundsView; mayOpen: boolean; locale: Locale; messages: Messages };

/** Every round of an area: the published ones with their senses, the running ones with how many answered. */
export function RoundsPage({ view, mayOpen, locale, messages }: RoundsPageProps) {
  const words = wordsOf(locale, messages);
  const { t } = words;
  const { area, crumbs, running, below } = view;
  const isEmpty = view.closed.length + running.length + below.length === 0;
  return (
    <article className="grid gap-5">
      <PageHead
        title={t("senses.title", { area: area.name })}
        above={
          <nav aria-label={t("area.path")} className="flex flex-wrap gap-x-1.5 text-sm text-second">
            {crumbs.slice(0, -1).map(({ id, name }) => (
              <span key={id}>
                <AppLink href={`/senses?area=${id}`} className="underline underline-offset-2">
                  {name}
                </AppLink>
                <span aria-hidden="true"> ›</span>
              </span>
            ))}
          </nav>
        }
        note={t("senses.note")}
      >
        {mayOpen ? <LinkButton href={`/senses/new?area=${area.id}`}>{t("round.open")}</LinkButton> : null}
      </PageHead>
      {isEmpty ? <EmptyState title={t("board.noRound")} text={t("senses.emptyText")} /> : null}
      {running.length > 0 ? <RunningRounds rounds={running} words={words} /> : null}
      {view.closed.length > 0 ? <ClosedRounds view={view} words={words} /> : null}
      {below.length > 0 ? (
        <Table caption={t("senses.below")}>
          <TableHead>
            <Th>{t("senses.round")}</Th>
            <Th>{t("board.area")}</Th>
            <Th>{t("senses.asked")}</Th>
          </TableHead>
          <tbody>
            {below.map((round) => (
              <Tr key={round.id}>
                <Th scope="row">
                  <AppLink
                    href={`/senses?area=${round.areaId}&round=${round.id}`}
                    className="covering font-normal hover:underline"
                  >
                    {round.name}
                  </AppLink>
                </Th>
                <Td>{round.areaName}</Td>
                <Td className="text-second">{round.closesOn}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </article>
  );
}

function RunningRounds({ rounds, words }: { rounds: RoundsView["running"]; words: Words }) {
  const { t } = words;
  return (
    <Table caption={t("senses.open")}>
      <TableHead>
        <Th>{t("senses.round")}</Th>
        <Th>{t("board.area")}</Th>
        <Th>{t("round.state")}</Th>
        <Th>{t("senses.until")}</Th>
        <Th numeric>{t("senses.soFar")}</Th>
      </TableHead>
      <tbody>
        {rounds.map((round) => (
          <Tr key={round.id}>
            <Th scope="row">
              <AppLink href={`/senses/${round.id}`} className="covering font-semibold hover:underline">
                {round.name}
              </AppLink>
            </Th>
            <Td>{round.areaName ?? t("round.above")}</Td>
            <Td>
              <RoundBadge state={round.state} words={words} />
            </Td>
            <Td className="text-second">{round.closesOn}</Td>
            <Td numeric>{printTens(words, Number(round.answers))}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function ClosedRounds({ view: { area, closed }, words }: { view: RoundsView; words: Words }) {
  const { t } = words;
  return (
    <Table caption={t("senses.closed")}>
      <TableHead>
        <Th>{t("senses.round")}</Th>
        <Th className="max-md:hidden print:table-cell">{t("senses.asked")}</Th>
        <Th className="max-md:hidden print:table-cell">{t("senses.how")}</Th>
        {senses.map((sense) => (
          <Th key={sense} numeric>
            {t(`figure.${sense}.label`)}
          </Th>
        ))}
      </TableHead>
      <tbody>
        {closed.map(({ round, senses: figures }) => (
          <Tr key={round.id}>
            <Th scope="row">
              <AppLink
                href={`/senses?area=${area.id}&round=${round.id}`}
                className="covering font-semibold hover:underline"
              >
                {round.name}
              </AppLink>
            </Th>
            <Td className="whitespace-nowrap text-second max-md:hidden print:table-cell">
              {t("senses.span", { from: round.opensOn, to: round.closesOn })}
            </Td>
            <Td className="max-md:hidden print:table-cell">
              {t(`senses.mode.${round.mode}`)}
              <span className="block leading-tight text-second">
                {t("senses.asks", { name: round.instrumentName, version: round.version })}
              </span>
              {figures.some(({ remade }) => remade) ? <Badge tone="soon">{t("senses.remade")}</Badge> : null}
            </Td>
            {figures.map((figure) => (
              <Td key={figure.key} numeric>
                <SenseCell figure={figure} words={words} />
                {figure.before.direction === "none" ? null : (
                  <span className="block leading-tight text-second">{printChange(words, "index", figure.before)}</span>
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function SenseCell({ figure, words }: { figure: Figure; words: Words }) {
  const { value, interval, denominator } = figure;
  if (value === null) return <span className="text-faint">{printState(words, figure.state)}</span>;
  if ((denominator ?? 0) < firmAnswers && interval) return <span>{printInterval(words, "index", interval)}</span>;
  return <b className="font-semibold">{value.toFixed(1)}</b>;
}
