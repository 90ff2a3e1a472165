import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import { placeEstate, placeProject } from "./furniture-of-units";

const ring = [
  [106, 26],
  [106.1, 26],
  [106.1, 26.1],
  [106, 26.1],
  [106, 26],
];
const square = JSON.stringify({ type: "Polygon", coordinates: [ring] });

type Units = { unit: string; otherUnit: string };

const item = { code: "q1", position: 1, sense: "gain", low: 1, high: 5, top_from: 5, scored: true, labels: "{}" };

/** Rows of every table in every area, written by the owner past all policies. */
export async function furnish(owner: Sql, { unit, otherUnit }: Units): Promise<void> {
  const instrument = uuidv7();
  await owner`insert into instruments (id, key, version, name, published_at) values (${instrument}, 'test', 1, '试卷', '2026-01-01')`;
  await owner`insert into instrument_items ${owner({ ...item, instrument_id: instrument })}`;
  await owner`insert into reminder_marks (grant_id, account_id) select id, account_id from grants`;
  const areas = await owner<{ id: string; pos: number; last: number }[]>`select id, pos, last from areas order by pos`;
  for (const { id, pos, last } of areas) {
    const at = { area_id: id, area_pos: pos };
    await owner`insert into area_codes ${owner({ ...at, id: uuidv7(), scheme: "local", code: String(pos), valid_from: "2020-01-01" })}`;
    await owner`insert into area_predecessors ${owner({ ...at, predecessor_id: id })}`;
    await owner`insert into boundaries ${owner({ ...at, shape: square, outline: square, drawn: "demo" })}`;
    await owner`insert into officers ${owner({ ...at, id: uuidv7(), name: "王某", kind: "full_time", starts_on: "2020-01-01" })}`;
    await owner`insert into stations ${owner({ ...at, id: uuidv7(), name: "驿站", field: "residents", opened_on: "2020-01-01" })}`;
    await owner`insert into units ${owner({ ...at, id: uuidv7(), name: "物业公司", kind: "property" })}`;
    await owner`insert into categories ${owner({ code: `01${100_000 + pos}`, parent_code: "01", name_zh: "自设", name_hant: "自設", name_en: "own", area_id: id })}`;
    await owner`insert into category_rules ${owner({ ...at, area_last: last, code: "0202", notice: "先看灯杆编号" })}`;
    await owner`insert into case_sources ${owner({ ...at, source: "12345", columns: "{}", changed_at: "2026-11-01" })}`;
    await owner`insert into imports ${owner({ ...at, id: uuidv7(), kind: "cases", file_name: "a.csv", file_hash: "a", rows: 1, applied: 1, rejected: 0, at: "2026-11-01" })}`;
    await owner`insert into visits ${owner({ ...at, id: uuidv7(), visited_on: "2026-11-02", due: 10, visited: 5 })}`;
    await placeFinding(owner, id);
    await placeProject(owner, id);
    await owner`insert into instrument_items ${owner({ ...item, instrument_id: await placeInstrument(owner, id) })}`;
    const round = uuidv7();
    await owner`insert into rounds ${owner({ ...at, id: round, area_last: last, instrument_id: instrument, name: "一轮", mode: "paper", opens_on: "2026-01-01", closes_on: "2026-02-01" })}`;
    await owner`insert into round_cells ${owner({ ...at, round_id: round, key: "gain", n: 40, missing: 0, mean: 4, variance: 1, top: 10 })}`;
    await owner`insert into paper_batches ${owner({ ...at, id: uuidv7(), round_id: round, begun_on: "2026-01-01" })}`;
    await owner`insert into answer_batches ${owner({ ...at, id: uuidv7(), round_id: round, code: String(pos), sheets: 10, made_on: "2026-01-01" })}`;
    await owner`insert into reply_templates ${owner({ ...at, id: uuidv7(), area_last: last, name: "修好了", move: "close", body: "已修好。", changed_name: "王某", changed_at: "2026-11-01" })}`;
    await owner`insert into saved_views select gen_random_uuid(), ${id}, ${pos}, ${last}, a.id, a.name, '办理中', 'queue=open', shared, false, '2026-11-01' from accounts a, (values (true), (false)) s (shared)`;
    await owner`insert into answers ${owner({ ...at, round_id: round, marks: "{}" })}`;
    const rule = await placeRule(owner, id);
    const asked = await placeCase(owner, id, { state: "registered" });
    await placeImprovement(owner, id, asked);
    await owner`insert into escalations ${owner({ case_id: asked, rule_id: rule, area_pos: pos, clock: "close", to_area_id: id, to_role: "leader", due_at: "2026-11-19", at: "2026-11-20" })}`;
    const draw = uuidv7();
    await owner`insert into callback_draws ${owner({ ...at, id: draw, seed: "a", share: 20, from_day: "2026-11-01", to_day: "2026-11-02", total: 1, picked: 1, drawn_name: "王某", drawn_at: "2026-11-20" })}`;
    await owner`insert into callback_picks ${owner({ case_id: asked, draw_id: draw, area_pos: pos, rank: 1, picked: true, drawn_at: "2026-11-20" })}`;
    for (const each of [unit, otherUnit]) {
      const caseId = await placeCase(owner, id, { state: "dispatched", unit: each });
      await placeRequest(owner, caseId, "return");
      await placeUrge(owner, caseId);
      await placeEstate(owner, id, each);
      await owner`insert into ledger_marks ${owner({ case_id: caseId, area_pos: pos, shared: true, marked_at: "2026-11-20" })}`;
      await placeWhistle(owner, caseId, otherUnit);
      await owner`insert into case_contacts ${owner({ case_id: caseId, area_pos: pos, sealed: "1.x", given_at: "2026-11-20" })}`;
      await placePhoto(owner, caseId);
      await owner`insert into case_links ${owner({ case_id: caseId, other_id: uuidv7(), area_pos: pos, kind: "related", at: "2026-11-20" })}`;
    }
    await placeTopic(owner, id, unit);
    const called = await placeCase(owner, id, { state: "signed", unit: otherUnit });
    await placeWhistle(owner, called, unit);
    const spared = await placeCase(owner, id, { state: "signed", unit: otherUnit });
    const withdrawn = await placeWhistle(owner, spared, unit);
    await owner`update whistles set ended_at = '2026-11-21', end_reason = 'withdrawn' where id = ${withdrawn}`;
    for (const subject of ["area", "account", "setting", "round", "import", "unit", "estate"])
      await note(owner, id, { subject, about: id });
  }
}

