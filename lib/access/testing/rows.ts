/**
 * Which rows of each table somebody may see, change and add, said once more in plain SQL over the parents of areas and
 * run by the owner: no positions, no ranges, none of the policies. `mine` are the areas at and below the actor's own,
 * `above` those it lies in; the actor is `me` (role, unit, account, top).
 */
/** `touch` is a change that reads nothing. */
export type TableRule = { key: string[]; see: string; change?: string; add?: string; touch?: string };

const administers = "me.role in ('sysadmin', 'secadmin', 'auditor')";
const works = `not ${administers}`;
const inside = (area = "t.area_id") => `${area} in (select id from mine)`;
const areaOf = "(select a.id from areas a where a.pos = t.area_pos)";
const assigned = (id: string) =>
  `(me.role <> 'handler' or exists (select from assignments x where x.case_id = ${id} and x.unit_id = me.unit))`;
const joined = (id: string) =>
  `(${assigned(id)} or exists (select from whistles x where x.case_id = ${id} and x.unit_id = me.unit and coalesce(x.end_reason, '') <> 'withdrawn'))`;
const business = `${works} and ${inside()} and me.role <> 'handler'`;
/** A unit sees of estates those it is a party to today. */
const partyTo = (estate: string) => `${works} and ${inside()} and (me.role <> 'handler' or exists (
  select from estate_parties x where x.estate_id = ${estate} and x.unit_id = me.unit
    and x.starts_on <= current_date and (x.ends_on is null or x.ends_on >= current_date)))`;
const ownTask = `${partyTo("t.estate_id")} and (me.role <> 'handler' or t.unit_id = me.unit)`;
/** An account is judged by its grants: those that stand, or where none stands by those it had; without any by all. */
const judged = `(select g.area_id from grants g where g.account_id = t.id and (g.revoked_at is null
  or not exists (select from grants o where o.account_id = t.id and o.revoked_at is null)))`;
const allMine = `not exists (select from ${judged} j where j.area_id not in (select id from mine))`;
const someMine = `(exists (select from ${judged} j where j.area_id in (select id from mine)) or not exists (select from ${judged} j))`;

const ofTree: TableRule = { key: ["id"], see: inside(), change: inside(), add: inside() };
const all: TableRule = { key: ["id"], see: "true" };
const dispatchers = "me.role in ('official', 'sysadmin')";

