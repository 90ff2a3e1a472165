import type { Owed } from "../../lib/cases/queries-owed";
import { AppLink } from "../ui/app-link";
import { Icon } from "../ui/icon";

type Queue = keyof Owed;
const loud: Queue[] = ["overdue", "uncontacted"];
const shown: Queue[] = [
  "overdue",
  "soon",
  "uncontacted",
  "undispatched",
  "returned",
  "asked",
  "unplaced",
  "call-back",
  "open",
];

/** How many wait in each queue; only what is late is loud. Each leads to its list. */
export function OwedTiles({
  owed,
  areaId,
  label,
  number,
}: {
  owed: Owed;
  areaId: string;
  label: (queue: Queue) => string;
  number: (n: number) => string;
}) {
  return (
    <ul className="flex flex-wrap gap-px overflow-hidden rounded border border-line bg-line">
      {shown.map((queue) => (
        <li key={queue} className="min-w-[30%] flex-1 bg-raised sm:min-w-24">
          <AppLink href={`/cases?area=${areaId}&queue=${queue}`} className="grid gap-0.5 px-3 py-2.5 hover:bg-hover">
            <span className="flex items-center gap-1 text-sm text-second">
              {loud.includes(queue) && owed[queue] > 0 ? <Icon name="late" className="size-4 text-accent" /> : null}
              {label(queue)}
            </span>
            <span
              className={`text-2xl leading-tight font-semibold ${owed[queue] === 0 ? "text-faint" : ""} ${loud.includes(queue) && owed[queue] > 0 ? "text-accent" : ""}`}
            >
              {number(owed[queue])}
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
