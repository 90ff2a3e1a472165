import { uuidv7 } from "uuidv7";
import * as senseActions from "../../../app/(console)/senses/actions";
import { makeBatches, revokeBatch } from "../../senses/answering/batches";
import { addCase } from "../../senses/improvements/cases";
import { closeImprovement } from "../../senses/improvements/close";
import {
  addCaseInput,
  closeImprovementInput,
  openImprovementInput,
  relateInput,
} from "../../senses/improvements/input";
import { openImprovement } from "../../senses/improvements/open";
import { relateImprovement } from "../../senses/improvements/relate";
import { beginPileInput, keyFormInput, pileInput } from "../../senses/paper/input";
import { beginPile, finishPile, keyForm } from "../../senses/paper/paper";
import { closeRound } from "../../senses/rounds/close";
import { makeBatchInput, openRoundInput, roundInput } from "../../senses/rounds/input";
import { openRound } from "../../senses/rounds/open";
import { publishRound } from "../../senses/rounds/publish";
import { approveText } from "../../senses/texts/approve";
import { approveTextInput, rejectTextInput } from "../../senses/texts/input";
import { rejectText } from "../../senses/texts/reject";
import { tellRound } from "../../senses/told/tell";
import { type Attempt, attempt } from "./attempt";
import { placeImprovement, placePile, placeResults, placeRound } from "./furniture";
import type { City } from "./world";

export const senseAttempts: Attempt[] = [
  attempt({
    name: "open a round",
    on: "area",
    permission: "sense.open",
    schema: openRoundInput,
    run: openRound,
    action: senseActions.open,
    fields: async ({ target }) => ({
      id: uuidv7(),
      areaId: target.area,
      name: "一轮",
      mode: "drawn",
      opensOn: "2026-01-01",
      closesOn: "2099-01-01",
      target: "60",
    }),
  }),
  attempt({
    name: "close a round",
    on: "round",
    permission: "sense.open",
    schema: roundInput,
    run: closeRound,
    action: senseActions.close,
    fields: async ({ city, target }) => ({ id: await placeRound(city.owner, target.area) }),
  }),
  attempt({
    name: "publish a round",
    on: "round",
    permission: "sense.publish",
    schema: roundInput,
    run: publishRound,
    action: senseActions.publish,
    fields: async ({ city, target }) => ({
      id: await placeRound(city.owner, target.area, "2026-02-01"),
    }),
  }),
  attempt({
    name: "put out the page of a round",
    on: "round",
    permission: "sense.tell",
    schema: roundInput,
    run: tellRound,
    action: senseActions.tell,
    fields: async ({ city, target }) => ({ id: await placeResults(city.owner, target.area) }),
  }),
  attempt({
    name: "approve words",
    on: "round",
    permission: "sense.review",
    schema: approveTextInput,
    run: approveText,
    action: senseActions.approveWords,
    fields: async ({ city, target }) => ({ ...(await placeText(city.owner, target.area)), words: "路灯不亮" }),
  }),
  attempt({
    name: "keep words back",
    on: "round",
    permission: "sense.review",
    schema: rejectTextInput,
    run: rejectText,
    action: senseActions.rejectWords,
    fields: async ({ city, target }) => ({ ...(await placeText(city.owner, target.area)), reason: "nothing" }),
  }),
  attempt({
    name: "open an improvement",
    on: "area",
    permission: "improvement.open",
    schema: openImprovementInput,
    run: openImprovement,
    action: senseActions.improve,
    fields: async ({ city, target }) => ({
      id: uuidv7(),
      roundId: await placeResults(city.owner, target.area),
      areaId: target.area,
      item: "q1",
      unitId: uuidv7(),
      plan: "装灯",
      dueOn: "2099-01-01",
    }),
  }),
  attempt({
    name: "link a case to an improvement",
    on: "round",
    permission: "improvement.open",
    schema: addCaseInput,
    run: addCase,
    action: senseActions.linkCase,
    fields: async ({ city, target }) => ({ id: await placeImprovement(city.owner, target.area), caseNumber: "1" }),
  }),
  attempt({
    name: "relate an improvement",
    on: "round",
    permission: "improvement.open",
    schema: relateInput,
    run: relateImprovement,
    action: senseActions.relate,
    fields: async ({ city, target }) => ({ id: await placeImprovement(city.owner, target.area) }),
  }),
  attempt({
    name: "close an improvement",
    on: "round",
    permission: "improvement.close",
    schema: closeImprovementInput,
    run: closeImprovement,
    action: senseActions.closeTask,
    fields: async ({ city, target }) => ({
      id: await placeImprovement(city.owner, target.area),
      outcome: "done",
      closing: "装好了",
    }),
  }),
  attempt({
    name: "make sheets",
    on: "round",
    permission: "sense.collect",
    schema: makeBatchInput,
    run: makeBatches,
    action: senseActions.makeSheets,
    fields: async ({ city, target }) => ({
      id: uuidv7(),
      roundId: await placeRound(city.owner, target.area),
      areaId: target.area,
      sheets: "10",
    }),
  }),
  attempt({
    name: "take sheets back",
    on: "round",
    permission: "sense.collect",
    schema: roundInput,
    run: revokeBatch,
    action: senseActions.revokeSheets,
    fields: async ({ city, target }) => ({ id: await placeBatch(city.owner, target.area) }),
  }),
  attempt({
    name: "begin a pile",
    on: "round",
    permission: "sense.collect",
    schema: beginPileInput,
    run: beginPile,
    action: senseActions.begin,
    fields: async ({ city, target }) => ({
      id: uuidv7(),
      roundId: await placeRound(city.owner, target.area),
      areaId: target.area,
    }),
  }),
  attempt({
    name: "key a form",
    on: "round",
    permission: "sense.collect",
    schema: keyFormInput,
    run: keyForm,
    action: senseActions.key,
    fields: async ({ city, target }) => ({ id: await placePile(city.owner, target.area), number: "1", "mark.q1": "4" }),
  }),
  attempt({
    name: "finish a pile",
    on: "round",
    permission: "sense.collect",
    schema: pileInput,
    run: finishPile,
    action: senseActions.finish,
    fields: async ({ city, target }) => ({ id: await placePile(city.owner, target.area) }),
  }),
];

async function placeBatch(owner: City["owner"], area: string): Promise<string> {
  const [id, round] = [uuidv7(), await placeRound(owner, area)];
  await owner`
    insert into answer_batches (id, round_id, area_id, area_pos, code, sheets, made_on)
    select ${id}, ${round}, id, pos, ${id}, 10, '2026-01-01' from areas where id = ${area}`;
  return id;
}

async function placeText(owner: City["owner"], area: string): Promise<{ roundId: string; id: string }> {
  const [id, round] = [uuidv7(), await placeRound(owner, area, "2026-02-01")];
  await owner`
    insert into answer_texts (round_id, id, area_id, area_pos, code, words, asked)
    select ${round}, ${id}, id, pos, 't1', '路灯不亮', 40 from areas where id = ${area}`;
  return { roundId: round, id };
}
