import type { Sql, TransactionSql } from "postgres";
import { printDay, startOfNumber } from "../../lib/calendar/zone";
import { batchCodeLength, drawCode } from "../../lib/senses/answering/codes";
import type { Sense } from "../../lib/senses/model";
import type { Community, Tree } from "./areas";
import { copy, instant, type Value } from "./copy";
import { told } from "./names";
import { asked as alsoAsked, type Item, usualInstrument, writeQuestionnaire } from "./questionnaire";
import { idAt, type Random, randomFrom } from "./random";
import { chosenBy, sayingsOf } from "./sayings";

export type Answer = { id: string; areaId: string; areaPos: number; marks: Record<string, number> };
export type Round = { id: string; name: string; opens: number; closes: number; answers: Answer[] };

type Telling = { seed: string; today: number; tree: Tree };

/** Two rounds half a year apart, each with answers drawn from every community. */
export function askTwice({ seed, today, tree }: Telling, items: Item[]): Round[] {
  return [today - 204, today - 20].map((closes, turn) => {
    const opens = closes - 13;
    const [random, other] = [randomFrom(`${seed}/round/${turn}`), randomFrom(`${seed}/chosen/${turn}`)];
    const answers = tree.streets
      .flatMap((street) => street.communities)
      .flatMap((community) => {
        const level = levelOf(seed, community, turn);
        return Array.from(
          { length: asked(random, community) },
          (): Answer => ({
            id: anonymousId(random),
            areaId: community.area.id,
            areaPos: community.area.pos,
            marks: { ...marksOf(random, items, level), ...choicesOf(other, community) },
          }),
        );
      });
    return {
      id: idAt(random, Date.UTC(2026, 0, 6) + turn),
      name: `${printDay(closes).slice(0, 4)}年${Number(printDay(closes).slice(5, 7))}月三感测评`,
      opens,
      closes,
      answers,
    };
  });
}

/** Loads the rounds and closes them the way the product does, which is where the results come from. */
export async function loadRounds(tx: TransactionSql | Sql, telling: Telling): Promise<string> {
  const { items } = await usualInstrument(tx);
  const instrument = await writeQuestionnaire(tx, telling.seed);
  const rounds = askTwice(telling, items);
  const { root } = telling.tree;
  await copy(
    tx,
    "rounds",
    ["id", "area_id", "area_pos", "area_last", "instrument_id", "name", "mode", "opens_on", "closes_on"],
    rounds.map(({ id, name, opens, closes }): Value[] => [
      id,
      root.id,
      root.pos,
      root.last,
      instrument,
      name,
      "drawn",
      printDay(opens),
      printDay(closes),
    ]),
  );
  await copy(
    tx,
    "answers",
    ["round_id", "id", "area_id", "area_pos", "marks"],
    rounds.flatMap(({ id, answers }) =>
      answers.map((answer): Value[] => [id, answer.id, answer.areaId, answer.areaPos, JSON.stringify(answer.marks)]),
    ),
  );
  await loadSheets(tx, telling, rounds);
  await loadSayings(tx, telling, rounds);
  for (const { id, closes } of rounds)
    await tx`select publish_round(${id}, ${instant(startOfNumber(closes + 1) + 10 * 3_600_000)})`;
  return `${rounds.length} survey rounds with ${rounds.reduce((sum, { answers }) => sum + answers.length, 0)} answers`;
}

/** The one-time codes that were handed out, of which some half to four fifths came back as an answer. */
async function loadSheets(tx: TransactionSql | Sql, { seed, tree }: Telling, rounds: Round[]): Promise<void> {
  const random = randomFrom(`${seed}/sheets`);
  const communities = tree.streets.flatMap((street) => street.communities);
  await copy(
    tx,
    "answer_batches",
    ["id", "round_id", "area_id", "area_pos", "code", "sheets", "made_on"],
    rounds.flatMap(({ id, opens, answers }) =>
      communities.map(({ area }): Value[] => {
        const n = answers.filter(({ areaId }) => areaId === area.id).length;
        const sheets = Math.max(12, Math.ceil(n / random.between(0.5, 0.8) / 12) * 12);
        const code = drawCode(batchCodeLength, (below) => random.whole(0, below - 1));
        return [idAt(random, Date.UTC(2026, 0, 6)), id, area.id, area.pos, code, sheets, printDay(opens)];
      }),
    ),
  );
}

/** What was written, some of it reviewed already; each under a key that tells no time. */
async function loadSayings(tx: TransactionSql | Sql, { seed, tree }: Telling, rounds: Round[]): Promise<void> {
  const random = randomFrom(`${seed}/sayings`);
  const communities = tree.streets.flatMap((street) => street.communities);
  await copy(
    tx,
    "answer_texts",
    ["round_id", "id", "area_id", "area_pos", "code", "words", "state", "edited", "reason"],
    rounds.flatMap(({ id }, turn) =>
      communities.flatMap((community) =>
        sayingsOf(seed, community, turn).map(({ words, state, edited, reason }): Value[] => [
          id,
          anonymousId(random),
          community.area.id,
          community.area.pos,
          alsoAsked.words,
          words,
          state,
          edited,
          reason,
        ]),
      ),
    ),
  );
  for (const { id } of rounds) await tx`select measure_texts(${id})`;
}

function choicesOf(random: Random, community: Community): Record<string, number> {
  const { age, years, wish } = chosenBy(random, community);
  return {
    ...(age === null ? {} : { [alsoAsked.age]: age }),
    ...(years === null ? {} : { [alsoAsked.years]: years }),
    ...(wish === null ? {} : { [alsoAsked.wish]: wish }),
  };
}

type Level = Record<Sense, number>;

/** Where a community stands on each sense, as a share of the scale. */
export function levelOf(seed: string, { area }: Community, turn: number): Level {
  if (area.name === told.model) return { gain: 0.86 + turn * 0.01, happiness: 0.83, security: 0.86 };
  if (area.name === told.tower)
    return turn === 0
      ? { gain: 0.6, happiness: 0.64, security: 0.55 }
      : { gain: 0.72, happiness: 0.71, security: 0.76 };
  const random = randomFrom(`${seed}/sense/${area.id}`);
  const [common, drift] = [random.normal() * 0.035, random.normal() * 0.012];
  const around = (middle: number) => middle + common + 0.02 * random.normal() + turn * (0.008 + drift);
  return { gain: around(0.69), happiness: around(0.735), security: around(0.765) };
}

function asked(random: Random, { area }: Community): number {
  const n = random.whole(25, 60);
  if (area.name === told.fewAnswers) return 7;
  return area.name === told.tower || area.name === told.model ? 60 : n;
}

export function marksOf(random: Random, items: Item[], level: Level): Record<string, number> {
  const person = 0.11 * random.normal();
  const marks: [string, number][] = [];
  for (const item of items) {
    if (random.chance(0.035)) continue;
    const middle = item.sense ? level[item.sense] : (level.gain + level.happiness + level.security) / 3;
    const share = middle + person + itself(item.code) + 0.15 * random.normal();
    marks.push([item.code, Math.round(item.low + (item.high - item.low) * Math.min(1, Math.max(0, share)))]);
  }
  return Object.fromEntries(marks);
}

/** Some questions are answered more kindly than others. */
const itself = (code: string): number => randomFrom(`item/${code}`).between(-0.05, 0.05);

/** Shaped like version 4: the key of an answer tells no time. */
export function anonymousId(random: Random): string {
  const digits = Array.from({ length: 4 }, () => random.word().toString(16).padStart(8, "0")).join("");
  const variant = "89ab"[random.word() & 3];
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}
