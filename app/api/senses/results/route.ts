import { z } from "zod";
import { exportTexts } from "@/components/senses/export-texts";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { Refusal } from "@/lib/errors";
import { getLocale, messagesOf } from "@/lib/next/locale";
import { route } from "@/lib/next/route";
import { resultsSheet } from "@/lib/senses/export";
import { senses } from "@/lib/senses/model";
import { findPublishedRound } from "@/lib/senses/queries";
import { getRoundView } from "@/lib/senses/view";

const asked = z.object({
  area: z.uuid(),
  round: z.uuid(),
  sense: z.enum(senses).optional(),
  with: z.uuid().optional(),
});

/** The results of a round as a sheet, out of the same view as its page. */
export const GET = route(asked, async (ctx, input) => {
  authorize(ctx.actor, "sense.read");
  const area = await viewedArea(ctx, input.area);
  const round = await findPublishedRound(ctx, area, input.round);
  if (!round) throw new Refusal("not-found", "round.missing");
  const locale = await getLocale();
  const sense = input.sense ?? senses.find((key) => round.made[key]) ?? senses[0];
  const view = await getRoundView(ctx, area, round, { sense, with: input.with });
  const texts = exportTexts(locale, await messagesOf(locale), view);
  const name = `${area.name}-${round.name}-${sense}.csv`;
  return new Response(resultsSheet(view, texts), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="results.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
});