export type CaseAt = { state: "registered" | "dispatched" | "signed" | "resolved" | "closed"; unit?: string | null };

const stages = ["registered", "dispatched", "signed", "resolved", "closed"];

/** A case that came as far as `state`, with the unit that has it and the event of its registering. */
export async function placeCase(owner: Sql, area: string, { state, unit = null }: CaseAt): Promise<string> {
  const id = uuidv7();
  const passed = (stage: string) => (stages.indexOf(state) >= stages.indexOf(stage) ? "2026-11-20T02:00:00Z" : null);
  await owner`
    insert into cases (id, area_id, area_pos, title, channel, state, registered_at, dispatched_at, signed_at, resolved_at, closed_at, close_reason, unit_id)
    select ${id}, id, pos, '路灯不亮', 'phone', ${state}, '2026-11-20T01:00:00Z', ${passed("dispatched")}, ${passed("signed")},
      ${passed("resolved")}, ${passed("closed")}, ${state === "closed" ? "solved" : null}, ${unit}
    from areas where id = ${area}`;
  if (unit)
    await owner`insert into assignments (case_id, id, area_pos, unit_id, dispatched_at) select ${id}, ${uuidv7()}, pos, ${unit}, '2026-11-20T02:00:00Z' from areas where id = ${area}`;
  if (state === "registered")
    await owner`insert into fresh_cases (case_id, area_pos) select id, area_pos from cases where id = ${id}`;
  else await owner`select count_case(null, ${id})`;
  await note(owner, area, { subject: "case", about: id });
  return id;
}

/** Somebody nobody else is has asked for something. */
export async function placeRequest(
  owner: Sql,
  caseId: string,
  kind: string,
  to: string | null = null,
): Promise<string> {
  const [asker, id] = [uuidv7(), uuidv7()];
  await owner`insert into accounts (id, login, name) values (${asker}, ${asker}, '申请人')`;
  await owner`
    insert into case_requests (case_id, id, area_pos, kind, to_area_id, to_pos, until, validity, reason, asked_by, asked_name, asked_at, due_at)
    select ${caseId}, ${id}, area_pos, ${kind}, ${to}, (select pos from areas where id = ${to}), ${kind === "defer" ? "2026-12-31T15:59:59Z" : null}, ${kind === "void" ? "invalid" : null}, '不属本单位', ${asker}, '申请人', '2026-11-20T03:00:00Z', '2099-11-20T08:00:00Z'
    from cases where id = ${caseId}`;
  return id;
}

