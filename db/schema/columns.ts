import { sql } from "drizzle-orm";
import { integer, pgPolicy, timestamp, uuid } from "drizzle-orm/pg-core";
import { uuidv7 } from "uuidv7";

export const id = () => uuid().primaryKey().$defaultFn(uuidv7);
/** An instant to the millisecond, which is what a cursor can say. */
export const at = () => timestamp({ withTimezone: true, precision: 3 });
export const areaPos = () => integer().notNull();

const scope = (lo: string, hi: string, column: string) =>
  sql.raw(`${column} between current_setting('app.${lo}')::int and current_setting('app.${hi}')::int`);

/** Rows of the actor's business scope: empty for administrators, an error where no scope was set. */
export const inScope = (column = "area_pos") => scope("lo", "hi", column);

/** Rows of the actor's part of the tree, which administrators see too. */
export const inTree = (column = "area_pos") => scope("tree_lo", "tree_hi", column);

export const noUnit = sql.raw("current_setting('app.unit') = ''");

export const readable = (name: string, using: ReturnType<typeof sql>) =>
  pgPolicy(`${name}_read`, { for: "select", using });
export const writable = (name: string, check: ReturnType<typeof sql>, checkNew = check) => [
  pgPolicy(`${name}_insert`, { for: "insert", withCheck: checkNew }),
  pgPolicy(`${name}_update`, { for: "update", using: check, withCheck: check }),
];

export const isRole = (...roles: string[]) =>
  sql.raw(`current_setting('app.role') in (${roles.map((role) => `'${role}'`).join(", ")})`);

/** Rows of the actor's business scope; a handler's only where the case is or was with its unit. */
export function assignedScope(caseId: string) {
  return sql.raw(
    `area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or exists (select 1 from assignments a where a.case_id = ${caseId} and a.unit_id = nullif(current_setting('app.unit'), '')::uuid))`,
  );
}

/** Rows of an estate: of the actor's business scope, and of a unit only while it is a party to the estate. */
export const estateScope = (estateId: string) => sql.raw(estateScopeText(estateId, "area_pos"));

/** The same for what the owner answers in place of the policies. */
export function estateScopeText(estateId: string, pos: string): string {
  return `${pos} between current_setting('app.lo')::int and current_setting('app.hi')::int
     and (current_setting('app.unit') = '' or ${estateId} in (select my_estates()))`;
}

/** The same with the cases to which the handler's unit was called: to be read, and changed by those they are assigned to. */
export function joinedScope(caseId: string) {
  return sql.raw(
    `area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int and ${joined(caseId)}`,
  );
}

/** Whether a case is of the handler's unit, or one to which it was called; anybody else works for no unit. */
export const joined = (caseId: string) =>
  `(current_setting('app.unit') = ''
     or exists (select 1 from assignments a where a.case_id = ${caseId} and a.unit_id = nullif(current_setting('app.unit'), '')::uuid)
     or exists (select 1 from whistles w where w.case_id = ${caseId} and w.unit_id = nullif(current_setting('app.unit'), '')::uuid and w.end_reason is distinct from 'withdrawn'))`;
