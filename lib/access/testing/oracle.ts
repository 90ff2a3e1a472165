import type { City, Person } from "./world";

const quoted = (text: string | null) => (text === null ? "null" : `'${text}'`);

/** The actor and its areas, found by walking parents: put before any question to the owner. */
export function seenBy({ role, accountId, unitId, top }: Person): string {
  return `with recursive
    me as (select ${quoted(role)}::text as role, ${quoted(accountId)}::uuid as account, ${quoted(unitId)}::uuid as unit),
    mine as (select id from areas where id = ${quoted(top)} union all select a.id from areas a join mine m on a.parent_id = m.id),
    above as (select parent_id as id from areas where id = ${quoted(top)} union all select a.parent_id from areas a join above b on a.id = b.id)`;
}

export const keyOf = (key: string[]) => key.map((column) => `t.${column}::text`).join(" || '/' || ");

/** The keys of a table that meet a rule, as the owner finds them. */
export async function keysBy(city: City, person: Person, table: string, [key, rule]: [string[], string]) {
  const rows = await city.owner.unsafe(
    `${seenBy(person)} select ${keyOf(key)} as key from ${table} t, me where ${rule} order by 1`,
  );
  return rows.map((row) => String(row.key));
}

/** Which of some rows that stand nowhere yet meet a rule. */
export async function meet(city: City, person: Person, table: string, [rows, rule]: [unknown[], string]) {
  const found = await city.owner.unsafe(
    `${seenBy(person)} select (${rule}) as meets from jsonb_array_elements($1::text::jsonb) with ordinality e (row, n),
       lateral jsonb_populate_record(null::${table}, e.row) t, me order by e.n`,
    [JSON.stringify(rows)],
  );
  return found.map(({ meets }) => meets === true);
}