/** A round of an area that has begun, opened by nobody; answers its id. */
export async function placeRound(owner: Sql, area: string, closedAt: string | null = null): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, closed_at)
    select ${id}, a.id, a.pos, a.last, i.id, '二轮', 'drawn', '2026-01-01', '2099-01-01', ${closedAt}
    from areas a, instruments i where a.id = ${area} and i.key = 'test'`;
  return id;
}

/** A published round of an area that found something out about its question; answers its id. */
export async function placeResults(owner: Sql, area: string): Promise<string> {
  const id = await placeRound(owner, area, "2026-02-01");
  await owner`update rounds set published_at = closed_at, asked = '{q1}' where id = ${id}`;
  await owner`
    insert into round_cells (round_id, area_id, area_pos, key, n, missing, mean, variance, top)
    select ${id}, id, pos, 'item.q1', 40, 0, 2, 1, 10 from areas where id = ${area}`;
  return id;
}

/** What is done about it, for the first of all units; answers its id. */
export async function placeImprovement(owner: Sql, area: string, caseId: string | null = null): Promise<string> {
  const [id, round] = [uuidv7(), await placeResults(owner, area)];
  await owner`
    insert into improvements (id, round_id, area_id, area_pos, item_code, unit_id, plan, due_on, opened_by, opened_at)
    select ${id}, ${round}, a.id, a.pos, 'q1', u.id, '装灯', '2099-01-01', p.id, '2026-11-20T02:00:00Z'
    from areas a, (select id from units order by id limit 1) u, (select id from accounts order by login limit 1) p where a.id = ${area}`;
  if (caseId)
    await owner`insert into improvement_cases (improvement_id, case_id, area_id, area_pos) select ${id}, ${caseId}, id, pos from areas where id = ${area}`;
  return id;
}

/** A questionnaire of an area that is still a draft; answers its id. */
export async function placeInstrument(owner: Sql, area: string): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into instruments (id, key, version, name, area_id, area_pos, area_last, draft)
    select ${id}, ${id}, 1, '草稿', a.id, a.pos, a.last, ${JSON.stringify(draft)}::text::jsonb from areas a where a.id = ${area}`;
  return id;
}

const draft = ["Q1", "Q2"].map((code) => ({
  code,
  kind: "scale",
  sense: "gain",
  low: 1,
  high: 5,
  reversed: false,
  topFrom: 4,
  scored: true,
  weight: 1,
  labels: { "zh-CN": "题目", "zh-Hant": "題目", en: "item" },
  options: [],
  shownIf: null,
}));

/** A topic of an area with a task, a note and a case under it; answers its id and that of the task. */
export async function placeTopic(owner: Sql, area: string, unit: string): Promise<{ id: string; task: string }> {
  const [id, task] = [uuidv7(), uuidv7()];
  const caseId = await placeCase(owner, area, { state: "registered" });
  await owner`
    insert into topics (id, area_id, area_pos, title, goal, category_codes, keyword, lead_unit_id, starts_on, opened_name, opened_at)
    select ${id}, id, pos, '路灯', '两周修好', '{}', '路灯', ${unit}, '2026-11-01', '王某', '2026-11-01' from areas where id = ${area}`;
  await owner`insert into topic_cases (topic_id, case_id, area_id, area_pos, linked_at) select ${id}, ${caseId}, id, pos, '2026-11-01' from areas where id = ${area}`;
  await owner`insert into topic_tasks (topic_id, id, area_id, area_pos, unit_id, task, due_on) select ${id}, ${task}, id, pos, ${unit}, '更换灯具', '2026-12-01' from areas where id = ${area}`;
  await owner`insert into topic_notes (topic_id, id, area_id, area_pos, day, note, noted_name) select ${id}, ${uuidv7()}, id, pos, '2026-11-01', '开工', '王某' from areas where id = ${area}`;
  return { id, task };
}

