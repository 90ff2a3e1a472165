const definer = "language plpgsql security definer set search_path = pg_catalog, public, pg_temp";

/** Answers that go among the others together, so that nothing tells which of them came with which code. */
export const boxed = 10;

/** What a visitor is told of a round before any answer: what is asked, where and until when. */
const sheetOf = `
create or replace function sheet_of(mine rounds) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('state', 'open', 'round', mine.name, 'mode', mine.mode, 'area', a.name, 'closesOn', mine.closes_on, 'items', (
    select jsonb_agg(jsonb_build_object('code', i.code, 'kind', i.kind, 'low', i.low, 'high', i.high,
      'labels', i.labels, 'options', i.options, 'shownIf', i.shown_if) order by i.position, i.code)
    from instrument_items i where i.instrument_id = mine.instrument_id))
  from areas a where a.id = mine.area_id
$$`;

/** Whether a round takes answers on a day: open, early or closed. */
const takesOn = `
create or replace function takes_on(mine rounds, today date) returns text
language sql immutable as $$
  select case when mine.closed_at is not null or today > mine.closes_on then 'closed' when today < mine.opens_on then 'early' else 'open' end
$$`;

/** Puts what waits in a box among the answers: new random keys, in the order of those. */
const emptyBox = `
create or replace function empty_box(round uuid, area uuid) returns void
${definer} as $$
begin
  perform await_tree();
  insert into answers (round_id, id, area_id, area_pos, marks)
  select x.round_id, x.key, x.area_id, a.pos, x.marks
  from (
    select b.round_id, b.area_id, gen_random_uuid() as key, w as marks
    from answer_boxes b, jsonb_array_elements(b.waiting) w where b.round_id = round and b.area_id = area
  ) x join areas a on a.id = x.area_id order by x.key;
  update answer_boxes b set waiting = '[]' where b.round_id = round and b.area_id = area;
end $$`;

/** The box of the smallest counted area that an area belongs to, made where there is none; answers that area. */
const boxFor = `
create or replace function box_for(round uuid, area uuid) returns uuid
${definer} as $$
declare
  base uuid;
begin
  select x.ancestor_id into base from area_ancestors x where x.area_id = area order by x.ancestor_pos desc limit 1;
  insert into answer_boxes (round_id, area_id, waiting) values (round, base, '[]') on conflict do nothing;
  return base;
end $$`;

/** Lays words into a box, which keeps them sorted, apart from the marks, until the round is closed. */
const boxWords = `
create or replace function box_words(round uuid, area uuid, words jsonb) returns void
${definer} as $$
declare
  base uuid := box_for(round, area);
begin
  update answer_boxes b set texts = (
    select jsonb_agg(t order by t) from (
      select t from jsonb_array_elements(b.texts) t
      union all select jsonb_build_object('code', w.key, 'words', w.value) from jsonb_each(words) w
    ) texts)
  where b.round_id = round and b.area_id = base and words <> '{}';
end $$`;

/** Lays an answer into the box of its community, which is kept sorted by what the answers say. */
const boxAnswer = `
create or replace function box_answer(round uuid, area uuid, marks jsonb, words jsonb) returns void
${definer} as $$
declare
  base uuid := box_for(round, area);
  held int;
begin
  perform box_words(round, area, words);
  update answer_boxes b set waiting = (
    select jsonb_agg(w order by w) from jsonb_array_elements(b.waiting || jsonb_build_array(marks)) w)
  where b.round_id = round and b.area_id = base returning jsonb_array_length(b.waiting) into held;
  if held >= ${boxed} then
    perform empty_box(round, base);
  end if;
end $$`;

/** What of a form is kept: marks and words that fit their items, without what was not asked; null where nothing fits. */
const readForm = `
create or replace function read_form(instrument uuid, inout marks jsonb, inout words jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if marks_fit(instrument, marks) and words_fit(instrument, words) then
    words := only_asked(instrument, marks, words);
    marks := only_asked(instrument, marks, marks);
  end if;
  if not marks_fit(instrument, marks) or not words_fit(instrument, words) or (marks = '{}' and words = '{}') then
    marks := null;
    words := null;
  end if;
end $$`;

