import type { Sql, TransactionSql } from "postgres";
import { uuidv7 } from "uuidv7";
import { clocks, dayCounters } from "../lib/counters/model";

/**
 * The top of the tree is the country, so that provinces, or a demo beside them, have one root. Makes it where there is
 * none, above what stands, and the account of the command line, which acts from there and cannot sign in.
 */
export async function ensureRoot(owner: Sql): Promise<void> {
  await owner.begin(rootIn);
}

export async function rootIn(tx: TransactionSql): Promise<void> {
  await ensureCountry(tx);
  await ensureOperator(tx);
}

async function ensureCountry(tx: TransactionSql): Promise<void> {
  const [top] = await tx`select id, level from areas where parent_id is null for update`;
  if (top?.level === "country") return;
  const id = uuidv7();
  await tx`
      insert into areas (id, level, name, plain_name, pos, last)
      select ${id}, 'country', '全国', '全国', coalesce(max(last), 0) + 1, coalesce(max(last), 0) + 1 from areas`;
  if (top) await tx`update areas set parent_id = ${id} where id = ${top.id}`;
  await tx`select number_areas()`;
  if (!top) return;
  await tx.unsafe(copyCounts("day_sums", ["day", ...dayCounters]), [id, top.id]);
  await tx.unsafe(copyCounts("mix_sums", ["dimension", "day", "key", "n"]), [id, top.id]);
  await tx.unsafe(copyCounts("duration_sums", ["day", ...clocks]), [id, top.id]);
  await tx`select fill_ground()`;
  await tx`
      update grants set area_id = ${id} where area_id = ${top.id}
        and account_id in (select id from accounts where login = 'operator')`;
}

async function ensureOperator(tx: TransactionSql): Promise<void> {
  const [known] = await tx`select 1 from accounts where login = 'operator'`;
  if (known) return;
  const id = uuidv7();
  await tx`insert into accounts (id, login, name) values (${id}, 'operator', '命令行')`;
  await tx`
    insert into grants (id, account_id, role, area_id)
    select ${uuidv7()}, ${id}, 'official', id from areas where parent_id is null`;
}

const copyCounts = (table: string, columns: string[]) => `
  insert into ${table} (area_id, area_pos, ${columns.join(", ")})
  select a.id, a.pos, ${columns.map((column) => `t.${column}`).join(", ")} from areas a, ${table} t where a.id = $1 and t.area_id = $2`;