/** Somebody presses for it. */
export async function placeUrge(owner: Sql, caseId: string): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into urges (case_id, id, area_pos, reason, urged_by, urged_name, urged_at, due_at)
    select c.id, ${id}, c.area_pos, '拖了太久', p.id, p.name, '2026-11-20T03:00:00Z', '2099-11-20T08:00:00Z'
    from cases c, (select id, name from accounts order by login limit 1) p where c.id = ${caseId}`;
  return id;
}

/** Somebody has added a photo: who is given, or one who acts nowhere. */
export async function placePhoto(owner: Sql, caseId: string, by: string | null = null): Promise<string> {
  const [id, other] = [uuidv7(), uuidv7()];
  if (by === null) await owner`insert into accounts (id, login, name) values (${other}, ${other}, '拍照人')`;
  await owner`
    insert into case_photos (case_id, id, area_pos, kind, width, height, added_by, added_name, added_at)
    select id, ${id}, area_pos, 'before', 4, 3, ${by ?? other}, '拍照人', '2026-11-20T03:00:00Z' from cases where id = ${caseId}`;
  return id;
}

/** A unit is called to it, by nobody in particular or by `caller`. */
export async function placeWhistle(
  owner: Sql,
  caseId: string,
  unit: string,
  { caller = null, arrivedAt = null }: { caller?: string | null; arrivedAt?: string | null } = {},
): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into whistles (case_id, id, area_pos, unit_id, task, called_by, called_name, called_at, arrive_due_at, due_at, arrived_at)
    select c.id, ${id}, c.area_pos, ${unit}, '查看现场', p.id, p.name, '2026-11-20T03:00:00Z', '2099-11-20T08:00:00Z', '2099-11-23T09:00:00Z', ${arrivedAt}
    from cases c, (select id, name from accounts where id = ${caller} or ${caller}::uuid is null order by login limit 1) p where c.id = ${caseId}`;
  return id;
}

/** A rule that holds in an area; answers its id. */
export async function placeRule(owner: Sql, area: string): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into escalation_rules (id, area_id, area_pos, area_last, clock, late_by, unit, to_role, to_level, added_at)
    select ${id}, id, pos, last, 'close', 2, 'times', 'leader', 'street', '2026-11-19' from areas where id = ${area}`;
  return id;
}

/** A pile of paper forms of an area that is being keyed in; answers its id. */
export async function placePile(owner: Sql, area: string): Promise<string> {
  const [id, round] = [uuidv7(), await placeRound(owner, area)];
  await owner`
    insert into paper_batches (id, round_id, area_id, area_pos, begun_on)
    select ${id}, ${round}, id, pos, '2026-01-01' from areas where id = ${area}`;
  return id;
}

/** What a patrol found in an area; answers its id. */
export async function placeFinding(owner: Sql, area: string): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into findings (id, area_id, area_pos, kind, found_on, what)
    select ${id}, id, pos, 'patrol', '2026-11-02', '楼道堆物' from areas where id = ${area}`;
  return id;
}

async function note(owner: Sql, area: string, { subject, about }: { subject: string; about: string }): Promise<void> {
  await owner`
    insert into events (subject_id, id, subject, action, area_pos, account_id, by, role, at, detail)
    select ${about}, ${uuidv7()}, ${subject}, 'test.noted', a.pos, p.id, p.name, 'official', '2026-11-20T02:00:00Z', '{}'
    from areas a, (select id, name from accounts order by login limit 1) p where a.id = ${area}`;
}

/** A text for answers of an area. */
export async function placeTemplate(owner: Sql, area: string): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into reply_templates (id, area_id, area_pos, area_last, name, move, body, changed_name, changed_at)
    select ${id}, id, pos, last, '修好了', 'close', '已修好。', '王某', '2026-11-01' from areas where id = ${area}`;
  return id;
}

/** A view that somebody has saved. */
export async function placeView(owner: Sql, { accountId, top }: { accountId: string; top: string }): Promise<string> {
  const id = uuidv7();
  await owner`
    insert into saved_views (id, area_id, area_pos, area_last, owner_id, owner_name, name, query, shared, saved_at)
    select ${id}, id, pos, last, ${accountId}, '某', '办理中', 'queue=open', false, '2026-11-01' from areas where id = ${top}`;
  return id;
}
