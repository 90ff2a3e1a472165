import { DueBadge } from "@/components/cases/due-badge";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { localDay } from "@/lib/calendar/zone";
import type { listOpenUrges } from "@/lib/cases/urges/queries";
import { taskState } from "@/lib/estates/model";
import type { TaskRow } from "@/lib/estates/queries";
import { translator } from "@/lib/next/locale";
import type { PutOffRow } from "@/lib/steward/queries";
import { dueTexts } from "../cases/texts";
import { taskTones } from "../estates/tones";

type PromisesProps = {
  promises: TaskRow[];
  putOff: PutOffRow[];
  urges: Awaited<ReturnType<typeof listOpenUrges>>;
  today: string;
  now: Date;
};

/** What is promised to whom by when: of agreements, of requests that were put off, and answers that are waited for. */
export async function Promises({ promises, putOff, urges, today, now }: PromisesProps) {
  const [t, e, c, due] = await Promise.all([
    translator("steward"),
    translator("estate"),
    translator("case"),
    dueTexts(),
  ]);
  const nothing = promises.length + putOff.length + urges.length === 0;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t("promises")}</h2>
      {nothing ? <p className="text-second">{t("noPromises")}</p> : null}
      <ul className="grid gap-2">
        {promises.map((task) => (
          <Line
            key={task.id}
            href={`/estates/${task.estateId}#agreements`}
            title={task.title}
            about={t("agreedIn", { unit: task.unitName, agreement: task.agreementTitle })}
          >
            <span className="text-sm text-second">{e("dueOn", { day: task.dueOn })}</span>
            <Badge tone={taskTones[taskState(task, today)]}>{e(`taskStates.${taskState(task, today)}`)}</Badge>
          </Line>
        ))}
        {putOff.map((row) => (
          <Line
            key={row.id}
            href={`/cases/${row.id}`}
            title={row.title}
            about={t(row.deferredAt ? "deferredBy" : "extendedBy", { unit: row.unitName ?? c("noUnit") })}
          >
            {row.deferredUntil ? (
              <span className="text-sm text-second">{e("dueOn", { day: localDay(row.deferredUntil) })}</span>
            ) : (
              <DueBadge due={row.closeDueAt} done={null} now={now} deferred={row.deferredAt !== null} texts={due} />
            )}
          </Line>
        ))}
        {urges.map((urge) => (
          <Line
            key={urge.id}
            href={`/cases/${urge.id}#urge`}
            title={urge.title}
            about={t("urgedBy", { name: urge.urgedName, reason: urge.reason, unit: urge.unitName ?? c("noUnit") })}
          >
            <DueBadge due={urge.dueAt} done={null} now={now} texts={due} />
          </Line>
        ))}
      </ul>
    </section>
  );
}

type LineProps = {
  href: `/estates/${string}#agreements` | `/cases/${string}`;
  title: string;
  about: string;
  children: React.ReactNode;
};

function Line({ href, title, about, children }: LineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line bg-raised px-3 py-2">
      <AppLink href={href} data-row="" className="font-semibold hover:underline">
        {title}
      </AppLink>
      <span className="grow text-second">{about}</span>
      {children}
    </li>
  );
}
