import { ReviewPage } from "@/components/senses/review-page";
import { authorize } from "@/lib/access/guard";
import { getLocale, messagesOf, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { thresholdOf } from "@/lib/senses/model";
import { getOwnRound } from "@/lib/senses/queries-collect";
import { reviewQuestion } from "@/lib/senses/texts/input";
import { getReview, whyNotReviewed } from "@/lib/senses/texts/queries";
import { getSettings } from "@/lib/settings/queries";
import { approveWords, rejectWords } from "../../actions";

/** What was said in words in a round that is closed, for whoever lets it be read. */
export default async function TextsPage({ params, searchParams }: PageProps<"/senses/[id]/texts">) {
  const [id, locale, t] = await Promise.all([idOf(params), getLocale(), translator("text")]);
  const asked = reviewQuestion.parse(await searchParams);
  const messages = await messagesOf(locale);
  return read(async (ctx) => {
    const round = await getOwnRound(ctx, id);
    authorize(ctx.actor, "sense.review");
    const why = whyNotReviewed(ctx, round);
    const { disclosureThreshold } = await getSettings(ctx);
    return (
      <ReviewPage
        review={await getReview(ctx, round, asked)}
        closed={why ? t(why, { name: round.name }) : null}
        threshold={thresholdOf(round, disclosureThreshold)}
        approve={approveWords}
        reject={rejectWords}
        locale={locale}
        messages={messages}
      />
    );
  });
}
