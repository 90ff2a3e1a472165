import * as caseActions from "../../../app/(console)/cases/actions";
import { answerWhistle } from "../../cases/whistles/answer";
import { arriveAtCase } from "../../cases/whistles/arrive";
import { callUnits } from "../../cases/whistles/call";
import {
  answerWhistleInput,
  arriveInput,
  meetingInput,
  standDownInput,
  whistleInput,
} from "../../cases/whistles/input";
import { noteMeeting } from "../../cases/whistles/meet";
import { standDown } from "../../cases/whistles/stand-down";
import { type Asked, type Attempt, attempt, type Fields } from "./attempt";
import { freshCase } from "./attempts-on-cases";
import { placeCase, placeWhistle } from "./furniture";

/** A case of another unit, to which the unit of the handler was called where the target is assigned to it. */
async function called({ city, target }: Asked, arrivedAt: string | null = null): Promise<Fields> {
  const unit = target.assigned ? city.unit : city.otherUnit;
  const id = await placeCase(city.owner, target.area, { state: "signed", unit: city.otherUnit });
  return { id, whistle: await placeWhistle(city.owner, id, unit, { arrivedAt }) };
}

export const whistleAttempts: Attempt[] = [
  attempt({
    name: "call units",
    permission: "case.whistle",
    on: "case",
    schema: whistleInput,
    run: callUnits,
    action: caseActions.whistle,
    fields: async (asked) => ({
      ...(await freshCase("signed")(asked)),
      unitId: asked.target.assigned ? asked.city.otherUnit : asked.city.unit,
      task: "查看现场",
      limit: "3",
      limitUnit: "work_day",
    }),
  }),
  attempt({
    name: "arrive when called",
    permission: "case.answer-whistle",
    on: "case",
    schema: arriveInput,
    run: arriveAtCase,
    action: caseActions.arrive,
    fields: (asked) => called(asked),
  }),
  attempt({
    name: "answer a call",
    permission: "case.answer-whistle",
    on: "case",
    schema: answerWhistleInput,
    run: answerWhistle,
    action: caseActions.answerCall,
    fields: async (asked) => ({
      ...(await called(asked, "2026-11-20T04:00:00Z")),
      outcome: "done",
      answer: "已处理",
    }),
  }),
  attempt({
    name: "take a call back",
    permission: "case.whistle",
    on: "case",
    schema: standDownInput,
    run: standDown,
    action: caseActions.callOff,
    fields: async (asked) => {
      const fields = await freshCase("signed")(asked);
      const caller = asked.person.accountId;
      const whistle = await placeWhistle(asked.city.owner, fields.id ?? "", asked.city.otherUnit, { caller });
      return { ...fields, whistle, note: "不需要了" };
    },
  }),
  attempt({
    name: "note a meeting",
    permission: "case.whistle",
    on: "case",
    schema: meetingInput,
    run: noteMeeting,
    action: caseActions.meet,
    fields: async (asked) => {
      const { id = "" } = await called(asked);
      return { id, note: "城管、物业到场，商定周五前修好" };
    },
  }),
];
