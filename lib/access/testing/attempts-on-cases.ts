import { uuidv7 } from "uuidv7";
import { z } from "zod";
import * as caseActions from "../../../app/(console)/cases/actions";
import * as todayActions from "../../../app/(console)/today/actions";
import { callBackCase } from "../../cases/call-back";
import { closeCase } from "../../cases/close";
import { contactCase } from "../../cases/contact";
import { dispatchCase } from "../../cases/dispatch";
import { callBackInput, closeInput, dispatchInput, registerInput, stepInput } from "../../cases/input";
import { registerCase } from "../../cases/register";
import { resolveCase } from "../../cases/resolve";
import { settleDeadlines } from "../../cases/settle";
import { signCase } from "../../cases/sign";
import { visitInput } from "../../visits/input";
import { recordVisit } from "../../visits/record-visit";
import { type Asked, type Attempt, attempt, type Fields } from "./attempt";
import { type CaseAt, placeCase } from "./furniture";

/** Lays a case that came as far as a state at the target. */
export const freshCase =
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
