import type { Sql, TransactionSql } from "postgres";
import { fillBare } from "../db/bulk";
import { repairCounts } from "../db/recount";
import { channels, requestTypes } from "../lib/cases/model";
import { textOf } from "./texts";

const batch = 250_000;
const days = 396;

export type Load = {
  cases: number;
  seconds: number;
  rate: number;
  countSeconds: number;
  bytes: number;
  bytesPerCase: number;
};

/**
 * Fills the city with cases over thirteen months up to now, with the first event of each. The server makes the rows
 * itself, a batch at a time, so neither side holds more than one batch; the counts are made afterwards, all at once.
 */
export async function loadCases(
  owner: Sql,
  registrar: string,
  { n, say }: { n: number; say: (line: string) => void },
): Promise<Load> {
  const began = performance.now();
  await owner.begin(async (tx) => {
    await tx.unsafe("set local maintenance_work_mem = '256MB'");
    await tx.unsafe("set local synchronous_commit = off");
    await prepareChoices(tx);
    await fillBare(tx, ["cases", "events"], async () => {
      for (let from = 1; from <= n; from += batch) {
        const to = Math.min(n, from + batch - 1);
        await tx.unsafe(casesOf(n), [from, to]);
        if (Math.floor(to / 1e6) > Math.floor((from - 1) / 1e6)) say(`${to} cases`);
      }
      await tx.unsafe(eventsOf, [registrar]);
    });
    await tx`select setval(pg_get_serial_sequence('cases', 'number'), ${n})`;
  });
  say("indexed; adding up the counts");
  const counting = performance.now();
  await owner.unsafe("vacuum analyze");
  await repairCounts(owner);
  await owner.unsafe("vacuum day_sums, mix_sums, duration_sums, ground_days");
  await owner.unsafe("checkpoint").catch(() => {});
  const ended = performance.now();
  const [size] = await owner<{ bytes: number }[]>`
    select sum(pg_total_relation_size(t::regclass))::float8 as bytes from unnest(array['cases', 'events', 'day_sums', 'mix_sums', 'duration_sums']) t`;
  const bytes = size?.bytes ?? 0;
  const seconds = (ended - began) / 1000;
  const countSeconds = (ended - counting) / 1000;
  return { cases: n, seconds, rate: n / seconds, countSeconds, bytes, bytesPerCase: bytes / n };
}

async function prepareChoices(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`
    create temp table grids on commit drop as
      select (row_number() over (order by pos) - 1)::int as k, id, pos from areas where level = 'grid';
    create unique index on grids (k);
    create temp table kinds on commit drop as
      select (row_number() over (order by code) - 1)::int as k, code, urgent, close_limit is not null as due,
        coalesce(close_limit, 1) * case close_unit when 'hour' then interval '1 hour' when 'work_hour' then interval '3 hours' else interval '1 day' end as close_in
      from categories where length(code) = 4 and closed_at is null;
    create unique index on kinds (k);
    analyze grids; analyze kinds`);
}

/** The same number gives the same case: a share from 0 to 1, drawn from the number of the case and a salt. */
const share = (salt: number) => `((hashint8extended(i, ${salt}) & 1073741823) / 1073741824.0::float8)`;
const pick = (items: readonly string[], salt: number) =>
  `(array[${items.map((item) => `'${item}'`).join(", ")}])[1 + floor(${share(salt)} * ${items.length})::int]`;
/** Waiting times are short for most and long for a few. */
const wait = (salt: number, hours: number) => `-ln(1 - ${share(salt)} * 0.999) * ${hours} * interval '1 hour'`;

const casesOf = (n: number) => `
  insert into cases (id, number, area_id, area_pos, title, body, channel, request_type, category_code, urgent, state, validity,
    registered_at, contact_due_at, dispatch_due_at, close_due_at, contacted_at, dispatched_at, signed_at, resolved_at, closed_at, close_reason,
    voided_at, callback_due_at, called_back_at, callback_outcome, callback_contacted, callback_solved, callback_satisfaction)
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid,
    i, area_id, area_pos, title, body, channel, request_type, code, urgent,
    case when called_at is not null then 'called_back' when closed_at is not null then 'closed' when resolved_at is not null then 'resolved'
      when signed_at is not null then 'signed' when dispatched_at is not null then 'dispatched' else 'registered' end,
    validity, at, at + interval '24 hours', at + interval '2 hours', case when due then at + close_in end, contacted_at, dispatched_at, signed_at, resolved_at,
    closed_at, case when closed_at is null then null when validity = 'valid' then reason else 'duplicate' end, case when validity <> 'valid' then closed_at end,
    closed_at + interval '3 days', called_at, case when called_at is null then null when answer < 0.8 then 'reached' when answer < 0.95 then 'unreachable' else 'declined' end,
    case when called_at is not null and answer < 0.8 then answer < 0.75 end,
    case when called_at is not null and answer < 0.8 then case when answer < 0.6 then 'yes' when answer < 0.7 then 'partly' else 'no' end end,
    case when called_at is not null and answer < 0.8 then 5 - floor(answer * 5)::int end
  from (
    select *, case when closed_at + later <= now() and validity = 'valid' and reason in ('solved', 'explained') then closed_at + later end as called_at,
      case when closed_at is not null or resolved_due <= now() then least(resolved_due, closed_at) end as resolved_at
    from (
      select *, case when close_due <= now() then close_due end as closed_at, case when close_due - (close_due - at) / 5 <= now() then close_due - (close_due - at) / 5 end as resolved_due,
        case when first_contact <= now() then first_contact end as contacted_at, case when hand_on <= now() then hand_on end as dispatched_at,
        case when hand_on + interval '20 minutes' <= now() then hand_on + interval '20 minutes' end as signed_at
      from (
        select i, md5(i::text) as hash, ${textOf("title")} as title, ${textOf("body")} as body, g.id as area_id, g.pos as area_pos, t.at, ${pick(channels, 3)} as channel, ${pick(requestTypes, 4)} as request_type,
          k.code, k.urgent, k.due, k.close_in, t.at + ${wait(5, 6)} as first_contact, t.at + ${wait(6, 0.7)} as hand_on, t.at + interval '30 minutes' + ${wait(7, 40)} as close_due,
          case when ${share(8)} < 0.96 then 'valid' when ${share(8)} < 0.98 then 'duplicate' else 'invalid' end as validity,
          case when ${share(9)} < 0.8 then 'solved' when ${share(9)} < 0.92 then 'explained' else 'not_ours' end as reason, ${share(10)} as answer, interval '6 hours' + ${wait(11, 24)} as later
        from generate_series($1::bigint, $2::bigint) i
        cross join lateral (select date_trunc('milliseconds', now() - ${days} * interval '1 day' * (1 - (i - 1 + ${share(1)}) / ${n})) as at) t
        join grids g on g.k = floor(${share(2)} * 60000)::int
        join kinds k on k.k = floor(${share(12)} * (select count(*) from kinds))::int
      ) drawn
    ) timed
  ) told`;

const eventsOf = `
  insert into events (subject_id, id, subject, action, area_pos, account_id, by, role, at, detail)
  select id, id, 'case', 'case.registered', area_pos, $1::uuid, '量', 'staff', registered_at, '{"channel": "phone"}' from cases`;
