import type { Watched } from "../../lib/cases/filter";
import { watched } from "../../lib/cases/filter";
import { AppLink } from "../ui/app-link";
import { Icon } from "../ui/icon";

const quiet: Watched[] = ["soon", "escalated", "urged"];

/** What is watched, in numbers; each leads to exactly the requests it counts. */
export function WatchTiles({
  counts,
  areaId,
  label,
  note,
  number,
}: {
  counts: Record<Watched, number>;
  areaId: string;
  label: (key: Watched) => string;
  note: (key: Watched) => string;
  number: (n: number) => string;
}) {
  return (
    <ul className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line md:grid-cols-5">
      {watched.map((key) => {
        const isLoud = counts[key] > 0 && !quiet.includes(key);
        return (
          <li key={key} className="bg-raised">
            <AppLink
              href={`/cases?area=${areaId}&queue=${key}`}
              className="grid h-full content-start gap-0.5 px-4 py-3 hover:bg-hover"
            >
              <span className="flex items-center gap-1 text-sm text-second">
                {isLoud ? <Icon name="late" className="size-4 text-accent" /> : null}
                {label(key)}
              </span>
              <span
                data-testid={key}
                className={`text-2xl leading-tight font-semibold ${isLoud ? "text-accent" : counts[key] === 0 ? "text-faint" : ""}`}
              >
                {number(counts[key])}
              </span>
              <span className="text-sm text-faint">{note(key)}</span>
            </AppLink>
          </li>
        );
      })}
    </ul>
  );
}
