import type { CaseClock } from "@/components/cases/case-clocks";
import type { TimelineEntry } from "@/components/cases/case-timeline";
import { toldWords } from "@/components/cases/escalation-words";
import { isRole } from "@/lib/access/model";
import type { CaseDetail, CaseEvent } from "@/lib/cases/queries";
import type { CaseLink } from "@/lib/cases/requests/queries";
import { toldDetail } from "@/lib/escalation/input";
import { formatDateTime, formatDay, formatShortTime, type Locale } from "@/lib/format";
import { translator } from "@/lib/next/locale";

type Words = Awaited<ReturnType<typeof translator<"case">>>;
type PhotoWords = Awaited<ReturnType<typeof translator<"photo">>>;

/** The clocks that have begun to run for a request; what left the rates was closed neither in time nor late. */
export function clocksOf(current: CaseDetail["current"], asked: boolean, t: Words): CaseClock[] {
  const isClosed = current.closedAt !== null;
  const clock = (key: CaseClock["key"], label: string, due: Date | null, done: Date | null): CaseClock => ({
    key,
    label,
    due,
    done,
    ended: isClosed && key !== "callback",
    doneText: done && formatShortTime(done),
  });
  return [
    clock("contact", t("clockContact"), current.contactDueAt, current.contactedAt),
    clock("dispatch", t("clockDispatch"), current.dispatchDueAt, current.dispatchedAt),
    clock("sign", t("clockSign"), current.signDueAt, current.signedAt),
    clock("close", t("clockClose"), current.closeDueAt, current.closedAt),
    clock(
      "callback",
      t("clockCallback"),
      asked || current.state === "called_back" ? current.callbackDueAt : null,
      current.state === "called_back" ? current.calledBackAt : null,
    ),
  ].filter(({ key, due, done }) => (key === "close" ? current.validity === "valid" : due !== null || done !== null));
}

const actionNames = [
  "registered",
  "accepted",
  "declined",
  "contacted",
  "dispatched",
  "recalled",
  "unaccepted",
  "unclosed",
  "signed",
  "asked-return",
  "returned",
  "resolved",
  "checked",
  "reworked",
  "closed",
  "called-back",
  "not-reached",
  "asked-reopen",
  "reopened",
  "asked-transfer",
  "transferred",
  "linked",
  "merged",
  "joined",
  "split",
  "recategorised",
  "asked-extend",
  "extended",
  "asked-defer",
  "deferred",
  "resumed",
  "refused",
  "lapsed",
  "urged",
  "answered-urge",
  "whistled",
  "came",
  "answered-whistle",
  "stood-down",
  "met",
  "escalated",
  "asked-void",
  "voided",
  "contact-given",
  "contact-revealed",
  "photo-added",
  "photo-removed",
  "ledger-shared",
  "ledger-withheld",
  "put-under-topic",
  "taken-from-topic",
  "imported",
  "settled",
] as const;

/** What happened to the request, and to those that were split from it or ended in it. */
export async function timelineOf(
  events: CaseEvent[],
  { links, topics }: { links: CaseLink[]; topics: Map<string, string> },
  locale: Locale,
): Promise<TimelineEntry[]> {
  const [t, role, photo, escalation] = await Promise.all([
    translator("case"),
    translator("role"),
    translator("photo"),
    translator("escalation"),
  ]);
  return events.map((event) => {
    const name = actionNames.find((known) => event.action === `case.${known}`) ?? "other";
    return {
      id: event.id,
      title: t(`event.${name}`),
      time: formatDateTime(locale, event.at),
      by: isRole(event.role) ? t("byRole", { name: event.by, role: role(event.role) }) : event.by,
      of: otherOf(event, links, t),
      lines: toldOf(event, escalation) ?? [...linesOf(event, { t, photo, locale }), ...topicOf(event, topics)],
    };
  });
}

/** What the topic is called, where it may be seen. */
function topicOf({ detail }: CaseEvent, topics: Map<string, string>): string[] {
  return typeof detail.topic === "string" ? [topics.get(detail.topic) ?? []].flat() : [];
}

function otherOf({ subjectId }: CaseEvent, links: CaseLink[], t: Words): TimelineEntry["of"] {
  const link = links.find(({ id }) => id === subjectId);
  return link ? { id: link.id, label: `${t(`linkKinds.${link.kind}`)} № ${link.number} ${link.title}` } : null;
}

/** Why, and what with: the words of what the event tells, in the order in which they are read. */
function linesOf(
  { action, detail }: CaseEvent,
  { t, photo, locale }: { t: Words; photo: PhotoWords; locale: Locale },
): string[] {
  const word = (group: string, value: string) =>
    t.has(`${group}.${value}` as never) ? t(`${group}.${value}` as never) : value;
  const tell: Record<string, (value: string) => string> = {
    unit: (unit) => t("eventUnit", { unit }),
    reason: (reason) => t("eventReason", { reason: word("reasons", reason) }),
    validity: (validity) => t("takenAs", { validity: word("validities", validity) }),
    outcome: (outcome) => t("eventOutcome", { outcome: word("outcomes", outcome) }),
    request: (kind) =>
      action === "case.refused" || action === "case.lapsed" ? t("eventRequest", { kind: word("request", kind) }) : "",
    opened: () => t("eventOpened"),
    why: (why) => t("eventReason", { reason: word("callbackReasons", why) }),
    number: (number) => t("eventNumber", { number }),
    from: (area) => (action === "case.transferred" ? t("eventFrom", { area }) : ""),
    to: (area) => (action === "case.settled" ? "" : t("eventTo", { area })),
    category: (category) => t("eventCategory", { category }),
    until: (day) => t("until", { day: formatDay(locale, day) }),
    asked: (name) => t("eventAsked", { name }),
    photo: (kind) => t("eventPhoto", { kind: photo(`kinds.${kind}` as never) }),
    answer: (outcome) => t("eventOutcome", { outcome: word("whistle.outcomes", outcome) }),
    purpose: (purpose) => t("eventReason", { reason: word("contact.reasons", purpose) }),
    note: (note) => note,
  };
  return Object.entries(tell).flatMap(([key, line]) => {
    const value = detail[key];
    return typeof value === "string" && value !== "" ? [line(value)].filter(Boolean) : [];
  });
}

function toldOf({ detail }: CaseEvent, t: Awaited<ReturnType<typeof translator<"escalation">>>): string[] | null {
  const told = toldDetail.safeParse(detail);
  return told.success ? [toldWords(told.data, t)] : null;
}
