import { stateKey } from "@/components/cases/case-words";
import { authorize } from "@/lib/access/guard";
import { getSource, listAnswered } from "@/lib/cases/import/queries";
import { answersAsked } from "@/lib/cases/import/source";
import { writeCsv } from "@/lib/exchange/write";
import { formatDateTime } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { route } from "@/lib/next/route";

/** The sheet that goes back to a source: its own headings for number and title, then how each order stands. */
export const GET = route(answersAsked, async (ctx, { source }) => {
  authorize(ctx.actor, "case.export");
  const [{ columns }, rows, t, locale] = await Promise.all([
    getSource(ctx, source),
    listAnswered(ctx, source),
    translator("case"),
    getLocale(),
  ]);
  const headings = [t("number"), t("stateLabel"), t("reasonLabel"), t("publicReply"), t("sheet.closedAt")];
  const text = writeCsv(
    [columns.id, columns.title, ...headings],
    rows.map((row) => [
      row.order,
      row.title,
      row.number,
      t(stateKey(row)),
      row.closeReason && t(`reasons.${row.closeReason}`),
      row.reply,
      row.closedAt && formatDateTime(locale, row.closedAt),
    ]),
  );
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="answers.csv"; filename*=UTF-8''${encodeURIComponent(`${source}.csv`)}`,
    },
  });
});
