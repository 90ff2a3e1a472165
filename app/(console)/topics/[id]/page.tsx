import { notFound } from "next/navigation";
import { categoryName } from "@/components/cases/case-words";
import { VolumePanel } from "@/components/topics/volume-panel";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { localDay } from "@/lib/calendar/zone";
import { listCatalogue } from "@/lib/cases/catalogue/queries";
import { listUnits } from "@/lib/cases/queries";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { idOf, read } from "@/lib/next/read";
import { listOfTopic } from "@/lib/senses/improvements/queries";
import { countLinked, findTopic, listNotes, listSuggested, listTasks, type Topic } from "@/lib/topics/queries";
import { volumeOf } from "@/lib/topics/volume";
import { Changing, Outcome } from "./changing";
import { Improvements } from "./improvements";
import { Linking } from "./linking";
import { Statement } from "./statement";
import { Notes, Tasks } from "./work";

const suggested = 30;

/** One matter over many requests: whether their number changed, what was done when, and by whom. */
export default async function TopicPage({ params }: PageProps<"/topics/[id]">) {
  const id = await idOf(params);
  const [t, common, locale] = await Promise.all([translator("topic"), translator("common"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "topic.read");
    const topic = (await findTopic(ctx, id)) ?? notFound();
    const today = localDay(ctx.now);
    const isOpen = topic.closedOn === null;
    const mayEdit = isOpen && can(ctx.actor, "topic.edit");
    const mayClose = can(ctx.actor, "topic.close");
    const [volume, tasks, notes, linked, suggestions, categories, units, improvements] = await Promise.all([
      volumeOf(ctx, topic),
      listTasks(ctx, id),
      listNotes(ctx, id),
      countLinked(ctx, id),
      mayEdit ? listSuggested(ctx, topic, suggested) : [],
      listCatalogue(ctx),
      mayEdit ? listUnits(ctx) : [],
      listOfTopic(ctx, id),
    ]);
    const names = categories
      .filter(({ code }) => topic.categoryCodes.includes(code))
      .map(({ nameZh, nameHant, nameEn }) => categoryName(locale, { zh: nameZh, hant: nameHant, en: nameEn }));
    return (
      <div className="grid max-w-5xl gap-6">
        <PageHead
          title={topic.title}
          above={<p className="text-sm text-second">{aboveOf(topic, t)}</p>}
          note={topic.goal}
        />
        <p className="text-second">
          {t("matter", {
            matter: [...names, topic.keyword && t("word", { word: topic.keyword })].filter(Boolean).join("、"),
          })}
        </p>
        <Outcome topic={topic} mayClose={mayClose} />
        <Statement volume={volume} t={t} locale={locale} />
        <VolumePanel
          volume={volume}
          notes={notes}
          hrefOf={({ from, to }) => withQuery("/cases", { area: topic.areaId, matter: id, from, to })}
          texts={{
            title: t("weekly"),
            note: t("weeklyNote"),
            asTable: common("asTable"),
            week: t("week"),
            requests: t("requests"),
            notes: t("notes"),
            action: t("action"),
            count: (n) => formatNumber(locale, n),
          }}
        />
        <Notes topicId={id} notes={notes} mayEdit={mayEdit} />
        <Tasks topicId={id} tasks={tasks} units={units} today={today} mayEdit={mayEdit} />
        <Improvements rows={improvements} today={today} />
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t("linked")}</h2>
          <p>
            <AppLink
              href={withQuery("/cases", { area: topic.areaId, topic: id })}
              className="touch underline underline-offset-2"
            >
              {t("linkedCount", { n: formatNumber(locale, linked) })}
            </AppLink>
          </p>
          {mayEdit ? <Linking topicId={id} linked={linked} suggestions={suggestions} /> : null}
        </section>
        <Changing topic={topic} units={units} mayEdit={mayEdit} mayClose={isOpen && mayClose} />
      </div>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"topic">>>;

function aboveOf({ areaName, unitName, startsOn, endsOn, closedOn }: Topic, t: Words): string {
  const until = closedOn ?? endsOn;
  return [
    areaName,
    t("led", { unit: unitName }),
    until ? `${startsOn} – ${until}` : t("since", { day: startsOn }),
  ].join(" · ");
}
