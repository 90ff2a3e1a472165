import { formatNumber } from "../../lib/format";
import { inLanguage } from "../../lib/senses/items";
import type { ToldTexts, ToldWords } from "../../lib/senses/texts/queries";
import type { Words } from "../board/words";
import { Badge } from "../ui/badge";

/** What residents wrote, by question, after review and in an order that says nothing. */
export function ToldTextsPart({ texts, words }: { texts: ToldTexts[]; words: Words }) {
  const { t } = words;
  if (texts.length === 0) return null;
  return (
    <section aria-labelledby="told-texts" className="grid gap-3 rounded border border-line bg-raised p-4">
      <div className="grid gap-1">
        <h2 id="told-texts" className="text-base font-semibold">
          {t("text.told")}
        </h2>
        <p className="max-w-3xl text-sm text-second">{t("text.toldNote")}</p>
      </div>
      {texts.map((each) => (
        <Question key={each.code} texts={each} words={words} />
      ))}
    </section>
  );
}

function Question({ texts, words }: { texts: ToldTexts; words: Words }) {
  const { t, locale } = words;
  const { code, labels, approved, waiting, rejected, rows } = texts;
  const number = (n: number) => formatNumber(locale, n);
  const counts = [
    rows.length < approved
      ? t("text.toldSome", { approved: number(approved), shown: number(rows.length) })
      : t("text.toldCount", { approved: number(approved) }),
    waiting > 0 ? t("text.toldWaiting", { n: number(waiting) }) : null,
    rejected > 0 ? t("text.toldRejected", { n: number(rejected) }) : null,
  ];
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-semibold">
        <span className="font-normal text-faint">{code} </span>
        {inLanguage(labels, locale) ?? code}
        <span className="ms-3 font-normal text-second">{counts.filter(Boolean).join(" · ")}</span>
      </h3>
      <ul className="gap-6 sm:columns-2 xl:columns-3">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order stands, and the same words may stand twice
          <Quote key={at} row={row} words={words} />
        ))}
      </ul>
    </div>
  );
}

function Quote({ row, words: { t } }: { row: ToldWords; words: Words }) {
  return (
    <li className="mb-2 break-inside-avoid border-s-2 border-line ps-3 whitespace-pre-line">
      {row.words} {row.edited ? <Badge>{t("text.edited")}</Badge> : null}
    </li>
  );
}
