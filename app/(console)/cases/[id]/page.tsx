import { notFound } from "next/navigation";
import { CaseAnswers } from "@/components/cases/case-answers";
import { CaseClocks } from "@/components/cases/case-clocks";
import { CaseLinks } from "@/components/cases/case-links";
import { CaseTimeline } from "@/components/cases/case-timeline";
import { categoryName, stateKey } from "@/components/cases/case-words";
import { Badge } from "@/components/ui/badge";
import { PageHead } from "@/components/ui/page-head";
import { can } from "@/lib/access/model";
import { localDay } from "@/lib/calendar/zone";
import { isToBeAsked } from "@/lib/cases/follow-up/queries";
import { caseView } from "@/lib/cases/input";
import { isLate, isWithin } from "@/lib/cases/model";
import { type CaseDetail, findCase, listAssignments, listCaseEvents } from "@/lib/cases/queries";
import { type CaseLink, listLinks, listOpenRequests } from "@/lib/cases/requests/queries";
import { listUrges, type Urge } from "@/lib/cases/urges/queries";
import { listWhistles } from "@/lib/cases/whistles/queries";
import { findContact, learnsContacts } from "@/lib/contacts/queries";
import type { Context } from "@/lib/context";
import { findLedgersOf } from "@/lib/estates/queries-ledger";
import { formatDay, type Locale } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { listPhotos } from "@/lib/photos/queries";
import { getSettings } from "@/lib/settings/queries";
import { titlesOf } from "@/lib/topics/queries";
import { aidTexts } from "../../replies/texts";
import { dueTexts } from "../texts";
import { Assignments } from "./assignments";
import { choicesFor } from "./choices";
import { ContactPart } from "./contact";
import { Ledgers } from "./ledgers";
import { clocksOf, timelineOf } from "./parts";
import { Photos } from "./photos";
import { isToDecide, Requests } from "./requests";
import { isOwnWork, movesFor, Steps } from "./steps";
import { TakeBack } from "./take-back";
import { Urges } from "./urges";
import { Whistles } from "./whistles";

export default async function CasePage({ params, searchParams }: PageProps<"/cases/[id]">) {
  const id = await idOf(params);
  const { refused } = caseView.parse(await searchParams);
  const [t, due, locale, aid] = await Promise.all([translator("case"), dueTexts(), getLocale(), aidTexts()]);
  return read(async (ctx) => {
    const found = (await findCase(ctx, id)) ?? notFound();
    const links = await listLinks(ctx, id);
    const [events, waiting, contact, settings] = await Promise.all([
      listCaseEvents(ctx, id, ...links.filter(isWithin).map((link) => link.id)),
      listOpenRequests(ctx, id),
      findContact(ctx, id),
      getSettings(ctx),
    ]);
    const [assignments, urges, photos, whistles, learns, ledgers] = await Promise.all([
      listAssignments(ctx, id),
      listUrges(ctx, id),
      listPhotos(ctx, id),
      listWhistles(ctx, id),
      learnsContacts(ctx),
      can(ctx.actor, "ledger.mark") ? findLedgersOf(ctx, id) : [],
    ]);
    const topics = await titlesOf(
      ctx,
      events.flatMap(({ detail: { topic } }) => (typeof topic === "string" ? [topic] : [])),
    );
    const { current } = found;
    const asked = current.state === "closed" && (await isToBeAsked(ctx, id, settings));
    const moves = movesFor(ctx, found, { waiting, whistles, asked }, settings);
    const choices = await choicesFor(ctx, found, { moves, whistles, waiting });
    const pressesFirst = isPressing(ctx, current, urges);
    const pressing = <Urges current={current} urges={urges} actor={ctx.actor} now={ctx.now} due={due} t={t} />;
    const reaching = (
      <ContactPart
        actor={ctx.actor}
        current={current}
        contact={contact}
        learns={learns}
        days={settings.contactDays}
        asked={asked}
        locale={locale}
        t={t}
      />
    );
    return (
      <article className="grid max-w-7xl grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[auto_auto_auto_1fr] print:block">
        <div className="lg:col-span-2">
          <CaseHead found={found} locale={locale} t={t} />
        </div>
        <div className="sticky top-0 z-20 -my-2 bg-paper py-2 lg:col-span-2">
          <CaseClocks
            clocks={clocksOf(current, asked, t)}
            now={ctx.now}
            deferred={current.deferredAt !== null}
            texts={{ ...due, clocks: t("clocks"), ended: t("clockEnded") }}
          />
        </div>
        <div className="grid min-w-0 gap-5 lg:col-start-1">
          <Matter current={current} links={links} locale={locale} t={t} />
          <Photos current={current} photos={photos} actor={ctx.actor} refused={refused} />
          <Assignments assignments={assignments} now={ctx.now} due={due} t={t} />
        </div>
        <div className="grid min-w-0 gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-3 print:hidden">
          <Requests
            waiting={waiting}
            current={current}
            actor={ctx.actor}
            now={ctx.now}
            choices={choices}
            due={due}
            aid={aid}
            locale={locale}
            t={t}
          />
          <TakeBack
            current={current}
            events={events.filter(({ subjectId }) => subjectId === id)}
            actor={ctx.actor}
            now={ctx.now}
            t={t}
          />
          {asked && reaching}
          {pressesFirst && pressing}
          <Whistles current={current} whistles={whistles} actor={ctx.actor} now={ctx.now} due={due} t={t} />
          <Steps
            current={current}
            moves={moves}
            choices={choices}
            own={isOwnWork(ctx.actor, current)}
            opens={!isToDecide(ctx.actor, waiting)}
            aid={aid}
            t={t}
          />
          {!pressesFirst && pressing}
          {!asked && reaching}
          <Ledgers ledgers={ledgers} caseId={id} />
        </div>
        <section className="grid gap-3 lg:col-start-1">
          <h2 className="text-lg">{t("history")}</h2>
          <CaseTimeline label={t("history")} entries={await timelineOf(events, { links, topics }, locale)} />
        </section>
      </article>
    );
  });
}

