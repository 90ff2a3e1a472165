import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeConnections, type Transaction, withActor } from "../../db/index";
import { databaseUrl } from "../env";
import { codeOf } from "../errors";
import carriedTables from "./testing/carried.json";
import { keyOf, keysBy, meet } from "./testing/oracle";
import { type TableRule, tableRules } from "./testing/rows";
import { type City, openCity, type Person } from "./testing/world";

let city: City;
beforeAll(async () => {
  city = await openCity("rows");
}, 60_000);
afterAll(async () => {
  await closeConnections();
  await city.close();
});

const rules = Object.entries(tableRules);
/** Everybody tries every table: the more of them, the longer it takes. */
const patience = { timeout: rules.length * 2_000 };
type Row = Record<string, unknown>;

async function asStaff<T>(person: Person, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const answer = await withActor(person.sessionId, async (tx) => ({ value: await work(tx) }));
  if (!answer) throw new Error(`${person.login} is not let in`);
  return answer.value;
}

/** Whether the database let it through the policies; what fails for another reason had passed them. */
async function passes(tx: Transaction, statement: ReturnType<typeof sql>): Promise<boolean> {
  const undone = new Error("undone");
  try {
    await tx.transaction(async (inner) => {
      await inner.execute(statement);
      throw undone;
    });
  } catch (error) {
    return error === undone || codeOf(error) !== "42501";
  }
  return true;
}

async function compareReading(person: Person): Promise<number> {
  let looked = 0;
  for (const [table, { key, see }] of rules) {
    const expected = await keysBy(city, person, table, [key, see]);
    const found = await asStaff(person, (tx) =>
      tx.execute<{ key: string }>(sql.raw(`select ${keyOf(key)} as key from ${table} t order by 1`)),
    );
    expect(
      found.map((row) => row.key),
      `${person.role} at ${person.top} reads ${table}`,
    ).toEqual(expected);
    looked += expected.length;
  }
  return looked;
}

/** Changes every row it can: those it sees by name, and blindly, where no policy of reading helps. */
async function compareChanging(person: Person): Promise<void> {
  for (const [table, { key, see, change, touch }] of rules) {
    if (!change || !touch) continue;
    const expected = await keysBy(city, person, table, [key, `(${see}) and (${change})`]);
    const blindly = await keysBy(city, person, table, [key, change]);
    const found = await undone(person, (tx) =>
      tx.execute<{ key: string }>(sql.raw(`update ${table} t set ${touch} returning ${keyOf(key)} as key`)),
    );
    expect(found.map((row) => row.key).sort(), `${person.role} at ${person.top} changes ${table}`).toEqual(expected);
    const { count } = await undone(person, (tx) => tx.execute(sql.raw(`update ${table} set ${touch}`)));
    expect(count, `${person.role} at ${person.top} changes ${table} blindly`).toBe(blindly.length);
  }
}

async function undone<T>(person: Person, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const end = new Error("undone");
  let found: { value: T } | null = null;
  await asStaff(person, async (tx) => {
    found = { value: await work(tx) };
    throw end;
  }).catch((error: unknown) => {
    if (error !== end) throw error;
  });
  // Set before the transaction was ended on purpose.
  return (found as unknown as { value: T }).value;
}

/** Adds a copy of each kind of row in each area. */
async function compareAdding(person: Person): Promise<void> {
  for (const [table, { key, add }] of rules) {
    if (!add) continue;
    const copies = await copiesOf(table, key);
    const expected = await meet(city, person, table, [copies, add]);
    const columns = sql.raw(await givenColumns(table));
    const found = await asStaff(person, async (tx) => {
      const passed: boolean[] = [];
      for (const copy of copies)
        passed.push(
          await passes(
            tx,
            sql`insert into ${sql.raw(table)} (${columns}) select ${columns} from jsonb_populate_record(null::${sql.raw(table)}, ${JSON.stringify(copy)}::text::jsonb)`,
          ),
        );
      return passed;
    });
    expect(found, `${person.role} at ${person.top} adds to ${table}`).toEqual(expected);
  }
}

/** The columns that may be given; of most tables all. */
async function givenColumns(table: string): Promise<string> {
  const staff = decodeURIComponent(new URL(databaseUrl("staff")).username);
  const rows = await city.owner`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and has_column_privilege(${staff}, ${table}, attname, 'INSERT')`;
  return rows.map(({ name }) => name).join(", ");
}

/** One row to copy of each area, where a table has areas; with a key of its own. */
async function copiesOf(table: string, key: string[]): Promise<Row[]> {
  const each = copied[table] ?? "area_id";
  const rows = await city.owner.unsafe(`select distinct on (${each}) to_jsonb(t) as row from ${table} t`);
  return rows.map(({ row }) => ({
    ...row,
    ...(key.includes("id") ? { id: uuidv7() } : {}),
    ...(table === "case_links" ? { other_id: uuidv7() } : {}),
    ...(table === "accounts" ? { login: uuidv7() } : {}),
    ...(table === "answer_batches" ? { code: uuidv7() } : {}),
    ...(table === "settings" ? { key: "copied" } : {}),
    ...given[table],
  }));
}

