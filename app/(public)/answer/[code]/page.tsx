import { randomUUID } from "node:crypto";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { AnswerForm } from "@/components/answer/answer-form";
import { AnswerMain } from "@/components/answer/answer-main";
import { ItemForm } from "@/components/answer/item-form";
import { LastForm } from "@/components/answer/last-form";
import { NoSheet } from "@/components/answer/no-sheet";
import { textsOf } from "@/components/answer/texts";
import { LinkButton } from "@/components/ui/button";
import { FieldForm } from "@/components/ui/field-form";
import { formatDay } from "@/lib/format";
import { keptDraft } from "@/lib/next/draft";
import { getLocale, translator } from "@/lib/next/locale";
import { visitorNow } from "@/lib/next/session";
import { type AnswerSheet, findSheet } from "@/lib/senses/answering/answer";
import { isCode, readCode, sheetCodeLength } from "@/lib/senses/answering/codes";
import { type Draft, draftPath, isBegun } from "@/lib/senses/answering/draft";
import { askedBeside, askedCodes } from "@/lib/senses/items";
import { minutesOf, questionsOf } from "@/lib/senses/questions";
import { answerOne, give, startOver } from "../actions";

type Search = Record<string, string | string[] | undefined>;

/** What a code opens: the questions, all on one page or one a page, or why there are none. */
export default async function AnswerSheetPage({ params, searchParams }: PageProps<"/answer/[code]">) {
  const [{ code: written }, asked] = await Promise.all([params, searchParams]);
  const code = readCode(decoded(written)).slice(0, sheetCodeLength + 1);
  const area = typeof asked.area === "string" ? asked.area : null;
  // What is kept in a browser is kept for the one address of the code.
  if (isCode(code) && written !== code) redirect(`${draftPath(code)}${area ? `?area=${area}` : ""}` as Route);
  const sheet = await findSheet(await visitorNow(), code);
  if (sheet.state !== "open")
    return <NoSheet sheet={sheet} locale={await getLocale()} t={await translator("answer")} />;
  const kept = await keptDraft();
  const draft = { ...kept, area: kept.area ?? area };
  return typeof asked.item === "string" ? (
    <OneItem sheet={sheet} code={code} item={asked.item} draft={draft} />
  ) : (
    <AllItems sheet={sheet} code={code} draft={draft} search={asked} />
  );
}

type OpenSheet = Extract<AnswerSheet, { state: "open" }>;
type Shown = { sheet: OpenSheet; code: string; draft: Draft };

async function AllItems({ sheet, code, draft, search }: Shown & { search: Search }) {
  const [t, locale] = await Promise.all([translator("answer"), getLocale()]);
  const query = draft.area ? `&area=${draft.area}` : "";
  return (
    <AnswerMain title={sheet.round} lead={`${sheet.area} · ${t("until", { day: formatDay(locale, sheet.closesOn) })}`}>
      <div className="grid gap-2">
        <p>{t("intro", { minutes: minutesOf(sheet.items.length) })}</p>
        <p className="text-second">{t("anonymous")}</p>
        {sheet.mode === "open" ? <p className="text-second">{t("openRound")}</p> : null}
        <p>
          <LinkButton href={`${draftPath(code)}?item=1${query}` as Route}>{t("oneByOne")}</LinkButton>
        </p>
        {isBegun(draft) ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p role="status">{t(search.kept === "1" ? "keptNow" : "kept")}</p>
            <FieldForm
              action={startOver}
              hidden={{ code }}
              fields={[]}
              texts={{ submit: t("startOver"), pending: t("pending") }}
              tone="plain"
            />
          </div>
        ) : null}
      </div>
      <AnswerForm
        key={isBegun(draft) ? "begun" : "new"}
        action={give}
        code={code}
        sendKey={randomUUID()}
        questions={questionsOf(sheet.items, locale, t)}
        areas={sheet.areas ?? null}
        draft={draft}
        texts={textsOf(t)}
      />
    </AnswerMain>
  );
}

async function OneItem({ sheet, code, item, draft }: Shown & { item: string }) {
  const [t, locale] = await Promise.all([translator("answer"), getLocale()]);
  const { items } = sheet;
  const at = item === "end" ? items.length : Number(item) - 1;
  const question = questionsOf(items, locale, t)[at];
  const before = askedBeside(items, at, -1, draft.marks);
  const back = before === null ? draftPath(code) : `${draftPath(code)}?item=${before + 1}`;
  const all = <LinkButton href={draftPath(code) as Route}>{t("allOnOne")}</LinkButton>;
  if (question)
    return (
      <AnswerMain title={sheet.round}>
        <ItemForm
          action={answerOne}
          code={code}
          question={question}
          value={draft.words[question.code] ?? draft.marks[question.code]?.toString()}
          place={at + 1}
          of={items.length}
          back={back}
          texts={textsOf(t)}
        />
        <p>{all}</p>
      </AnswerMain>
    );
  const asked = askedCodes(items, draft.marks);
  const answered = asked.filter((one) => one in draft.marks || one in draft.words).length;
  return (
    <AnswerMain title={t("last")}>
      <LastForm
        action={give}
        code={code}
        sendKey={randomUUID()}
        areas={sheet.areas ?? null}
        draft={draft}
        told={t("answered", { answered, left: asked.length - answered })}
        back={back}
        texts={textsOf(t)}
      />
      <p>{all}</p>
    </AnswerMain>
  );
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return "";
  }
}
