import postgres, { type Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import { withActor } from "../db/index";
import { channels } from "../lib/cases/model";
import { registerCase } from "../lib/cases/register";
import type { Watcher } from "./city";
import { type Times, timesOf } from "./report";

const clients = 16;
/** In turns, so that a slow moment slows both; the first is not counted. */
const turns = 3;

type Choice = { grids: { id: string; pos: number }[]; categories: string[] };
export type Writes = {
  verb: number;
  plain: number;
  ratio: number;
  one: Times;
  plainOne: Times;
  commit: string;
  fsync: string;
};

/** Cases registered per second by sixteen clients: by the verb, and by the bare inserts of the same two rows. */
export async function timeWrites(owner: Sql, url: string, watcher: Watcher, seconds: number): Promise<Writes> {
  const choice: Choice = {
    grids: await owner`select id, pos from areas where level = 'grid' order by md5(id::text) limit 5000`,
    categories: (await owner<{ code: string }[]>`select code from categories where length(code) = 4`).map(
      ({ code }) => code,
    ),
  };
  const bare = postgres(url, { max: clients });
  const verb = () => registerOne(watcher, choice);
  const plain = () => insertOne(bare, watcher, choice);
  const one = { verb: await alone(verb), plain: await alone(plain) };
  const rates: Record<"verb" | "plain", number[]> = { verb: [], plain: [] };
  const turn = seconds / turns;
  for (let k = 0; k <= turns; k += 1) {
    const [of, bareOf] = [await together(verb, turn, () => owner`select fold_counts()`), await together(plain, turn)];
    if (k > 0) rates.verb.push(of);
    if (k > 0) rates.plain.push(bareOf);
  }
  const [settings] = await bare<
    { commit: string; fsync: string }[]
  >`select current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync`;
  await bare.end({ timeout: 5 });
  return {
    verb: mean(rates.verb),
    plain: mean(rates.plain),
    ratio: mean(rates.verb) / mean(rates.plain),
    one: one.verb,
    plainOne: one.plain,
    commit: settings?.commit ?? "",
    fsync: settings?.fsync ?? "",
  };
}

async function alone(work: () => Promise<void>): Promise<Times> {
  const taken: number[] = [];
  for (let k = 0; k < 120; k += 1) {
    const began = performance.now();
    await work();
    if (k >= 20) taken.push(performance.now() - began);
  }
  return timesOf(taken);
}

/** How many a second, with what has to be done after them. */
async function together(
  work: () => Promise<void>,
  seconds: number,
  after: () => Promise<unknown> = async () => {},
): Promise<number> {
  const began = performance.now();
  const until = began + seconds * 1000;
  let done = 0;
  const client = async () => {
    while (performance.now() < until) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await after();
  return (done * 1000) / (performance.now() - began);
}

const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

const any = <T>(items: readonly T[]): T => {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

async function registerOne({ session }: Watcher, { grids, categories }: Choice): Promise<void> {
  const input = {
    id: uuidv7(),
    areaId: any(grids).id,
    title: "楼道灯不亮，请派人来看",
    body: "三单元二楼到三楼之间的灯坏了两天，老人上下楼看不清台阶。",
    channel: any(channels),
    requestType: "help" as const,
    categoryCode: any(categories),
    urgent: false,
  };
  const done = await withActor(session, async (db, actor) => {
    await registerCase({ actor, db, now: new Date() }, input);
    return true;
  });
  if (!done) throw new Error("the session of the bench ended");
}

async function insertOne(sql: Sql, { accountId }: Watcher, { grids, categories }: Choice): Promise<void> {
  const [id, { id: area, pos }, now] = [uuidv7(), any(grids), new Date()];
  const due = new Date(now.getTime() + 86_400_000);
  await sql.begin(async (tx) => {
    await tx`
      insert into cases (id, area_id, area_pos, placed, title, body, channel, request_type, category_code, urgent, registered_at, contact_due_at, dispatch_due_at, close_due_at)
      values (${id}, ${area}, ${pos}, true, '楼道灯不亮，请派人来看', '三单元二楼到三楼之间的灯坏了两天，老人上下楼看不清台阶。', ${any(channels)}, 'help', ${any(categories)}, false, ${now}, ${due}, ${due}, ${due})`;
    await tx`
      insert into events (subject_id, id, subject, action, area_pos, account_id, by, role, at, detail)
      values (${id}, ${uuidv7()}, 'case', 'case.registered', ${pos}, ${accountId}, '量', 'official', ${now}, '{"channel": "phone"}')`;
  });
}