const given: Record<string, Row> = {
  categories: { code: "9999" },
  category_rules: { code: "0203" },
  case_sources: { source: "copied" },
};

const copied: Record<string, string> = {
  accounts: "name is null",
  settings: "value is null",
  categories: "area_id",
  instruments: "id",
  instrument_items: "instrument_id",
  assignments: "area_pos, unit_id",
  case_requests: "area_pos, case_id",
  case_links: "area_pos, case_id",
  urges: "area_pos, case_id",
  whistles: "area_pos, unit_id",
  callback_picks: "area_pos",
  case_contacts: "area_pos, case_id",
  case_photos: "area_pos, case_id",
  ledger_marks: "area_pos",
  agreement_tasks: "area_id, unit_id",
  saved_views: "area_id, owner_id",
  grants: "area_id, role",
  reminder_marks: "account_id",
};

/** Carries all rows it may change over to every other area, blindly, so that no policy of reading helps. */
async function compareCarrying(person: Person): Promise<void> {
  const areas = await city.owner<{ id: string; pos: number; last: number }[]>`select id, pos, last from areas`;
  for (const [table, rule] of rules) {
    const row = carried.has(table) ? await firstOf(person, table, rule) : null;
    if (!row) continue;
    const moved = areas.map((area) => ({ ...row, ...carry(table, area) }));
    const allowed =
      table === "areas"
        ? "(select a.id from areas a where a.last = t.pos limit 1) in (select id from mine)"
        : (rule.change ?? "false");
    const expected = await meet(city, person, table, [moved, allowed]);
    const found = await asStaff(person, async (tx) => {
      const passed: boolean[] = [];
      for (const area of areas) {
        const values = Object.entries(carry(table, area)).map(([column, value]) => `${column} = '${value}'`);
        passed.push(await passes(tx, sql.raw(`update ${table} set ${values.join(", ")}`)));
      }
      return passed;
    });
    expect(found, `${person.role} at ${person.top} carries ${table}`).toEqual(expected);
  }
}

const carried = new Set(carriedTables);

function carry(table: string, area: { id: string; pos: number; last: number }): Row {
  if (table === "areas") return { pos: area.last };
  if (table === "assignments" || table === "case_requests") return { area_pos: area.pos };
  return table === "grants" ? { area_id: area.id } : { area_id: area.id, area_pos: area.pos };
}

async function firstOf(person: Person, table: string, { key, see, change }: TableRule): Promise<Row | null> {
  const [first] = await keysBy(city, person, table, [key, `(${see}) and (${change})`]);
  if (first === undefined) return null;
  const [found] = await city.owner.unsafe(`select to_jsonb(t) as row from ${table} t where ${keyOf(key)} = $1`, [
    first,
  ]);
  return found?.row ?? null;
}

test("the rules name every table that anybody is granted", async () => {
  const granted = await city.owner`
    select distinct table_name as name from information_schema.column_privileges
    where grantee = ${decodeURIComponent(new URL(databaseUrl("staff")).username)} order by 1`;
  expect(Object.keys(tableRules).sort()).toEqual(granted.map(({ name }) => name));
});

describe.each(["甲街道", "甲一社区", "试城"])("at %s", (top) => {
  const everybody = () => city.people.filter((person) => person.top === city.areas.get(top));

  test("everybody reads the rows of the own area and role, and no others", patience, async () => {
    for (const person of everybody()) expect(await compareReading(person)).toBeGreaterThan(0);
  });
  test("everybody changes the rows of the own area and role, and no others", patience, async () => {
    for (const person of everybody()) await compareChanging(person);
  });
  test("everybody adds rows where the own area and role reach, and nowhere else", patience, async () => {
    for (const person of everybody()) await compareAdding(person);
  });
  test("nobody carries a row over the border", patience, async () => {
    for (const person of everybody()) await compareCarrying(person);
  });
});

test("after a move of a subtree every scope has moved along", patience, async () => {
  const [moved, under] = [city.areas.get("乙一社区") ?? "", city.areas.get("甲街道") ?? ""];
  const [root] = await city.owner<{ pos: number; last: number }[]>`select pos, last from areas where parent_id is null`;
  await city.owner.begin(async (tx) => {
    await tx.unsafe(`set local app.tree_lo = '${root?.pos}'; set local app.tree_hi = '${root?.last}'`);
    await tx`select move_area(${moved}, ${under})`;
  });
  for (const person of city.people) await compareReading(person);
});

test("without a scope there are no rows, for no table", async () => {
  const [person] = city.people;
  if (!person) throw new Error("nobody lives here");
  for (const [table, { see }] of rules) {
    if (see === "true") continue;
    const seen = await asStaff(person, (tx) =>
      tx.transaction(async (inner) => {
        await inner.execute(
          sql.raw(
            "reset app.lo; reset app.hi; reset app.tree_lo; reset app.tree_hi; reset app.role; reset app.account; reset app.unit",
          ),
        );
        return inner.execute(sql.raw(`select 1 from ${table}`));
      }),
    ).then(
      (rows) => rows.length,
      () => 0,
    );
    expect(seen, table).toBe(0);
  }
});
