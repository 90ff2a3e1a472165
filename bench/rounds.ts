import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { copy, type Value } from "../db/seed/copy";
import { randomFrom } from "../db/seed/random";
import { defaultInstrument } from "../lib/senses/model";

export type RoundLoad = { id: string; answers: number; publishSeconds: number };

const answersAsked = 50_000;

/** Two rounds of the whole city, each answered in every community, so that the page has something to compare. */
export async function loadRounds(owner: Sql, say: (line: string) => void): Promise<RoundLoad> {
  const random = randomFrom("bench/rounds");
  const communities = await owner<{ id: string; pos: number }[]>`
    select id, pos from areas where level = 'community' order by pos`;
  const items = await owner<{ code: string; low: number; high: number }[]>`
    select i.code, i.low, i.high from instrument_items i join instruments q on q.id = i.instrument_id where q.key = ${defaultInstrument.key}`;
  const asked = communities.slice(0, answersAsked / 50);
  let last = { id: "", answers: 0, publishSeconds: 0 };
  for (const day of ["2026-03-31", "2026-09-30"]) {
    const id = randomUUID();
    await owner`
      insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on)
      select ${id}, a.id, a.pos, a.last, q.id, ${day}, 'drawn', ${day}, ${day}
      from areas a, instruments q where a.parent_id is null and q.key = ${defaultInstrument.key}`;
    const rows = Array.from({ length: answersAsked }, (_, n): Value[] => {
      const community = asked[n % asked.length];
      const marks = items.map(({ code, low, high }) => [code, random.whole(low, high)] as const);
      return [id, randomUUID(), community?.id ?? "", community?.pos ?? 0, JSON.stringify(Object.fromEntries(marks))];
    });
    await owner.begin((tx) => copy(tx, "answers", ["round_id", "id", "area_id", "area_pos", "marks"], rows));
    const began = performance.now();
    await owner`select publish_round(${id}, now())`;
    last = { id, answers: rows.length, publishSeconds: (performance.now() - began) / 1000 };
    say(`a round of ${last.answers} answers published in ${last.publishSeconds.toFixed(1)} s`);
  }
  await owner`analyze round_cells`;
  return last;
}
