import { stateKey } from "@/components/cases/case-words";
import { stepFields } from "@/components/cases/step-fields";
import { ReplyAid } from "@/components/replies/reply-aid";
import type { AreaRow } from "@/lib/areas/queries";
import type { CaseFilter } from "@/lib/cases/filter";
import { type BulkMove, mostAtOnce } from "@/lib/cases/input";
import { closeReasons, hindranceOf, isLate, validityAfter } from "@/lib/cases/model";
import { type CaseRow, findCase, listCases, listUnits } from "@/lib/cases/queries";
import type { Context } from "@/lib/context";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { listTemplates, valuesOf } from "@/lib/replies/queries";
import { getSettings } from "@/lib/settings/queries";
import { aidTexts } from "../../replies/texts";
import { putAll, takeAll } from "../../topics/actions";
import { acceptAll, closeAll, dispatchAll, takeAllBack } from "./actions";

type List = { area: AreaRow; filter: CaseFilter };

const actions = { accept: acceptAll, dispatch: dispatchAll, close: closeAll };

/** The step for those that may take it now. */
export async function moveFor(ctx: Context, { area, filter }: List, move: BulkMove) {
  const [t, settings, page] = await Promise.all([
    translator("case"),
    getSettings(ctx),
    listCases(ctx, area, { ...filter, ready: move }, mostAtOnce),
  ]);
  const units = move === "dispatch" ? await listUnits(ctx) : [];
  const ready = page.rows.filter((row) => hindranceOf(row, move, settings) === null);
  const choices = { units, targets: [], categories: [], calls: [], urgent: false };
  return {
    isAll: !page.older,
    action: actions[move],
    undo: { action: takeAllBack, hidden: { step: move } },
    rows: await rowsOf(ready, (row) => isLate(row, ctx.now)),
    warning: move === "close" ? await lateWarning() : null,
    fields: stepFields(move, (key) => t(key as never), choices),
    aid: move === "close" ? await aidFor(ctx, ready[0]?.id) : null,
    texts: await textsOf(ready.length, t("bulk.submit", { move: t(`move.${move}`) }), t(`bulk.undo.${move}`)),
  };
}

/** Putting under a topic those that do not stand there yet. */
export async function topicFor(ctx: Context, { area, filter }: List, topic: { id: string; title: string } | undefined) {
  const t = await translator("case");
  const page = topic
    ? await listCases(ctx, area, { ...filter, outside: topic.id }, mostAtOnce)
    : { rows: [], older: null };
  const hidden = { topicId: topic?.id ?? "" };
  return {
    isAll: !page.older,
    action: putAll,
    hidden,
    undo: { action: takeAll, hidden },
    rows: await rowsOf(page.rows),
    fields: [],
    texts: await textsOf(
      page.rows.length,
      t("bulk.submit", { move: t("bulk.putUnder", { topic: topic?.title ?? "" }) }),
      t("bulk.undo.topic"),
    ),
  };
}

/** The reasons for which nobody closes alone what is late, and what goes instead. */
async function lateWarning(): Promise<string> {
  const t = await translator("case");
  const reasons = closeReasons.filter((reason) => validityAfter[reason] !== undefined);
  return t("bulk.late", { n: "{n}", reasons: reasons.map((reason) => t(`reasons.${reason}`)).join(t("bulk.or")) });
}

async function rowsOf(rows: CaseRow[], isMarked: (row: CaseRow) => boolean = () => false) {
  const t = await translator("case");
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    title: row.title,
    mark: isMarked(row) ? t("watch.lists.overdue") : null,
    note: [`№ ${row.number}`, row.areaName, t(stateKey(row))].filter(Boolean).join(" · "),
  }));
}

async function textsOf(ready: number, submit: string, undo: string) {
  const [t, locale] = await Promise.all([translator("case"), getLocale()]);
  const pick = t("bulk.pick", { n: formatNumber(locale, ready) });
  return { submit, undo, pick, pending: t("pending"), undone: t("bulk.undone") };
}

/** The answer of a closing is filled in for each request apart; it is shown as the first of them would read it. */
async function aidFor(ctx: Context, first: string | undefined) {
  const found = first && (await findCase(ctx, first));
  if (!found) return null;
  const [t, texts, templates] = await Promise.all([translator("reply"), aidTexts(), listTemplates(ctx)]);
  return (
    <ReplyAid
      field="publicReply"
      templates={templates.filter((one) => one.move === "close" && one.categoryCode === null)}
      values={valuesOf(found, ctx.now)}
      texts={{ ...texts, preview: t("previewFirst", { title: found.current.title }) }}
    />
  );
}
