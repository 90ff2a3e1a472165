import { asc, desc, type SQL, sql } from "drizzle-orm";
import { cases } from "../../db/schema/cases";
import type { AreaRange } from "../areas/model";
import type { Context } from "../context";

/** So many rows of a list are read before the index is asked: what is common stands among them. */
const walked = 4_000;

type Wanted = {
  where: SQL | undefined;
  /** Whether the condition asks for more than place and time. */
  narrow: boolean;
  range: AreaRange;
  size: number;
  oldestFirst?: boolean;
};
export type Found = {
  ids: string[];
  n: number /** Not all were counted: there are at least so many. */;
  more: boolean;
};

/**
 * The first cases of a list that hold all words asked for, and how many do. Common words are met on the way down the
 * list; only what is rare there is worth the index, which for a common word answers with half the city.
 */
export async function searchCases(ctx: Context, asked: string, wanted: Wanted): Promise<Found> {
  const terms = termsOf(asked);
  if (terms.length === 0) return { ids: [], n: 0, more: false };
  const number = /^\d{1,15}$/.test(asked) ? Number(asked) : null;
  const met = await walk(ctx, wanted, or(number, holding(terms)));
  if (met.seen < walked) return { ids: met.ids, n: met.n, more: false };
  if (met.n >= wanted.size) return { ids: met.ids, n: met.n, more: true };
  const words = sql.join(
    terms.map((ways) => sql`${ways.join("\n")}`),
    sql`, `,
  );
  const { pos, last } = wanted.range;
  const found = sql`found_cases(array[${words}]::text[], ${number}::bigint, ${pos}::int, ${last}::int)`;
  return { ...(await lookUp(ctx, wanted, found)), more: false };
}

/**
 * The words, split at spaces, each in all ways in which it may stand in a text, where only A to Z are small already:
 * as it was asked, in small and in large letters, and half as wide or as wide as a character of Chinese. What holds
 * neither letter nor digit is no word.
 */
export function termsOf(asked: string): string[][] {
  const words = smallAtoZ(asked.replace(/[０-９Ａ-Ｚａ-ｚ]/g, narrow)).split(/\s+/);
  const terms = [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))];
  return terms.slice(0, 8).map(waysOf);
}

function waysOf(word: string): string[] {
  const [small, large] = [word.toLowerCase(), word.toUpperCase()];
  const [first = "", ...others] = small;
  const capital = first.toUpperCase() + others.join("");
  const wide = [small, large].map((way) => way.replace(/[0-9A-Za-z]/g, widened));
  return [...new Set([...[word, small, capital, large].map(smallAtoZ), ...wide])];
}

const smallAtoZ = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const widening = 0xff01 - 0x21;
const narrow = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - widening);
const widened = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + widening);

const text = sql`case_text(${cases.title}, ${cases.body}, ${cases.place})`;

function holding(terms: string[][]): SQL {
  const each = terms.map((ways) => sql`(${sql.join(ways.map(inText), sql` or `)})`);
  return sql.join(each, sql` and `);
}

const inText = (way: string) => sql`text like ${`%${way.replace(/[\\%_]/g, "\\$&")}%`}`;

const or = (number: number | null, held: SQL) =>
  number === null ? held : sql`(number = ${number}::bigint or (${held}))`;

function listed(ctx: Context, { where, oldestFirst = false }: Wanted, most: number) {
  const order = oldestFirst ? [asc(cases.registeredAt), asc(cases.id)] : [desc(cases.registeredAt), desc(cases.id)];
  return ctx.db
    .select({ id: cases.id, at: sql`${cases.registeredAt}`.as("at"), number: cases.number, text: text.as("text") })
    .from(cases)
    .where(where)
    .orderBy(...order)
    .limit(most);
}

async function walk(ctx: Context, wanted: Wanted, held: SQL) {
  const [row] = await ctx.db.execute<{ ids: string[]; n: number; seen: number }>(sql`
    with newest as materialized (${listed(ctx, wanted, walked)}), hit as (select id, at from newest where ${held})
    select (select count(*)::int from newest) as seen, (select count(*)::int from hit) as n, ${first(wanted)} as ids`);
  return row ?? { ids: [], n: 0, seen: 0 };
}

async function lookUp(ctx: Context, wanted: Wanted, found: SQL) {
  // What is found bears the columns of place and time, and passes for the cases where nothing else is asked.
  const from = wanted.narrow
    ? sql`cases where id = any(array(select f.id from ${found} f))`
    : sql`${found} cases where true`;
  const [row] = await ctx.db.execute<{ ids: string[]; n: number }>(sql`
    with hit as materialized (select id, registered_at as at from ${from} and ${wanted.where ?? sql`true`})
    select (select count(*)::int from hit) as n, ${first(wanted)} as ids`);
  return row ?? { ids: [], n: 0 };
}

function first({ size, oldestFirst }: Wanted): SQL {
  const direction = sql.raw(oldestFirst ? "asc" : "desc");
  return sql`array(select id::text from hit order by at ${direction}, id ${direction} limit ${size})`;
}
