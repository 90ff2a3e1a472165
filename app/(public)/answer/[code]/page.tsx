import { randomUUID } from "node:crypto";
import type { Metadata, Route } from "next";
import { AnswerForm } from "@/components/answer/answer-form";
import { AnswerMain } from "@/components/answer/answer-main";
import { textsOf } from "@/components/answer/texts";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { visitorNow } from "@/lib/next/session";
import { type AnswerSheet, findSheet } from "@/lib/senses/answering/answer";
import { readCode, sheetCodeLength } from "@/lib/senses/answering/codes";
import { give } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("answer");
  return { title: t("title") };
}

/** What a code opens: the questions, or why there are none. */
export default async function AnswerSheetPage({ params, searchParams }: PageProps<"/answer/[code]">) {
  const [{ code: written }, asked, t, locale] = await Promise.all([
    params,
    searchParams,
    translator("answer"),
    getLocale(),
  ]);
  const code = readCode(decoded(written)).slice(0, sheetCodeLength + 1);
  const sheet = await findSheet(await visitorNow(), code);
  if (sheet.state !== "open") return <NoSheet sheet={sheet} />;
  const isOne = asked.one === "1";
  const area = typeof asked.area === "string" ? asked.area : "";
  const lead = `${sheet.area} · ${t("until", { day: formatDay(locale, sheet.closesOn) })}`;
  return (
    <AnswerMain title={sheet.round} lead={lead}>
      <div className="grid gap-2">
        <p>{t("intro")}</p>
        <p className="text-second">{t("anonymous")}</p>
        {sheet.mode === "open" ? <p className="text-second">{t("openRound")}</p> : null}
        <p>
          <LinkButton href={`/answer/${code}${isOne ? "" : "?one=1"}` as Route}>
            {isOne ? t("allOnOne") : t("oneByOne")}
          </LinkButton>
        </p>
      </div>
      <AnswerForm
        action={give}
        code={code}
        sendKey={randomUUID()}
        items={sheet.items.map((item) => ({
          ...item,
          label: item.labels[locale] ?? item.labels["zh-CN"] ?? item.code,
        }))}
        areas={sheet.areas ?? null}
        area={area}
        one={isOne}
        texts={textsOf(t)}
      />
    </AnswerMain>
  );
}

async function NoSheet({ sheet }: { sheet: Exclude<AnswerSheet, { state: "open" }> }) {
  const [t, locale] = await Promise.all([translator("answer"), getLocale()]);
  const { state } = sheet;
  const day = "opensOn" in sheet && state === "early" ? formatDay(locale, sheet.opensOn) : "";
  return (
    <AnswerMain title={t(`states.${state}.title`)}>
      <Notice tone={state === "used" ? "good" : "info"}>
        <p>{state === "early" ? t("states.early.text", { day }) : t(`states.${state}.text`)}</p>
      </Notice>
      {state === "unknown" ? (
        <p>
          <LinkButton href="/answer">{t("typeIt")}</LinkButton>
        </p>
      ) : null}
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
