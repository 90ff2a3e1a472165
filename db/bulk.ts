import type { TransactionSql } from "postgres";

type Part = { kind: "f" | "p" | "u" | "i"; tableName: string; name: string; definition: string };

/**
 * Fills tables without their keys and indexes, which are then built over all rows at once and checked like any others.
 * Whoever reads these tables waits until the transaction ends.
 */
export async function fillBare(tx: TransactionSql, tables: string[], fill: () => Promise<void>): Promise<void> {
  await tx.unsafe("set constraints all immediate");
  const parts = await partsOf(tx, tables);
  for (const part of [...parts].reverse()) await tx.unsafe(dropping(part));
  await fill();
  for (const part of parts) await tx.unsafe(adding(part));
}

/** Keys first, then indexes, then what points to other tables; a key that other tables point to stays. */
function partsOf(tx: TransactionSql, tables: string[]): Promise<Part[]> {
  return tx<Part[]>`
    select * from (
      select contype::text as kind, conrelid::regclass::text as "tableName", conname as name, pg_get_constraintdef(c.oid) as definition
      from pg_constraint c
      where conrelid = any(${tables}::text[]::regclass[]) and not condeferrable
        and (contype = 'f' or (contype in ('p', 'u') and not exists (
          select 1 from pg_constraint o where o.contype = 'f' and o.confrelid = c.conrelid and o.conrelid <> all(${tables}::text[]::regclass[]))))
      union all
      select 'i', indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid)
      from pg_index i
      where indrelid = any(${tables}::text[]::regclass[]) and not exists (select 1 from pg_constraint o where o.conindid = i.indexrelid)
    ) parts
    order by array_position(array['p', 'u', 'i', 'f'], kind), "tableName", name`;
}

const dropping = ({ kind, tableName, name }: Part) =>
  kind === "i" ? `drop index ${name}` : `alter table ${tableName} drop constraint "${name}"`;

const adding = ({ kind, tableName, name, definition }: Part) =>
  kind === "i" ? definition : `alter table ${tableName} add constraint "${name}" ${definition}`;
