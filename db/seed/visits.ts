import { isWorkdayNumber } from "../../lib/calendar/workdays";
import { dayNumber, printDay } from "../../lib/calendar/zone";
import type { Area } from "./areas";
import { daysTold, type World } from "./cases";
import { monthStart } from "./days";
import { mannerOf, mannerOn } from "./manner";
import { idAt, randomFrom } from "./random";

export type Visit = {
  id: string;
  area: Area;
  visitedOn: string;
  due: number;
  visited: number;
  absent: number;
  refused: number;
};

/** Each grid calls on a third of its households in a month, all of them in a quarter; noted by grid, never by person. */
export function payVisits({ seed, today, tree }: World): Visit[] {
  const random = randomFrom(`${seed}/visits`);
  const all: Visit[] = [];
  for (const community of tree.streets.flatMap((street) => street.communities)) {
    const steady = mannerOf(seed, community);
    for (const { area } of community.grids) {
      const due = Math.round((area.households ?? 0) / 3);
      for (let month = monthStart(today - daysTold); month <= today; month = monthStart(month, 1)) {
        const day = workday(month + random.whole(4, 24));
        const share = mannerOn(steady, community, day, today).visited + 0.04 * random.normal();
        const [absence, refusal] = [random.between(0.5, 0.85), random.between(0.02, 0.1)];
        if (due === 0 || day > today || day < dayNumber(area.openedOn) || day < today - daysTold) continue;
        const visited = Math.min(due, Math.max(0, Math.round(due * share)));
        const absent = Math.floor((due - visited) * absence);
        const refused = Math.floor((due - visited) * refusal);
        all.push({
          id: idAt(random, Date.UTC(2026, 0, 4) + all.length),
          area,
          visitedOn: printDay(day),
          due,
          visited,
          absent,
          refused,
        });
      }
    }
  }
  return all;
}

function workday(day: number): number {
  return isWorkdayNumber(day) ? day : workday(day + 1);
}
