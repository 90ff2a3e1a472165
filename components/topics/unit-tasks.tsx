import type { UnitTask } from "../../lib/topics/queries-unit";
import { DueBadge, type DueTexts } from "../cases/due-badge";

type Texts = DueTexts & { title: string; help: string };

/** What a unit has to do for topics, each with what it is for and who gave it. */
export function UnitTasks({ rows, now, texts }: { rows: readonly UnitTask[]; now: Date; texts: Texts }) {
  if (rows.length === 0) return null;
  return (
    <section id="topic-tasks" className="grid gap-2">
      <h2 className="text-lg font-semibold">{texts.title}</h2>
      <p className="text-sm text-second">{texts.help}</p>
      <ol aria-label={texts.title} className="divide-y divide-line rounded border border-line bg-raised">
        {rows.map(({ id, task, topic, areaName, dueAt }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <span className="grid min-w-0 grow">
              <span className="font-semibold">{task}</span>
              <span className="text-sm text-second">{`${topic} · ${areaName}`}</span>
            </span>
            <DueBadge due={dueAt} done={null} now={now} texts={texts} />
          </li>
        ))}
      </ol>
    </section>
  );
}
