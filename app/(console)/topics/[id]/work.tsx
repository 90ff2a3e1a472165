import { Badge } from "@/components/ui/badge";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { translator } from "@/lib/next/locale";
import type { TopicNote, TopicTask } from "@/lib/topics/queries";
import * as actions from "../actions";

/** What was noted beside the weeks, and a way to note more. */
export async function Notes({ topicId, notes, mayEdit }: { topicId: string; notes: TopicNote[]; mayEdit: boolean }) {
  const [t, common] = await Promise.all([translator("topic"), translator("common")]);
  if (notes.length === 0 && !mayEdit) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t("notes")}</h2>
      <ol aria-label={t("notes")} className="grid list-decimal gap-1 ps-6">
        {notes.map(({ id, day, note, by }) => (
          <li key={id}>
            {day} {note} <span className="text-sm text-second">{by}</span>
          </li>
        ))}
      </ol>
      {mayEdit ? (
        <Fold label={t("addNote")} className="print:hidden">
          <FieldForm
            action={actions.note}
            hidden={{ id: topicId }}
            fields={[
              { kind: "date", name: "day", label: t("day") },
              { kind: "text", name: "note", label: t("note"), help: t("noteHelp"), maxLength: 120 },
            ]}
            texts={{ submit: t("addNote"), pending: common("pending"), done: t("saved") }}
            tone="plain"
          />
        </Fold>
      ) : null}
    </section>
  );
}

type TasksProps = {
  topicId: string;
  tasks: TopicTask[];
  units: { id: string; name: string }[];
  today: string;
  mayEdit: boolean;
};

/** The parts of the units, each with its day, and what came of those that are done. */
export async function Tasks({ topicId, tasks, units, today, mayEdit }: TasksProps) {
  const [t, common] = await Promise.all([translator("topic"), translator("common")]);
  const texts = { pending: common("pending"), done: t("saved") };
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t("tasks")}</h2>
      {tasks.length === 0 ? <p className="text-second">{t("noTasks")}</p> : null}
      {tasks.map((task) => (
        <article
          key={task.id}
          aria-label={task.task}
          className="grid gap-2 rounded border border-line bg-raised px-4 py-3"
        >
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <strong>{task.unitName}</strong>
            <span>{task.task}</span>
            <TaskState task={task} today={today} t={t} />
          </p>
          {task.doneNote ? <p className="text-second">{task.doneNote}</p> : null}
          {mayEdit && task.doneOn === null ? (
            <FieldForm
              action={actions.finish}
              hidden={{ id: topicId, task: task.id }}
              fields={[{ kind: "text", name: "note", label: t("outcome"), maxLength: 300 }]}
              texts={{ ...texts, submit: t("finish") }}
              tone="plain"
            />
          ) : null}
        </article>
      ))}
      {mayEdit ? (
        <Fold label={t("addTask")} className="print:hidden">
          <FieldForm
            action={actions.task}
            hidden={{ id: topicId }}
            fields={[
              {
                kind: "select",
                name: "unitId",
                label: t("unit"),
                options: [{ value: "", label: "" }, ...units.map(({ id, name }) => ({ value: id, label: name }))],
              },
              { kind: "text", name: "task", label: t("task"), maxLength: 300 },
              { kind: "date", name: "dueOn", label: t("dueOn") },
            ]}
            texts={{ ...texts, submit: t("addTask") }}
            tone="plain"
          />
        </Fold>
      ) : null}
    </section>
  );
}

type StateProps = { task: TopicTask; today: string; t: Awaited<ReturnType<typeof translator<"topic">>> };

function TaskState({ task: { dueOn, doneOn }, today, t }: StateProps) {
  if (doneOn !== null)
    return (
      <Badge tone={doneOn <= dueOn ? "good" : "plain"}>
        {t(doneOn <= dueOn ? "doneOn" : "doneLate", { day: doneOn })}
      </Badge>
    );
  return dueOn < today ? (
    <Badge tone="late">{t("taskLate", { day: dueOn })}</Badge>
  ) : (
    <span className="text-second">{t("taskDue", { day: dueOn })}</span>
  );
}
