import { withActor } from "../db/index";
import { listCases } from "../lib/cases/queries";
import type { Watcher } from "./city";
import { inTurns, ms, printTable, type Times, timesOf } from "./report";
import { type Asked, askedFor } from "./texts";

export type Searches = Record<string, { street: Times; city: Times }> & { all: { street: Times; city: Times } };

/** The first page of what holds the words, as the list of requests asks for it, by a street's official and the city's leader. */
export async function timeSearches(watchers: { street: Watcher; city: Watcher }, rounds: number): Promise<Searches> {
  const taken = { street: await askInTurns(watchers.street, rounds), city: await askInTurns(watchers.city, rounds) };
  // Object.keys forgets the names of its keys; they are those of the questions.
  const names = Object.keys(askedFor) as Asked[];
  const each = names.map((name) => [name, { street: taken.street.each[name], city: taken.city.each[name] }] as const);
  return { ...Object.fromEntries(each), all: { street: taken.street.all, city: taken.city.all } };
}

export function printSearches(searches: Searches): string {
  return printTable(
    ["search, ms", "street p50", "p95", "p99", "city p50", "p95", "p99"],
    Object.entries(searches).map(([name, { street, city }]) => [
      name,
      ...[street, city].flatMap(({ p50, p95, p99 }) => [ms(p50), ms(p95), ms(p99)]),
    ]),
  );
}

async function askInTurns(watcher: Watcher, rounds: number): Promise<{ each: Record<Asked, Times>; all: Times }> {
  const all: number[] = [];
  const ask = (q: string) => async () => {
    const began = performance.now();
    await search(watcher, q);
    all.push(performance.now() - began);
  };
  const works = Object.fromEntries(Object.entries(askedFor).map(([name, q]) => [name, ask(q)]));
  // Object.fromEntries forgets the names of its keys; they are those of the questions.
  const each = await inTurns(works as Record<Asked, () => Promise<void>>, rounds, 0);
  return { each, all: timesOf(all) };
}

async function search({ session }: Watcher, q: string): Promise<void> {
  const found = await withActor(session, async (db, actor) => listCases({ actor, db, now: new Date() }, actor, { q }));
  if (!found) throw new Error("the session of the bench ended");
}
