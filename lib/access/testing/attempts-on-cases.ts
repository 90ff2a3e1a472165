import { uuidv7 } from "uuidv7";
import { z } from "zod";
import * as caseActions from "../../../app/(console)/cases/actions";
import * as todayActions from "../../../app/(console)/today/actions";
import { acceptCase } from "../../cases/accept";
import { askRequest } from "../../cases/ask";
import { callBackCase } from "../../cases/call-back";
import { checkCase } from "../../cases/check";
import { closeCase } from "../../cases/close";
import { contactCase } from "../../cases/contact";
import { decideRequest } from "../../cases/decide";
import { declineCase } from "../../cases/decline";
import { dispatchCase } from "../../cases/dispatch";
import {
  askInput,
  callBackInput,
  closeInput,
  decideInput,
  declineInput,
  dispatchInput,
  reasonInput,
  registerInput,
  stepInput,
  voidInput,
} from "../../cases/input";
import { registerCase } from "../../cases/register";
import { resolveCase } from "../../cases/resolve";
import { resumeCase } from "../../cases/resume";
import { reworkCase } from "../../cases/rework";
import { settleDeadlines } from "../../cases/settle";
import { signCase } from "../../cases/sign";
import { voidCase } from "../../cases/void";
import { visitInput } from "../../visits/input";
import { recordVisit } from "../../visits/record-visit";
import { type Asked, type Attempt, attempt, type Fields } from "./attempt";
import { type CaseAt, placeCase, placeRequest } from "./furniture";

const freshCase =
  (state: CaseAt["state"], more: Fields = {}) =>
  async ({ city, target }: Asked): Promise<Fields> => {
    const unit = target.assigned ? city.unit : city.otherUnit;
    return { id: await placeCase(city.owner, target.area, { state, unit }), version: "1", ...more };
  };

const ofCase = { on: "case" } as const;
const close = { reason: "solved", publicReply: "已修好。" };
const reached = { outcome: "reached", contacted: "yes", solved: "yes", satisfaction: "5" };

export const caseAttempts: Attempt[] = [
  attempt({
    name: "register",
    permission: "case.register",
    on: "area",
    schema: registerInput,
    run: registerCase,
    action: caseActions.register,
    fields: async ({ target }) => ({
      id: uuidv7(),
      areaId: target.area,
      title: "路灯不亮",
      channel: "phone",
      requestType: "other",
    }),
  }),
  attempt({
    ...ofCase,
    name: "contact",
    permission: "case.contact",
    schema: stepInput,
    run: contactCase,
    action: caseActions.contact,
    fields: freshCase("dispatched"),
  }),
  attempt({
    ...ofCase,
    name: "dispatch",
    permission: "case.dispatch",
    schema: dispatchInput,
    run: dispatchCase,
    action: caseActions.dispatch,
    fields: async (asked) => ({ ...(await freshCase("registered")(asked)), unitId: asked.city.unit }),
  }),
  attempt({
    ...ofCase,
    name: "accept",
    permission: "case.accept",
    schema: stepInput,
    run: acceptCase,
    action: caseActions.accept,
    fields: freshCase("registered"),
  }),
  attempt({
    ...ofCase,
    name: "decline",
    permission: "case.accept",
    schema: declineInput,
    run: declineCase,
    action: caseActions.decline,
    fields: freshCase("registered", { reason: "not_ours", publicReply: "请找街道办。" }),
  }),
  attempt({
    ...ofCase,
    name: "ask to return",
    permission: "case.return",
    schema: askInput,
    run: askRequest,
    action: caseActions.ask,
    fields: freshCase("dispatched", { kind: "return", note: "不属本单位" }),
  }),
  attempt({
    ...ofCase,
    name: "ask to reopen",
    permission: "case.reopen",
    schema: askInput,
    run: askRequest,
    action: caseActions.ask,
    fields: freshCase("closed", { kind: "reopen", note: "又坏了" }),
  }),
  attempt({
    ...ofCase,
    name: "ask for time",
    permission: "case.ask-time",
    schema: askInput,
    run: askRequest,
    action: caseActions.ask,
    fields: freshCase("signed", { kind: "extend", note: "等配件", until: "2026-12-31" }),
  }),
  attempt({
    ...ofCase,
    name: "grant time",
    permission: "case.grant-time",
    schema: decideInput,
    run: decideRequest,
    action: caseActions.decide,
    fields: async (asked) => {
      const fields = await freshCase("dispatched", { outcome: "granted" })(asked);
      return { ...fields, request: await placeRequest(asked.city.owner, fields.id ?? "", "defer") };
    },
  }),
  attempt({
    ...ofCase,
    name: "resume",
    permission: "case.resume",
    schema: stepInput,
    run: resumeCase,
    action: caseActions.resume,
    fields: freshCase("signed"),
  }),
  attempt({
    ...ofCase,
    name: "decide",
    permission: "case.decide",
    schema: decideInput,
    run: decideRequest,
    action: caseActions.decide,
    fields: async (asked) => {
      const fields = await freshCase("dispatched", { outcome: "granted" })(asked);
      return { ...fields, request: await placeRequest(asked.city.owner, fields.id ?? "", "return") };
    },
  }),
  attempt({
    ...ofCase,
    name: "check",
    permission: "case.check",
    schema: stepInput,
    run: checkCase,
    action: caseActions.check,
    fields: freshCase("resolved"),
  }),
  attempt({
    ...ofCase,
    name: "rework",
    permission: "case.check",
    schema: reasonInput,
    run: reworkCase,
    action: caseActions.rework,
    fields: freshCase("resolved", { note: "灯还是不亮" }),
  }),
  attempt({
    ...ofCase,
    name: "sign",
    permission: "case.sign",
    schema: stepInput,
    run: signCase,
    action: caseActions.sign,
    fields: freshCase("dispatched"),
  }),
  attempt({
    ...ofCase,
    name: "resolve",
    permission: "case.resolve",
    schema: stepInput,
    run: resolveCase,
    action: caseActions.resolve,
    fields: freshCase("signed"),
  }),
  attempt({
    ...ofCase,
    name: "close",
    permission: "case.close",
    schema: closeInput,
    run: closeCase,
    action: caseActions.close,
    fields: freshCase("resolved", close),
  }),
  attempt({
    ...ofCase,
    name: "call back",
    permission: "case.call-back",
    schema: callBackInput,
    run: callBackCase,
    action: caseActions.callBack,
    fields: freshCase("closed", reached),
  }),
  attempt({
    ...ofCase,
    name: "void",
    permission: "case.void",
    schema: voidInput,
    run: voidCase,
    action: caseActions.takeOut,
    fields: freshCase("registered", { validity: "invalid", note: "错报" }),
  }),
  attempt({
    name: "settle due times",
    permission: "case.settle",
    on: "nothing",
    schema: z.strictObject({}),
    run: settleDeadlines,
    fields: async () => ({}),
  }),
  attempt({
    name: "visit",
    permission: "visit.record",
    on: "area",
    schema: visitInput,
    run: recordVisit,
    action: todayActions.visited,
    fields: async ({ target }) => ({
      id: uuidv7(),
      areaId: target.area,
      visitedOn: "2026-11-02",
      due: "9",
      visited: "5",
      absent: "0",
      refused: "0",
    }),
  }),
];