/** What is behind a one-time code: unknown, revoked, early, closed, used, or what it opens. */
const answerSheet = `
create or replace function answer_sheet(batch text, hash text, today date) returns jsonb
${definer} as $$
declare
  sheets answer_batches;
  mine rounds;
  token text;
begin
  select * into sheets from answer_batches b where b.code = batch;
  select * into mine from rounds r where r.id = sheets.round_id;
  select t.tokens ->> hash into token from batch_tokens t where t.batch_id = sheets.id;
  if mine.id is null or (token is null and mine.closed_at is null) then
    return jsonb_build_object('state', 'unknown');
  elsif sheets.revoked_at is not null then
    return jsonb_build_object('state', 'revoked');
  elsif takes_on(mine, today) <> 'open' then
    return jsonb_build_object('state', takes_on(mine, today), 'opensOn', mine.opens_on);
  elsif token <> '' then
    return jsonb_build_object('state', 'used');
  end if;
  return sheet_of(mine) || jsonb_build_object('area', (select name from areas where id = sheets.area_id));
end $$`;

/**
 * Takes an answer by a one-time code: code marked and answer laid into its box, both or neither. Under the receipt of
 * the answer it holds the code says again that it is stored.
 */
const giveAnswer = `
create or replace function give_answer(batch text, hash text, receipt text, marks jsonb, words jsonb, today date) returns text
${definer} as $$
declare
  sheets answer_batches;
  mine rounds;
  found_state text;
  form record;
begin
  select * into sheets from answer_batches b where b.code = batch;
  select * into mine from rounds r where r.id = sheets.round_id for share;
  perform 1 from batch_tokens t where t.batch_id = sheets.id for update;
  found_state := answer_sheet(batch, hash, today) ->> 'state';
  if found_state = 'used' and exists (select 1 from batch_tokens t where t.batch_id = sheets.id and t.tokens ->> hash = receipt) then
    return 'stored';
  elsif found_state <> 'open' then
    return found_state;
  end if;
  select * into form from read_form(mine.instrument_id, marks, words);
  if form.marks is null then
    return 'unfit';
  end if;
  update batch_tokens t set tokens = jsonb_set(t.tokens, array[hash], to_jsonb(receipt)) where t.batch_id = sheets.id;
  perform box_answer(mine.id, sheets.area_id, form.marks, form.words);
  return 'stored';
end $$`;

/** The communities one may choose from in an open round; the round's own area where it has none. */
const openPlaces = `
create or replace function open_places(mine rounds) returns setof areas
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.* from areas a where a.pos between mine.area_pos and mine.area_last and a.closed_on is null and (a.level = 'community'
    or (a.id = mine.area_id and not exists (
      select 1 from areas c where c.pos between mine.area_pos and mine.area_last and c.level = 'community' and c.closed_on is null)))
$$`;

const openSheet = `
create or replace function open_sheet(code text, today date) returns jsonb
${definer} as $$
declare
  mine rounds;
begin
  select * into mine from rounds r where r.code = open_sheet.code and r.mode = 'open';
  if mine.id is null then
    return jsonb_build_object('state', 'unknown');
  elsif takes_on(mine, today) <> 'open' then
    return jsonb_build_object('state', takes_on(mine, today), 'opensOn', mine.opens_on);
  end if;
  return sheet_of(mine) || jsonb_build_object('areas', (
    select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.pos) from open_places(mine) p));
end $$`;

