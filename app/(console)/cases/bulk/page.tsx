import { BulkForm } from "@/components/cases/bulk-form";
import { stateKey } from "@/components/cases/case-words";
import { stepFields } from "@/components/cases/step-fields";
import { ReplyAid } from "@/components/replies/reply-aid";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { caseFilter } from "@/lib/cases/filter";
import { type BulkMove, bulkFilter, bulkMoves, mostAtOnce } from "@/lib/cases/input";
import { hindranceOf } from "@/lib/cases/model";
import { countCases, findCase, listCases, listUnits } from "@/lib/cases/queries";
import type { Context } from "@/lib/context";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { listTemplates, valuesOf } from "@/lib/replies/queries";
import { getSettings } from "@/lib/settings/queries";
import { aidTexts } from "../../replies/texts";
import { acceptAll, closeAll, dispatchAll, takeAllBack } from "./actions";

const actions = { accept: acceptAll, dispatch: dispatchAll, close: closeAll };

/** One step for all requests of a list: first how many and which, then the step, then what came of each. */
export default async function BulkPage({ searchParams }: PageProps<"/cases/bulk">) {
  const asked = await searchParams;
  const { do: move } = bulkFilter.parse(asked);
  const { newer: _newer, older: _older, ...filter } = caseFilter.parse(asked);
  const [t, locale] = await Promise.all([translator("case"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.dispatch");
    const area = await viewedArea(ctx, filter.area);
    const [page, total] = await Promise.all([
      listCases(ctx, area, { ...filter, ready: move }, mostAtOnce),
      countCases(ctx, area, filter),
    ]);
    const [units, settings] = await Promise.all([move === "dispatch" ? listUnits(ctx) : [], getSettings(ctx)]);
    const ready = page.rows.filter((row) => hindranceOf(row, move, settings) === null);
    const aid = move === "close" ? await aidFor(ctx, ready[0]?.id) : null;
    const number = (n: number) => formatNumber(locale, n);
    const counted = { n: number(total.n), ready: number(ready.length) };
    return (
      <>
        <PageHead
          title={t("bulk.title")}
          above={
            <a href={withQuery("/cases", filter)} className="text-sm underline underline-offset-2">
              {t("bulk.back")}
            </a>
          }
          note={t(page.older ? "bulk.newest" : "bulk.all", counted)}
        />
        <Chips label={t("bulk.title")}>
          {bulkMoves.map((key) => (
            <Chip key={key} href={withQuery("/cases/bulk", { ...filter, do: key })} chosen={key === move}>
              {t(`move.${key}`)}
            </Chip>
          ))}
        </Chips>
        <div className="pt-4">
          <BulkForm
            key={move}
            action={actions[move]}
            step={move}
            undo={takeAllBack}
            rows={ready.map((row) => ({
              id: row.id,
              version: row.version,
              title: row.title,
              note: `№ ${row.number} · ${row.areaName} · ${t(stateKey(row))}`,
            }))}
            fields={stepFields(move, (key) => t(key as never), {
              units,
              targets: [],
              categories: [],
              calls: [],
              urgent: false,
            })}
            aid={aid}
            texts={textsOf(t, move, counted.ready)}
          >
            <EmptyState title={t("bulk.none")} text={t("bulk.noneHelp")} />
          </BulkForm>
        </div>
      </>
    );
  });
}

function textsOf(t: Awaited<ReturnType<typeof translator<"case">>>, move: BulkMove, n: string) {
  return {
    submit: t("bulk.submit", { move: t(`move.${move}`) }),
    pending: t("pending"),
    pick: t("bulk.pick", { n }),
    undo: t(`bulk.undo.${move}`),
    undone: t("bulk.undone"),
  };
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
