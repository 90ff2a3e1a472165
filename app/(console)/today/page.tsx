import { uuidv7 } from "uuidv7";
import { DaySections, DayTiles } from "@/components/cases/day-parts";
import { UnitTasks } from "@/components/topics/unit-tasks";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { viewedArea } from "@/lib/areas/queries";
import { listPlaces } from "@/lib/areas/queries-places";
import { localDay } from "@/lib/calendar/zone";
import { listDay } from "@/lib/cases/day/queries";
import { listIncoming } from "@/lib/cases/requests/queries-transfers";
import { listOpenCalls } from "@/lib/cases/whistles/queries-open";
import { formatDay } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { listUnitTasks } from "@/lib/topics/queries-unit";
import { CalledTo } from "../cases/called";
import { IncomingCases } from "../cases/incoming";
import { dueTexts } from "../cases/texts";
import { visited } from "./actions";
import { partsOf } from "./parts";

export default async function TodayPage() {
  const [t, c, due, locale] = await Promise.all([translator("today"), translator("case"), dueTexts(), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.read");
    const area = await viewedArea(ctx, undefined);
    const mayVisit = can(ctx.actor, "visit.record");
    const [day, called, incoming, tasks, places] = await Promise.all([
      listDay(ctx, area),
      listOpenCalls(ctx, area, 10),
      can(ctx.actor, "case.receive") ? listIncoming(ctx) : [],
      listUnitTasks(ctx),
      mayVisit ? listPlaces(ctx) : [],
    ]);
    const parts = await partsOf(day, area.id, ctx.actor);
    const today = localDay(ctx.now);
    const isFree = called.length + incoming.length + tasks.length === 0 && parts.every(({ rows }) => rows.length === 0);
    return (
      <div className="grid max-w-5xl gap-6">
        <PageHead
          title={t("title")}
          above={<p className="text-sm text-second">{formatDay(locale, today)}</p>}
          note={t("lead", { area: area.name })}
        >
          {can(ctx.actor, "case.register") ? (
            <>
              <LinkButton href="/report">{t("report")}</LinkButton>
              <LinkButton href="/cases/new" tone="primary">
                {c("register")}
              </LinkButton>
            </>
          ) : null}
        </PageHead>
        <DayTiles parts={parts} label={t("title")} />
        <CalledTo rows={called} now={ctx.now} />
        <IncomingCases rows={incoming} actor={ctx.actor} now={ctx.now} />
        <UnitTasks rows={tasks} now={ctx.now} texts={{ ...due, title: t("topicTasks"), help: t("topicTasksHelp") }} />
        {isFree ? <EmptyState title={t("none")} text={t("noneHelp")} /> : null}
        <DaySections parts={parts} now={ctx.now} texts={{ ...due, urgent: c("urgentMark") }} />
        <p>
          <LinkButton href={`/cases?area=${area.id}&queue=open`}>{t("all")}</LinkButton>
        </p>
        {mayVisit ? (
          <Fold label={t("visit")} className="print:hidden">
            <p className="text-sm text-second">{t("visitHelp")}</p>
            <FieldForm
              action={visited}
              hidden={{ id: uuidv7() }}
              fields={visitFields(t, places, today, c("area"))}
              texts={{ submit: t("visit"), pending: c("pending"), done: t("visitSaved") }}
            />
          </Fold>
        ) : null}
      </div>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"today">>>;

function visitFields(
  t: Words,
  places: Awaited<ReturnType<typeof listPlaces>>,
  today: string,
  area: string,
): FormField[] {
  const options = places.map(({ id, name, parentName }) => ({ value: id, label: name, group: parentName ?? "" }));
  return [
    { kind: "select", name: "areaId", label: area, options },
    { kind: "date", name: "visitedOn", label: t("visitDay"), value: today },
    { kind: "number", name: "due", label: t("visitDue") },
    { kind: "number", name: "visited", label: t("visitMade") },
    { kind: "number", name: "absent", label: t("visitAbsent"), value: "0" },
    { kind: "number", name: "refused", label: t("visitRefused"), value: "0" },
    { kind: "checkbox", name: "raised", label: t("raised") },
  ];
}
