import { notFound } from "next/navigation";
import { CollectPage } from "@/components/senses/collect-page";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { getLocale, messagesOf } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { findRound, getProgress } from "@/lib/senses/queries-collect";
import { getTally, whyNotReviewed } from "@/lib/senses/texts/queries";
import { close, publish, revokeSheets } from "../actions";

/** How the asking goes: the page of a round from its opening to its publishing. */
export default async function CollectingPage({ params }: PageProps<"/senses/[id]">) {
  const id = await idOf(params);
  const locale = await getLocale();
  const messages = await messagesOf(locale);
  return read(async (ctx) => {
    const round = (await findRound(ctx, id)) ?? notFound();
    authorize(ctx.actor, "sense.read");
    const mayClose = round.isOwn && can(ctx.actor, "sense.open");
    const mayPublish = round.isOwn && can(ctx.actor, "sense.publish") && round.openedBy !== ctx.actor.accountId;
    const mayReview = round.isOwn && can(ctx.actor, "sense.review") && whyNotReviewed(ctx, round) === null;
    return (
      <CollectPage
        progress={await getProgress(ctx, round)}
        close={mayClose ? close : null}
        publish={mayPublish ? publish : null}
        waiting={mayReview ? (await getTally(ctx, id)).waiting : null}
        revoke={can(ctx.actor, "sense.collect") ? revokeSheets : null}
        locale={locale}
        messages={messages}
      />
    );
  });
}
