import type { Messages } from "use-intl/core";
import { formatDay, formatNumber, type Locale } from "../../lib/format";
import type { Result } from "../../lib/senses/results";
import type { HeardImprovement, HeardPage } from "../../lib/senses/told/heard";
import { printCoarse, type Words, wordsOf } from "../board/words";
import { IntervalBar } from "../charts/interval-bar";
import { labelOf } from "../senses/items-table";
import { PageTitle } from "../shell/page-title";
import { Notice } from "../ui/notice";
import { PrintButton } from "../ui/print-button";

type HeardViewProps = { page: HeardPage; locale: Locale; messages: Messages };

/** 你说我办: what was said, what is done, what cannot be done and why; in large type, fit to print. */
export function HeardView({ page, locale, messages }: HeardViewProps) {
  const words = wordsOf(locale, messages);
  const { t } = words;
  const acted = (isListed: (row: HeardImprovement) => boolean) => page.improvements.filter(isListed);
  const lists = [
    { key: "did", rows: acted(({ outcome }) => outcome === "done") },
    { key: "doing", rows: acted(({ outcome }) => outcome === null) },
    { key: "cannot", rows: acted(({ outcome }) => outcome === "cannot") },
  ] as const;
  const title = `${page.area} · ${t("heard.title")}`;
  return (
    <main className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-8 text-lg print:text-base">
      <PageTitle of={title} />
      <header className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-2xl md:text-4xl">{title}</h1>
          <PrintButton label={t("board.print")} />
        </div>
        <p className="text-second">
          {t("heard.lead", {
            from: formatDay(locale, page.opensOn),
            to: formatDay(locale, page.closesOn),
            n: formatNumber(locale, page.answers),
            round: page.round,
          })}
        </p>
      </header>
      {page.mode === "open" ? <Notice tone="soon">{t("heard.open")}</Notice> : null}
      <Said page={page} words={words} />
      {lists.map(({ key, rows }) => (
        <section key={key} aria-labelledby={key} className="grid gap-3">
          <h2 id={key} className="text-lg md:text-2xl">
            {t(`heard.${key}`)}
          </h2>
          {rows.length === 0 ? <p className="text-second">{t("heard.nothing")}</p> : null}
          <ul className="grid gap-4">
            {rows.map((row) => (
              <Act key={row.id} row={row} page={page} words={words} />
            ))}
          </ul>
        </section>
      ))}
      <p className="text-base text-second">{t("heard.method", { n: page.threshold })}</p>
    </main>
  );
}

function Said({ page, words }: { page: HeardPage; words: Words }) {
  const { t, locale } = words;
  const results = [
    ...page.senses.map(({ sense, result }) => ({ name: t(`figure.${sense}.label`), result })),
    ...(page.overall ? [{ name: t("heard.overall"), result: page.overall }] : []),
  ];
  return (
    <section aria-labelledby="said" className="grid gap-4">
      <h2 id="said" className="text-lg md:text-2xl">
        {t("heard.said")}
      </h2>
      <p className="text-second">{t("heard.saidLead")}</p>
      <ResultList rows={results} words={words} strong />
      <h3 className="text-lg">{t("heard.items")}</h3>
      <ResultList
        rows={page.items.map((item) => ({ name: labelOf(item, locale), result: item.result }))}
        words={words}
      />
    </section>
  );
}

type ResultListProps = { rows: { name: string; result: Result }[]; words: Words; strong?: boolean };

function ResultList({ rows, words, strong = false }: ResultListProps) {
  return (
    <ul className="grid gap-3">
      {rows.map(({ name, result }) => (
        <li key={name} className="grid gap-1 break-inside-avoid sm:grid-cols-[1fr_14em] sm:items-center sm:gap-x-6">
          <span className={strong ? "font-semibold" : ""}>{name}</span>
          <span className="grid gap-1">
            <span className="tabular-nums">{printResult(result, words)}</span>
            <IntervalBar value={result.value} interval={result.interval} domain={[0, 100]} faint={!result.firm} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** With few answers the interval stands alone, as everywhere. */
function printResult({ value, interval, firm, meanCoarse }: Result, words: Words): string {
  const { t } = words;
  if (meanCoarse) return printCoarse(words, value);
  if (!interval) return value.toFixed(1);
  const [low, high] = interval.map((end) => end.toFixed(1));
  if (!firm) return t("heard.between", { low: low ?? "", high: high ?? "" });
  return t("heard.interval", { value: value.toFixed(1), low: low ?? "", high: high ?? "" });
}

function Act({ row, page, words: { t, locale } }: { row: HeardImprovement; page: HeardPage; words: Words }) {
  const item = page.items.find(({ code }) => code === row.item);
  const day = formatDay(locale, row.dueOn);
  return (
    <li className="grid gap-1 border-s-4 border-line ps-4 break-inside-avoid">
      <p className="font-semibold">{row.closing ?? row.plan}</p>
      {row.closing ? <p>{row.plan}</p> : null}
      <Together row={row} t={t} />
      <p className="text-base text-second">
        {[
          row.area,
          item ? labelOf(item, locale) : null,
          row.outcome === null ? t("heard.due", { unit: row.unit, day }) : row.unit,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}

/** Together with what it is done. */
function Together({ row: { topic, station, partner, project }, t }: { row: HeardImprovement; t: Words["t"] }) {
  const parts = [
    topic ? t("heard.topic", { topic }) : null,
    station ? t("heard.station", { station }) : null,
    partner ? t("heard.partner", { partner, project: project ?? "" }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <p className="text-base">{parts.join(t("heard.joint"))}</p>;
}
