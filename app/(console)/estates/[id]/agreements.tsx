import { Badge } from "@/components/ui/badge";
import { FieldForm } from "@/components/ui/field-form";
import { type Actor, can } from "@/lib/access/model";
import { taskState } from "@/lib/estates/model";
import type { Agreement, TaskRow } from "@/lib/estates/queries";
import { formatDay } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { finish } from "../actions";
import { taskTones } from "../tones";

type AgreementsProps = { actor: Actor; agreements: Agreement[]; tasks: TaskRow[]; today: string };

/** What was agreed on, and what came of each promise. */
export async function Agreements({ actor, agreements, tasks, today }: AgreementsProps) {
  const [t, locale] = await Promise.all([translator("estate"), getLocale()]);
  return (
    <section id="agreements" className="grid gap-3">
      <h2 className="text-lg">{t("agreements")}</h2>
      {agreements.length === 0 ? <p className="text-second">{t("noAgreements")}</p> : null}
      {agreements.map((agreement) => (
        <article key={agreement.id} className="grid gap-2 rounded border border-line bg-raised px-4 py-3">
          <h3 className="font-semibold">{agreement.title}</h3>
          <p className="text-sm text-second">
            {[
              formatDay(locale, agreement.agreedOn),
              agreement.parties.map((role) => t(`roles.${role}`)).join(t("and")),
            ].join(" · ")}
          </p>
          <p className="whitespace-pre-line break-words">{agreement.body}</p>
          <ul className="grid gap-2">
            {tasks
              .filter(({ agreementId }) => agreementId === agreement.id)
              .map((task) => (
                <Task key={task.id} task={task} actor={actor} today={today} />
              ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

async function Task({ task, actor, today }: { task: TaskRow; actor: Actor; today: string }) {
  const t = await translator("estate");
  const state = taskState(task, today);
  const mayFinish = can(actor, "agreement.finish") && (actor.unitId === null || actor.unitId === task.unitId);
  return (
    <li className="grid gap-1 border-t border-line pt-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{task.title}</span>
        <span className="text-second">{task.unitName}</span>
        <span className="text-sm text-second">{t("dueOn", { day: task.dueOn })}</span>
        <Badge tone={taskTones[state]}>{t(`taskStates.${state}`)}</Badge>
      </p>
      {task.doneOn === null ? null : (
        <p className="text-sm text-second">
          {t("doneBy", { day: task.doneOn, name: task.doneName ?? "", note: task.doneNote ?? "" })}
        </p>
      )}
      {task.doneOn === null && mayFinish ? (
        <details className="print:hidden">
          <summary className="touch cursor-pointer text-sm underline underline-offset-2">{t("finish")}</summary>
          <div className="pt-2">
            <FieldForm
              action={finish}
              hidden={{ taskId: task.id }}
              fields={[
                { kind: "date", name: "doneOn", label: t("doneOn"), value: today },
                { kind: "area", name: "note", label: t("doneNote"), help: t("noNames"), maxLength: 500 },
              ]}
              texts={{ submit: t("finish"), pending: t("pending"), done: t("done") }}
            />
          </div>
        </details>
      ) : null}
    </li>
  );
}
