import { groundCounters } from "../../lib/counters/model";
import { answering, answeringCallable } from "./answering";
import { contacts } from "./contacts";
import { counting } from "./counting";
import { entering } from "./entering";
import { escalation, escalationCallable } from "./escalation";
import { estates } from "./estates";
import { expectedGround } from "./expected";
import { heard, heardCallable } from "./heard";
import { items } from "./items";
import { keying, keyingCallable } from "./keying";
import { laid } from "./laid";
import { photos } from "./photos";
import { repeats } from "./repeats";
import { reviewing, reviewingCallable } from "./reviewing";
import { rounds } from "./rounds";
import { signIn, signInCallable } from "./sign-in";
import { texts } from "./texts";
import { topics } from "./topics";
import { transfers } from "./transfers";
import { tree } from "./tree";
import { units } from "./units";

const localDay = `
create or replace function local_day(at timestamptz) returns date
language sql immutable parallel safe as $$ select (at at time zone 'Asia/Shanghai')::date $$`;

const fillGround = `
create or replace function fill_ground() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from ground_days;
  insert into ground_days (area_id, day, area_pos, ${groundCounters.join(", ")}) ${expectedGround};
end $$`;

/** Functions of the owner, put in place at every start: their text is always that of the code that runs. */
export const functions = [
  localDay,
  ...counting,
  fillGround,
  ...texts,
  ...repeats,
  ...tree,
  ...units,
  ...topics,
  ...laid,
  ...entering,
  ...transfers,
  ...estates,
  ...items,
  ...answering,
  ...keying,
  ...contacts,
  ...photos,
  ...escalation,
  ...rounds,
  ...reviewing,
  ...heard,
  ...signIn,
];

/** What each login may call; nothing else may be executed by anybody but the owner. */
export const callable = {
  staff: [
    "enter(uuid)",
    "record(text, uuid, uuid, text, int, timestamptz, jsonb, text, jsonb)",
    "hold_tree()",
    "await_tree()",
    "fill_ground()",
    "add_areas(jsonb)",
    "move_area(uuid, uuid)",
    "local_day(timestamptz)",
    "case_counts(cases)",
    "case_adds(cases)",
    "fresh_counts()",
    "fold_counts()",
    "records_since(uuid)",
    "case_mix(cases)",
    "visit_counts(visits)",
    "case_text(text, text, text)",
    "found_cases(text[], bigint, int, int)",
    "neighbours()",
    "units_around()",
    "unit_tasks()",
    "my_estates()",
    "estate_ledger(uuid)",
    "incoming_transfers()",
    "count_reveals(timestamptz)",
    "contact_report()",
    "answer_transfer(uuid, uuid, text, timestamptz)",
    "add_answers(uuid, jsonb)",
    "count_answers(uuid)",
    "tally_answers(uuid)",
    "close_round(uuid, timestamptz)",
    "release_round(uuid, timestamptz)",
    "empty_round(uuid)",
    "tighten_rounds()",
    ...answeringCallable.staff,
    ...keyingCallable,
    ...reviewingCallable,
    ...signInCallable.staff,
  ],
  visitor: [
    "erase_contacts()",
    "known_photos(jsonb)",
    ...escalationCallable,
    ...signInCallable.visitor,
    ...answeringCallable.visitor,
    ...heardCallable,
  ],
} as const satisfies Record<"staff" | "visitor", string[]>;
