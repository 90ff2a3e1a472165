import type { Route } from "next";
import { ImprovementView } from "@/components/senses/improvement-view";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { getArea } from "@/lib/areas/queries";
import { localDay } from "@/lib/calendar/zone";
import { getLocale, messagesOf } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { getImprovement } from "@/lib/senses/improvements/queries";
import { listRelatable } from "@/lib/senses/improvements/relatable";
import { closeTask, linkCase, relate } from "../../actions";

/** An improvement: what was planned, which requests belong to it, how it ended. */
export default async function ImprovementPage({ params }: PageProps<"/senses/improvements/[id]">) {
  const id = await idOf(params);
  const locale = await getLocale();
  const messages = await messagesOf(locale);
  return read(async (ctx) => {
    const found = await getImprovement(ctx, id);
    authorize(ctx.actor, "sense.read");
    const isOpen = found.closedAt === null;
    const mayRelate = isOpen && can(ctx.actor, "improvement.open");
    const choices = mayRelate ? await listRelatable(ctx, await getArea(ctx, found.areaId)) : null;
    return (
      <ImprovementView
        found={found}
        today={localDay(ctx.now)}
        // A path that stands, with a query; typed routes check only the path.
        back={`/senses?${new URLSearchParams({ area: found.areaId, round: found.roundId })}` as Route}
        readsTopics={can(ctx.actor, "topic.read")}
        relate={choices ? { action: relate, choices } : null}
        link={mayRelate ? linkCase : null}
        close={isOpen && can(ctx.actor, "improvement.close") ? closeTask : null}
        locale={locale}
        messages={messages}
      />
    );
  });
}
