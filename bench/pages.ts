import { encode } from "next-auth/jwt";
import type { Sql } from "postgres";
import type { Watcher } from "./city";
import { inTurns, type Times } from "./report";

const cookie = "grid133.session";
const pageSize = 50;

export type Watchers = Record<"city" | "official" | "second" | "street" | "streetOfficial" | "community", Watcher>;
export type PageTimes = Record<PageName, Times & { bytes: number }>;
const pageNames = [
  "empty",
  "city",
  "official",
  "street",
  "community",
  "first",
  "far",
  "one",
  "queue",
  "watch",
  "reminders",
  "round",
] as const;
export type PageName = (typeof pageNames)[number];

/** From asking to the last byte of the answer, one client, each page in its turn. */
export async function timePages(
  owner: Sql,
  watchers: Watchers,
  at: { url: string; secret: string; rounds: number; round: string },
): Promise<{ pages: PageTimes; farPage: number }> {
  const far = await findFar(owner);
  const [one] = await owner<{ id: string }[]>`select id from cases order by registered_at desc offset 1000 limit 1`;
  const paths: Record<PageName, [Watcher, string]> = {
    empty: [watchers.city, "/empty"],
    city: [watchers.city, "/?period="],
    official: [watchers.official, "/?period="],
    street: [watchers.street, "/?period="],
    community: [watchers.community, "/?period="],
    first: [watchers.city, "/cases"],
    far: [watchers.city, `/cases?older=${encodeURIComponent(far.cursor)}`],
    one: [watchers.city, `/cases/${one?.id}`],
    queue: [watchers.streetOfficial, "/cases?queue=overdue"],
    watch: [watchers.city, "/supervision"],
    reminders: [watchers.streetOfficial, "/reminders"],
    round: [watchers.city, `/senses?round=${at.round}`],
  };
  const sizes = new Map<PageName, number>();
  const visits = await Promise.all(
    pageNames.map(async (name) => {
      const [watcher, path] = paths[name];
      const header = await cookieOf(watcher, at.secret);
      return [name, async () => void sizes.set(name, await visit(at.url + path, header))] as const;
    }),
  );
  // Object.fromEntries forgets the names of its keys; they are those of the pages.
  const works = Object.fromEntries(visits) as Record<PageName, () => Promise<void>>;
  const taken = await inTurns(works, at.rounds, 10);
  const pages = Object.fromEntries(
    pageNames.map((name) => [name, { ...taken[name], bytes: sizes.get(name) ?? 0 }]),
  ) as PageTimes;
  return { pages, farPage: far.page };
}

async function visit(address: string, header: string): Promise<number> {
  const answer = await fetch(address, { headers: { cookie: header }, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return text.length;
}

async function cookieOf({ session }: Watcher, secret: string): Promise<string> {
  return `${cookie}=${await encode({ token: { sid: session }, secret, salt: cookie })}`;
}

/** Where the 10,000th page begins, or the last full one of a smaller city. */
async function findFar(owner: Sql): Promise<{ page: number; cursor: string }> {
  const [count] = await owner<{ n: number }[]>`select count(*)::int as n from cases`;
  const page = Math.max(2, Math.min(10_000, Math.floor((count?.n ?? 0) / pageSize)));
  const [row] = await owner<{ id: string; at: Date }[]>`
    select id, registered_at as at from cases order by registered_at desc, id desc offset ${(page - 1) * pageSize - 1} limit 1`;
  if (!row) throw new Error("the city has too few cases to turn pages");
  return { page, cursor: `${row.at.toISOString()}_${row.id}` };
}
