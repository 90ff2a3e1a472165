import { notFound } from "next/navigation";
import { z } from "zod";
import { RoundPage } from "@/components/senses/round-page";
import { RoundsPage } from "@/components/senses/rounds-page";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { isCounted } from "@/lib/areas/model";
import { viewedArea } from "@/lib/areas/queries";
import { getLocale, messagesOf } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { senses } from "@/lib/senses/model";
import { findPublishedRound } from "@/lib/senses/queries";
import { getRoundView, listRounds } from "@/lib/senses/view";
import { tell } from "./actions";

const question = z.object({
  area: z.string().optional().catch(undefined),
  round: z.string().optional().catch(undefined),
  sense: z.enum(senses).optional().catch(undefined),
  /** An earlier round to compare with. */
  with: z.string().optional().catch(undefined),
});

/** The rounds of an area, or what it is told of one of them. */
export default async function SensesPage({ searchParams }: PageProps<"/senses">) {
  const asked = question.parse(await searchParams);
  const locale = await getLocale();
  const messages = await messagesOf(locale);
  return read(async (ctx) => {
    authorize(ctx.actor, "sense.read");
    const area = await viewedArea(ctx, asked.area);
    if (asked.round === undefined)
      return (
        <RoundsPage
          view={await listRounds(ctx, area)}
          mayOpen={can(ctx.actor, "sense.open") && isCounted(area.level)}
          locale={locale}
          messages={messages}
        />
      );
    const isId = z.uuid().safeParse(asked.round).success;
    const round = (isId ? await findPublishedRound(ctx, area, asked.round) : null) ?? notFound();
    const sense = asked.sense ?? senses.find((key) => round.made[key]) ?? senses[0];
    const isOwn = round.areaPos >= ctx.actor.pos && round.areaLast <= ctx.actor.last;
    return (
      <RoundPage
        view={await getRoundView(ctx, area, round, { sense, with: asked.with })}
        sense={sense}
        mayImprove={can(ctx.actor, "improvement.open")}
        mayReview={isOwn && can(ctx.actor, "sense.review")}
        tell={isOwn && can(ctx.actor, "sense.tell") ? tell : null}
        locale={locale}
        messages={messages}
      />
    );
  });
}
