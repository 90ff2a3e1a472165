import type { CaseClock } from "@/components/cases/case-clocks";
import type { TimelineEntry } from "@/components/cases/case-timeline";
import { isRole } from "@/lib/access/model";
import type { CaseDetail, CaseEvent } from "@/lib/cases/queries";
import { formatShortTime } from "@/lib/format";
import { translator } from "@/lib/next/locale";

type Words = Awaited<ReturnType<typeof translator<"case">>>;

/** The clocks that have begun to run for a request. */
export function clocksOf(current: CaseDetail["current"], t: Words): CaseClock[] {
  const clock = (key: CaseClock["key"], label: string, due: Date | null, done: Date | null): CaseClock => ({
    key,
    label,
    due,
    done,
    doneText: done && formatShortTime(done),
  });
  return [
    clock("contact", t("clockContact"), current.contactDueAt, current.contactedAt),
    clock("dispatch", t("clockDispatch"), current.dispatchDueAt, current.dispatchedAt),
    clock("sign", t("clockSign"), current.signDueAt, current.signedAt),
    clock("close", t("clockClose"), current.closeDueAt, current.closedAt),
    clock("callback", t("clockCallback"), current.callbackDueAt, current.calledBackAt),
  ].filter(({ key, due, done }) => due !== null || done !== null || key === "close");
}

const actionNames = [
  "registered",
  "contacted",
  "dispatched",
  "signed",
  "resolved",
  "closed",
  "called-back",
  "voided",
  "imported",
  "settled",
] as const;

export async function timelineOf(events: CaseEvent[], time: (at: Date) => string): Promise<TimelineEntry[]> {
  const [t, role] = await Promise.all([translator("case"), translator("role")]);
  return events.map(({ id, action, at, by, role: acting, detail }) => {
    const name = actionNames.find((known) => action === `case.${known}`) ?? "other";
    const text = (key: string) => (typeof detail[key] === "string" && detail[key] !== "" ? detail[key] : null);
    const reason = text("reason");
    const outcome = text("outcome");
    const lines = [
      text("unit") && t("eventUnit", { unit: text("unit") ?? "" }),
      reason &&
        t("eventReason", { reason: t.has(`reasons.${reason}` as never) ? t(`reasons.${reason}` as never) : reason }),
      outcome &&
        t("eventOutcome", {
          outcome: t.has(`outcomes.${outcome}` as never) ? t(`outcomes.${outcome}` as never) : outcome,
        }),
      text("note"),
    ];
    return {
      id,
      title: t(`event.${name}`),
      time: time(at),
      by: isRole(acting) ? t("byRole", { name: by, role: role(acting) }) : by,
      lines: lines.filter((line): line is string => line !== null && line !== ""),
    };
  });
}