/** Takes an answer at the address of an open round; one sent twice under its receipt is stored once. */
const giveOpenAnswer = `
create or replace function give_open_answer(code text, area uuid, receipt text, marks jsonb, words jsonb, today date) returns text
${definer} as $$
declare
  mine rounds;
  form record;
begin
  select * into mine from rounds r where r.code = give_open_answer.code and r.mode = 'open' for share;
  if mine.id is null then
    return 'unknown';
  elsif takes_on(mine, today) <> 'open' then
    return takes_on(mine, today);
  elsif not exists (select 1 from open_places(mine) p where p.id = area) then
    return 'elsewhere';
  end if;
  select * into form from read_form(mine.instrument_id, marks, words);
  if form.marks is null then
    return 'unfit';
  end if;
  insert into answer_receipts (round_id, receipt) values (mine.id, give_open_answer.receipt) on conflict do nothing;
  if found then
    perform box_answer(mine.id, area, form.marks, form.words);
  end if;
  return 'stored';
end $$`;

/** Keeps the hashes of the codes of a batch that was just made, once. */
const putTokens = `
create or replace function put_tokens(batch uuid, hashes text[]) returns void
${definer} as $$
begin
  if not exists (
    select 1 from answer_batches b
    where b.id = batch and b.sheets = cardinality(hashes) and b.area_pos between current_setting('app.lo')::int and current_setting('app.hi')::int
      and current_setting('app.unit') = ''
  ) then
    raise exception 'no such batch in the scope of the actor' using errcode = 'P0002';
  end if;
  insert into batch_tokens (batch_id, tokens) select batch, jsonb_object_agg(h, '') from unnest(hashes) h;
end $$`;

/** What a round that ends leaves behind: the boxes among the answers, all words at once and in no order, no code and no receipt; how many codes of a batch taken back had been used, in tens. */
const clearRound = `
create or replace function clear_round(round uuid) returns void
${definer} as $$
begin
  perform empty_box(b.round_id, b.area_id) from answer_boxes b where b.round_id = round and jsonb_array_length(b.waiting) > 0;
  insert into answer_texts (round_id, id, area_id, area_pos, code, words)
  select round, x.key, a.id, a.pos, x.said ->> 'code', x.said ->> 'words'
  from (
    select b.area_id, gen_random_uuid() as key, said from answer_boxes b, jsonb_array_elements(b.texts) said where b.round_id = round
  ) x join areas a on a.id = x.area_id order by x.key;
  perform measure_texts(round);
  delete from answer_boxes b where b.round_id = round;
  update answer_batches b set answered = least(b.sheets, (u.used + ${boxed - 1}) / ${boxed} * ${boxed})
  from (
    select t.batch_id, (select count(*) from jsonb_each_text(t.tokens) k where k.value <> '')::int as used from batch_tokens t
  ) u where u.batch_id = b.id and b.round_id = round and b.revoked_at is not null;
  delete from batch_tokens t using answer_batches b where b.id = t.batch_id and b.round_id = round;
  delete from answer_receipts r where r.round_id = round;
end $$`;

/**
 * A row that is written anew with each answer leaves the row before behind, in the same transaction as another table: so
 * that nothing can be laid beside each other by these for long, what is left behind is cleared away as soon as it is there.
 */
const clearedAway = ["batch_tokens", "answer_boxes", "answer_receipts", "paper_forms"].map((table) => {
  const soon = (of: string) => `${of}autovacuum_vacuum_threshold = 1, ${of}autovacuum_vacuum_scale_factor = 0`;
  return `alter table ${table} set (${soon("")}, ${soon("toast.")})`;
});

export const answering = [
  ...clearedAway,
  sheetOf,
  takesOn,
  emptyBox,
  boxFor,
  boxWords,
  boxAnswer,
  readForm,
  answerSheet,
  giveAnswer,
  openPlaces,
  openSheet,
  giveOpenAnswer,
  putTokens,
  clearRound,
  "drop function if exists box_answer(uuid, uuid, jsonb)",
  "drop function if exists give_answer(text, text, text, jsonb, date)",
  "drop function if exists give_open_answer(text, uuid, text, jsonb, date)",
];

export const answeringCallable = {
  staff: ["put_tokens(uuid, text[])"],
  visitor: [
    "answer_sheet(text, text, date)",
    "give_answer(text, text, text, jsonb, jsonb, date)",
    "open_sheet(text, date)",
    "give_open_answer(text, uuid, text, jsonb, jsonb, date)",
  ],
} as const;