/** Whether it was pressed for and not answered, or is late at a unit and may be pressed for. */
function isPressing({ actor, now }: Context, current: CaseDetail["current"], urges: Urge[]): boolean {
  const waits = urges.some(({ answeredAt }) => answeredAt === null);
  return waits || (current.unitId !== null && isLate(current, now) && can(actor, "case.urge"));
}

type Words = Awaited<ReturnType<typeof translator<"case">>>;
type MatterProps = Pick<CaseDetail, "current"> & { links: CaseLink[]; locale: Locale; t: Words };

/** What it is about, what was answered, and what has to do with it. */
function Matter({ current, links, locale, t }: MatterProps) {
  const { body, answers, publicReply, deferredAt, deferredUntil, dueProvisional } = current;
  return (
    <div className="grid gap-3 empty:hidden">
      {deferredAt && deferredUntil ? (
        <p className="text-sm text-second">{t("deferredUntil", { day: formatDay(locale, localDay(deferredUntil)) })}</p>
      ) : null}
      {dueProvisional ? <p className="text-sm text-soon">{t("provisional")}</p> : null}
      {body ? <p className="max-w-[46em] whitespace-pre-line break-words">{body}</p> : null}
      {answers ? (
        <CaseAnswers answers={answers} label={t("aid.questions")} words={{ yes: t("yes"), no: t("no") }} />
      ) : null}
      {publicReply ? (
        <figure className="border-s-4 border-line ps-3">
          <figcaption className="text-sm text-second">{t("replied")}</figcaption>
          <blockquote className="max-w-[46em] whitespace-pre-line break-words">{publicReply}</blockquote>
        </figure>
      ) : null}
      <CaseLinks
        links={links}
        texts={{
          links: t("links"),
          kind: ({ kind }) => t(`linkKinds.${kind}`),
          state: (link) => t(stateKey(link)),
        }}
      />
    </div>
  );
}

function CaseHead({ found, locale, t }: { found: CaseDetail; locale: Locale; t: Words }) {
  const { current, category, areaName, unitName, leadName } = found;
  const where = [`№ ${current.number}`, areaName, current.place];
  const what = [t(`channels.${current.channel}`), t(`types.${current.requestType}`)];
  const served = unitName && unitName !== leadName && t("served", { unit: unitName });
  const about = [...what, categoryName(locale, category), served, leadName && t("lead", { unit: leadName })];
  const counts = [
    current.returnedCount > 0 && t("countReturned", { n: current.returnedCount }),
    current.reworkCount > 0 && t("countReworked", { n: current.reworkCount }),
    current.transferredCount > 0 && t("countTransferred", { n: current.transferredCount }),
    current.extensionCount > 0 && t("countExtended", { n: current.extensionCount }),
    current.deferralCount > 0 && t("countDeferred", { n: current.deferralCount }),
    current.reopenedCount > 0 && t("countReopened", { n: current.reopenedCount }),
  ].filter((count) => count !== false);
  return (
    <PageHead
      title={current.title}
      above={<p className="text-sm text-second">{where.filter(Boolean).join(" · ")}</p>}
      note={about.filter(Boolean).join(" · ")}
    >
      {current.urgent ? <Badge tone="late">{t("urgentMark")}</Badge> : null}
      <Badge>{t(stateKey(current))}</Badge>
      {counts.map((count) => (
        <Badge key={count} tone="soon">
          {count}
        </Badge>
      ))}
    </PageHead>
  );
}
