import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { AreaLevel } from "../../areas/model";
import { areaId, as, type World } from "../../testing";
import { releaseBeside } from "../testing";
import { liesIn, type Member, type Sum } from "./group-sets";
import type { Place } from "./people";

export type Answer = { area: string; marks: Record<string, number> };

export const options = 3;
/** What makes the index, and what makes groups. */
const codes = ["G1", "G2"];
export const questions = ["Z", "Y"] as const;

/** A questionnaire of two marks of gain and two questions, of which the first few make groups. */
export async function writeGrouped(world: World, grouping: number): Promise<string> {
  const id = uuidv7();
  await world.owner.execute(sql`
    insert into instruments (id, key, version, name, group_by, published_at)
    values (${id}, ${id}, 1, '试卷', ${sql.param(questions.slice(0, grouping))}, '2026-01-01')`);
  await world.owner.execute(sql`
    insert into instrument_items (instrument_id, code, position, kind, sense, low, high, top_from, scored, labels, options) values
      (${id}, 'G1', 1, 'scale', 'gain', 1, 5, 4, true, '{}', '[]'), (${id}, 'G2', 2, 'scale', 'gain', 1, 5, 4, true, '{}', '[]'),
      (${id}, 'Z', 3, 'choice', null, 1, ${options}, ${options}, false, '{}', '[{}, {}, {}]'),
      (${id}, 'Y', 4, 'choice', null, 1, ${options}, ${options}, false, '{}', '[{}, {}, {}]')`);
  return id;
}

/** Adds areas below 试城, and answers the whole tree. */
export async function plantBelow(world: World, made: Place[]): Promise<Place[]> {
  const [city, district] = [areaId(world, "试城"), areaId(world, "试区")];
  const rows = made.map(({ id, parentId, level, residents }, n) => ({
    ...{ id, level, residents, parent_id: parentId, name: `区域${n}`, plain_name: `区域${n}` },
  }));
  await as(world, "official", "试城").db.execute(sql`select add_areas(${JSON.stringify(rows)}::text::jsonb)`);
  return [
    { id: city, parentId: "", level: "city", residents: null },
    { id: district, parentId: city, level: "district", residents: null },
    ...made,
  ];
}

export const place = (parentId: string, level: AreaLevel, residents: number | null): Place => ({
  ...{ id: uuidv7(), parentId, level, residents },
});

/** Everything by one hand: the tree was renumbered under it, and only its own scope went along. */
export async function holdGrouped(world: World, instrument: string, given: Answer[]): Promise<string> {
  const [ctx, id] = [as(world, "official", "试城"), uuidv7()];
  await ctx.db.execute(sql`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, source_key)
    select ${id}, a.id, a.pos, a.last, ${instrument}, '一轮', 'drawn', '2026-11-01', '2026-11-20', ${id}
    from areas a where a.id = ${areaId(world, "试城")}`);
  await ctx.db.execute(sql`select add_answers(${id}, ${JSON.stringify(given)}::text::jsonb)`);
  await ctx.db.execute(sql`select close_round(${id}, ${world.now.toISOString()})`);
  await releaseBeside(ctx, world, id);
  return id;
}

/** What a round tells of gain, of everybody and of groups. */
export async function toldOf(world: World, round: string): Promise<Sum[]> {
  const cells = await as(world, "official", "试城").db.execute<Sum & { key: string }>(sql`
    select area_id as "areaId", key, n, mean, mean_coarse as "isCoarse",
      case when key like 'gain@%' or (top is not null and not coarse) then variance end as variance
    from round_cells where round_id = ${round} and (key = 'gain' or key like 'gain@%')`);
  return cells.map(({ areaId: at, key, n, mean, isCoarse, variance }) => ({
    ...{ areaId: at, n, mean, isCoarse, variance },
    group: groupOf(key),
  }));
}

function groupOf(key: string): Sum["group"] {
  const [, code, option] = /@(.*)=(.*)/.exec(key) ?? [];
  return code === undefined ? null : { question: code === questions[0] ? 0 : 1, option: Number(option) };
}

/** Whoever has an index, with the groups of the questions that make some. */
export function membersOf(given: Answer[], grouping: number): Member[] {
  return given.flatMap(({ area, marks }): Member[] => {
    const all = codes.flatMap((code) => marks[code] ?? []);
    if (all.length < codes.length) return [];
    const score = all.reduce((sum, mark) => sum + (mark - 1) * 25, 0) / all.length;
    return [{ area, score, groups: [marks.Z ?? 0, grouping > 1 ? (marks.Y ?? 0) : 0] }];
  });
}

/** Every sum of area and group as it would stand without any control. */
export function everything(places: Place[], people: Member[], grouping: number): Sum[] {
  const isIn = liesIn(places);
  return places.flatMap(({ id }) =>
    ([0, 1] as const).slice(0, grouping).flatMap((question) =>
      Array.from({ length: options + 1 }, (_, option): Sum => {
        const scores = people
          .filter(({ area, groups }) => groups[question] === option && isIn(area, id))
          .map(({ score }) => score);
        const n = scores.length;
        const mean = scores.reduce((sum, score) => sum + score, 0) / n;
        const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
        const variance = n > 1 ? squares / (n - 1) : 0;
        return { areaId: id, group: { question, option }, n, mean, isCoarse: false, variance };
      }).filter(({ n }) => n > 0),
    ),
  );
}
