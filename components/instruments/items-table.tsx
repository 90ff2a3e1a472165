import type { ReactNode } from "react";
import { formatNumber, formatShare, type Locale } from "../../lib/format";
import { type DraftItem, sharesOf } from "../../lib/senses/instruments/model";
import type { Question } from "../../lib/senses/questions";
import { AppLink } from "../ui/app-link";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import type { InstrumentWords } from "./words";

type ItemsTableProps = {
  items: DraftItem[];
  questions: Question[];
  /** What is done to an item of a draft; null where it stands. */
  edit: { href: (code: string) => string; buttons: (code: string) => ReactNode } | null;
  senseOf: (sense: DraftItem["sense"]) => string;
  t: InstrumentWords;
  locale: Locale;
};

/** Every item with how it is answered, what it counts, and whom it is put to. */
export function ItemsTable(props: ItemsTableProps) {
  const { items, questions, edit, t } = props;
  return (
    <Table caption={t("items")} stacked>
      <TableHead>
        <Th>{t("code")}</Th>
        <Th className="min-w-64">{t("item")}</Th>
        <Th>{t("answer")}</Th>
        <Th>{t("sense")}</Th>
        <Th numeric>{t("weight")}</Th>
        {edit ? <Th className="print:hidden">{t("edit")}</Th> : null}
      </TableHead>
      <tbody>
        {questions.map((question, at) => {
          const item = items[at];
          return item ? <Row key={item.code} item={item} question={question} {...props} /> : null;
        })}
      </tbody>
    </Table>
  );
}

function Row({
  item,
  question,
  items,
  edit,
  senseOf,
  t,
  locale,
}: ItemsTableProps & { item: DraftItem; question: Question }) {
  const { code, scored, weight, sense } = item;
  const share = sharesOf(items).get(code) ?? 0;
  return (
    <Tr id={code}>
      <Td label={t("code")} className="font-mono">
        {code}
      </Td>
      <Td lead>
        {edit ? (
          <AppLink href={edit.href(code) as "/instruments"} className="underline underline-offset-2">
            {question.label}
          </AppLink>
        ) : (
          question.label
        )}
        {question.rule ? <span className="block text-second">{question.rule}</span> : null}
      </Td>
      <Td label={t("answer")} className="text-second">
        <Answer item={item} options={question.options} t={t} />
      </Td>
      <Td label={t("sense")} className="whitespace-nowrap">
        {senseOf(sense)}
      </Td>
      <Td label={t("weight")} numeric>
        {scored
          ? t("weightShare", { weight: formatNumber(locale, weight, 2), share: formatShare(locale, share, 0) })
          : t("beside")}
      </Td>
      {edit ? <Td className="print:hidden">{edit.buttons(code)}</Td> : null}
    </Tr>
  );
}

type AnswerProps = { item: DraftItem; options: string[]; t: InstrumentWords };

function Answer({ item: { kind, low, high, reversed }, options, t }: AnswerProps) {
  if (kind === "text") return t("shapes.text");
  if (kind === "choice") return options.map((option, at) => `${at + 1}\u00a0${option}`).join(" · ");
  return [
    t("span", { low, high }),
    options[0] ? `${options[0]} … ${options.at(-1)}` : "",
    reversed ? t("lowIsGood") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
