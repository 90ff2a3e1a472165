import { formatNumber, formatShare } from "../../lib/format";
import type { ChoiceResult, OptionResult } from "../../lib/senses/choices";
import { inLanguage } from "../../lib/senses/items";
import type { Result } from "../../lib/senses/results";
import { printInterval, type Words } from "../board/words";
import { ShareBar } from "../charts/share-bar";
import { BareTable, TableHead, Td, Th, Tr } from "../ui/table";

/** Questions with options to choose from: every option with its share of those who chose. */
export function ChoicesPart({ choices, words }: { choices: ChoiceResult[]; words: Words }) {
  const { t } = words;
  if (choices.length === 0) return null;
  return (
    <section aria-labelledby="choices" className="grid gap-3 rounded border border-line bg-raised p-4">
      <h2 id="choices" className="text-base font-semibold">
        {t("senses.choice.title")}
      </h2>
      <div className="grid gap-x-8 gap-y-4 xl:grid-cols-2">
        {choices.map((choice) => (
          <Choice key={choice.code} choice={choice} words={words} />
        ))}
      </div>
    </section>
  );
}

function Choice({ choice, words }: { choice: ChoiceResult; words: Words }) {
  const { t, locale } = words;
  const { code, labels, options, n, missing } = choice;
  const question = `${code} ${inLanguage(labels, locale) ?? ""}`;
  if (n === null)
    return (
      <p>
        {question} <span className="text-faint">{t("common.tooFew")}</span>
      </p>
    );
  const basis = [
    `n = ${formatNumber(locale, n)}`,
    missing > 0 ? t("senses.missingShort", { n: formatNumber(locale, missing) }) : null,
  ];
  return (
    <div className="break-inside-avoid max-sm:overflow-x-auto">
      <BareTable caption={`${question} · ${basis.filter(Boolean).join(" · ")}`}>
        <TableHead>
          <Th className="min-w-24">{t("senses.choice.option")}</Th>
          <Th className="w-2/5">
            <span className="sr-only">{t("senses.choice.bar")}</span>
          </Th>
          <Th numeric>{t("board.share")}</Th>
          <Th numeric className="max-sm:hidden">
            n
          </Th>
        </TableHead>
        <tbody>
          {options.map((option) => (
            <OptionRow key={option.mark} option={option} most={mostOf(options)} words={words} />
          ))}
        </tbody>
      </BareTable>
    </div>
  );
}

/** Full tens beyond the longest whisker: the bars of one question are on one scale. */
const mostOf = (options: OptionResult[]) =>
  Math.min(
    100,
    Math.ceil(Math.max(10, ...options.map(({ result }) => result?.interval?.[1] ?? result?.value ?? 0)) / 10) * 10,
  );

type RowProps = { option: OptionResult; most: number; words: Words };

function OptionRow({ option: { mark, labels, result }, most, words }: RowProps) {
  const { t, locale } = words;
  return (
    <Tr>
      <Th scope="row" className="font-normal">
        {inLanguage(labels, locale) ?? String(mark)}
      </Th>
      <Td>
        {result ? (
          <ShareBar value={result.value} interval={barInterval(result)} most={most} faint={!result.firm} />
        ) : null}
      </Td>
      <Td numeric>
        {result ? <Share result={result} words={words} /> : <span className="text-faint">{t("senses.heldBack")}</span>}
      </Td>
      <Td numeric className="text-second max-sm:hidden">
        {result ? countOf(result, words) : null}
      </Td>
    </Tr>
  );
}

/** What is told in steps has no interval that would be finer. */
const barInterval = ({ meanCoarse, interval }: Result) => (meanCoarse ? null : interval);

function Share({ result, words }: { result: Result; words: Words }) {
  const { interval, firm, meanCoarse } = result;
  const between = interval && !meanCoarse ? printInterval(words, "rate", [interval[0] / 100, interval[1] / 100]) : null;
  if (!firm && between) return <span className="text-second">{between}</span>;
  return (
    <>
      <b className="font-semibold">{printPart(words, result)}</b>
      {between ? <span className="block leading-tight text-second">{between}</span> : null}
    </>
  );
}

/** A share, or the step or the bound it is told as. */
export function printPart({ t, locale }: Words, { value, meanCoarse }: Result): string {
  if (!meanCoarse) return formatShare(locale, value / 100);
  const told = formatShare(locale, value / 100, 0);
  if (value >= 95) return t("board.atLeast", { value: told });
  return t(value <= 5 ? "board.atMost" : "board.about", { value: told });
}

function countOf({ topBox, n, meanCoarse }: Result, { locale }: Words): string {
  const all = formatNumber(locale, n);
  return topBox && !meanCoarse ? `${formatNumber(locale, topBox.numerator)} / ${all}` : all;
}
