import { createHash } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { printDay } from "../../lib/calendar/zone";
import { batchCodeLength, drawCode } from "../../lib/senses/answering/codes";
import type { Tree } from "./areas";
import { copy, type Value } from "./copy";
import { told } from "./names";
import { usualInstrument, wishes } from "./questionnaire";
import { idAt, randomFrom } from "./random";
import { anonymousId, levelOf, marksOf } from "./rounds";

type Telling = { seed: string; today: number; tree: Tree };

const sheets = 60;
const days = { before: 4, after: 9 };
/** As in the product: so many answers go among the others together, the rest wait. */
const together = 10;

/** A round of one street that is being asked: sheets are handed out in every community, some of them have come back. */
export async function loadRunning(tx: TransactionSql | Sql, { seed, today, tree }: Telling): Promise<void> {
  const { items } = await usualInstrument(tx);
  const street = tree.streets.find(({ communities }) => communities.some(({ area }) => area.name === told.tower));
  if (!street) return;
  const random = randomFrom(`${seed}/running`);
  const round = idAt(random, Date.UTC(2026, 0, 7));
  const [opens, closes] = [today - days.before, today + days.after];
  const name = `${printDay(today).slice(0, 4)}年${Number(printDay(today).slice(5, 7))}月街道测评`;
  const { id, pos, last } = street.area;
  await tx`
    insert into rounds (id, area_id, area_pos, area_last, instrument_id, name, mode, opens_on, closes_on, target, opened_by)
    select ${round}, ${id}, ${pos}, ${last}, (select id from instruments where key = ${wishes}), ${name}, 'drawn',
      ${printDay(opens)}, ${printDay(closes)}, ${sheets}, (select id from accounts where login = 'official')`;
  const communities = street.communities.map((community) => {
    const came = random.whole(14, 48);
    const level = levelOf(seed, community, 1);
    const secret = (what: string, n: number) =>
      createHash("sha256").update(`${seed}/${community.area.id}/${what}/${n}`).digest("base64url").slice(0, 22);
    return {
      area: community.area,
      batch: idAt(random, Date.UTC(2026, 0, 7)),
      code: drawCode(batchCodeLength, (below) => random.whole(0, below - 1)),
      tokens: Object.fromEntries(
        Array.from({ length: sheets }, (_, n) => [secret("code", n), n < came ? secret("receipt", n) : ""]),
      ),
      answers: Array.from({ length: came }, () => ({ id: anonymousId(random), marks: marksOf(random, items, level) })),
    };
  });
  await copy(
    tx,
    "answer_batches",
    ["id", "round_id", "area_id", "area_pos", "code", "sheets", "made_on"],
    communities.map(({ batch, area, code }): Value[] => [
      batch,
      round,
      area.id,
      area.pos,
      code,
      sheets,
      printDay(opens),
    ]),
  );
  await copy(
    tx,
    "batch_tokens",
    ["batch_id", "tokens"],
    communities.map(({ batch, tokens }): Value[] => [batch, JSON.stringify(tokens)]),
  );
  await copy(
    tx,
    "answers",
    ["round_id", "id", "area_id", "area_pos", "marks"],
    communities.flatMap(({ area, answers }) =>
      answers
        .slice(0, answers.length - (answers.length % together))
        .map((answer): Value[] => [round, answer.id, area.id, area.pos, JSON.stringify(answer.marks)]),
    ),
  );
  await copy(
    tx,
    "answer_boxes",
    ["round_id", "area_id", "waiting"],
    communities.map(({ area, answers }): Value[] => [
      round,
      area.id,
      JSON.stringify(answers.slice(answers.length - (answers.length % together)).map(({ marks }) => marks)),
    ]),
  );
}