export const tableRules: Record<string, TableRule> = {
  areas: { key: ["id"], see: inside("t.id"), change: inside("t.id"), touch: "name = 'x'" },
  area_ancestors: { key: ["area_id", "ancestor_id"], see: inside("t.ancestor_id") },
  area_codes: { ...ofTree, touch: "name = null" },
  area_predecessors: { key: ["area_id", "predecessor_id"], see: inside(), add: inside() },
  boundaries: { ...ofTree, key: ["area_id"], touch: "drawn = 'demo'" },
  officers: { ...ofTree, touch: "name = 'x'" },
  stations: { ...ofTree, touch: "name = 'x'" },
  imports: { key: ["id"], see: inside(), add: inside() },
  units: {
    ...all,
    change: `${dispatchers} and ${inside()}`,
    add: `${dispatchers} and ${inside()}`,
    touch: "closed_on = null",
  },
  categories: { ...all, key: ["code"], add: `me.role = 'official' and ${inside()}` },
  category_rules: {
    key: ["area_id", "code"],
    see: `${works} and (${inside()} or t.area_id in (select id from above))`,
    change: `me.role = 'official' and ${inside()}`,
    add: `me.role = 'official' and ${inside()}`,
    touch: "name = 'x'",
  },
  settings: { ...all, key: ["key"], change: "me.role = 'sysadmin'", add: "me.role = 'sysadmin'", touch: "value = '1'" },
  instruments: {
    key: ["id"],
    see: `t.published_at is not null or (${business})`,
    change: `t.published_at is null and ${business}`,
    add: `t.published_at is null and ${business}`,
    touch: "name = 'x'",
  },
  instrument_items: {
    key: ["instrument_id", "code"],
    see: "true",
    add: `exists (select from instruments i where i.id = t.instrument_id and i.published_at is null
      and ${works} and ${inside("i.area_id")} and me.role <> 'handler')`,
  },
  cases: {
    key: ["id"],
    see: `${works} and ${inside()} and ${joined("t.id")}`,
    change: `${works} and ${inside()} and ${assigned("t.id")}`,
    add: business,
    touch: "title = 'x'",
  },
  assignments: {
    key: ["case_id", "id"],
    see: `${works} and ${inside(areaOf)} and (me.role <> 'handler' or t.unit_id = me.unit)`,
    change: `${works} and ${inside(areaOf)} and (me.role <> 'handler' or t.unit_id = me.unit)`,
    add: `${works} and ${inside(areaOf)} and (me.role <> 'handler' or t.unit_id = me.unit)`,
    touch: "end_reason = null",
  },
  case_requests: {
    key: ["case_id", "id"],
    see: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    change: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    add: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    touch: "reason = 'x'",
  },
  callback_draws: { key: ["id"], see: business, add: business },
  callback_picks: {
    key: ["case_id", "draw_id"],
    see: `${works} and ${inside(areaOf)} and me.role <> 'handler'`,
    add: `${works} and ${inside(areaOf)} and me.role <> 'handler'`,
  },
  topics: { key: ["id"], see: business, change: business, add: business, touch: "title = 'x'" },
  topic_cases: {
    key: ["topic_id", "case_id"],
    see: business,
    change: business,
    add: business,
    touch: "taken_at = null",
  },
  topic_tasks: {
    key: ["topic_id", "id"],
    see: business,
    change: business,
    add: business,
    touch: "done_note = null",
  },
  topic_notes: { key: ["topic_id", "id"], see: business, add: business },
  urges: {
    key: ["case_id", "id"],
    see: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    change: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    add: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    touch: "answered_name = 'x'",
  },
  whistles: {
    key: ["case_id", "id"],
    see: `${works} and ${inside(areaOf)} and ((t.unit_id = me.unit and coalesce(t.end_reason, '') <> 'withdrawn') or ${assigned("t.case_id")})`,
    change: `${works} and ${inside(areaOf)} and (me.role <> 'handler' or t.unit_id = me.unit)`,
    add: `${works} and ${inside(areaOf)} and me.role <> 'handler'`,
    touch: "arrived_name = 'x'",
  },
  case_links: {
    key: ["case_id", "other_id"],
    see: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    add: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
  },
  escalation_rules: {
    key: ["id"],
    see: `(${inside()} or t.area_id in (select id from above))`,
    change: business,
    add: business,
    touch: "ended_at = null",
  },
  escalations: {
    key: ["case_id", "rule_id"],
    see: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
  },
  reminder_marks: {
    key: ["grant_id"],
    see: "t.account_id = me.account",
    change: "t.account_id = me.account",
    add: "t.account_id = me.account",
    touch: "seen_at = null",
  },
  case_contacts: {
    key: ["case_id"],
    see: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    change: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    add: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    touch: "given_at = '2026-11-20'",
  },
  case_photos: {
    key: ["case_id", "id"],
    see: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    change: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    add: `${works} and ${inside(areaOf)} and ${assigned("t.case_id")}`,
    touch: "removed_at = null",
  },
  reply_templates: {
    key: ["id"],
    see: `${works} and me.role <> 'handler' and (${inside()} or t.area_id in (select id from above))`,
    change: business,
    add: business,
    touch: "name = 'x'",
  },
  saved_views: {
    key: ["id"],
    see: `t.owner_id = me.account or (t.shared and ${works} and me.role <> 'handler' and (${inside()} or t.area_id in (select id from above)))`,
    change: `t.owner_id = me.account and ${works} and ${inside()}`,
    add: `t.owner_id = me.account and ${works} and ${inside()}`,
    touch: "name = 'x'",
  },
  events: {
    key: ["subject_id", "id"],
    see: `${inside(areaOf)} and (me.role = 'auditor'
      or (t.subject = 'case' and ${works} and ${joined("t.subject_id")})
      or (t.subject not in ('case', 'account', 'setting') and me.role <> 'handler'))`,
  },
  estates: {
    key: ["id"],
    see: partyTo("t.id"),
    change: business,
    add: business,
    touch: "name = gen_random_uuid()::text",
  },
  estate_places: {
    key: ["estate_id", "place_id"],
    see: partyTo("t.estate_id"),
    change: business,
    add: business,
    touch: "ended_on = null",
  },
  estate_parties: {
    key: ["estate_id", "id"],
    see: partyTo("t.estate_id"),
    change: business,
    add: business,
    touch: "ends_on = null",
  },
  agreements: { key: ["estate_id", "id"], see: partyTo("t.estate_id"), add: business },
  agreement_tasks: {
    key: ["estate_id", "id"],
    see: partyTo("t.estate_id"),
    change: ownTask,
    add: ownTask,
    touch: "done_name = null",
  },
  ledger_marks: {
    key: ["case_id"],
    see: `${works} and ${inside(areaOf)} and me.role <> 'handler'`,
    change: `${works} and ${inside(areaOf)} and me.role <> 'handler'`,
    add: `${works} and ${inside(areaOf)} and me.role <> 'handler'`,
    touch: "shared = true",
  },
  projects: { key: ["id"], see: business, change: business, add: business, touch: "kept_on = null" },
  findings: { key: ["id"], see: business, change: business, add: business, touch: "result = null" },
  case_sources: {
    key: ["area_id", "source"],
    see: business,
    change: business,
    add: business,
    touch: "changed_at = '2026-11-02'",
  },
  visits: { key: ["id"], see: business, add: business },
  count_changes: { key: ["area_id", "day", "what", "key"], see: business },
  fresh_cases: {
    key: ["case_id"],
    see: `${works} and me.role <> 'handler' and t.case_id in (select c.id from cases c where ${inside("c.area_id")})`,
  },
  day_sums: { key: ["area_id", "day"], see: business },
  mix_sums: { key: ["area_id", "dimension", "day", "key"], see: business },
  duration_sums: { key: ["area_id", "day"], see: business },
  area_days: { key: ["area_id", "day"], see: business },
  mix_days: { key: ["area_id", "dimension", "day", "key"], see: business },
  duration_days: { key: ["area_id", "day"], see: business },
  ground_days: { key: ["area_id", "day"], see: inside() },
  rounds: {
    key: ["id"],
    see: `${works} and me.role <> 'handler' and (${inside()} or t.area_id in (select id from above))`,
    change: business,
    add: business,
    touch: "name = 'x'",
  },
  round_cells: { key: ["round_id", "area_id", "key"], see: business },
  improvements: { key: ["id"], see: business, change: business, add: business, touch: "topic_id = null" },
  improvement_cases: { key: ["improvement_id", "case_id"], see: business, add: business },
  paper_batches: { key: ["id"], see: business, add: business },
  answer_batches: { key: ["id"], see: business, change: business, add: business, touch: "revoked_at = null" },
  accounts: {
    key: ["id"],
    see: `t.id = me.account or (me.role in ('sysadmin', 'secadmin') and ${someMine})`,
    change: `me.role = 'sysadmin' and ${allMine}`,
    add: "me.role = 'sysadmin'",
    touch: "name = 'x'",
  },
  grants: {
    key: ["id"],
    see: `t.account_id = me.account or (me.role in ('sysadmin', 'secadmin') and ${inside()})`,
    change: `me.role = 'secadmin' and t.account_id <> me.account and ${inside()}`,
    add: `me.role = 'secadmin' and t.account_id <> me.account and ${inside()}`,
    touch: "ends_on = null",
  },
};
