import { uuidv7 } from "uuidv7";
import * as caseActions from "../../../app/(console)/cases/actions";
import { acceptCase } from "../../cases/accept";
import { checkCase } from "../../cases/check";
import { declineCase } from "../../cases/decline";
import {
  askInput,
  decideInput,
  declineInput,
  linkInput,
  mergeInput,
  reasonInput,
  recategoriseInput,
  receiveInput,
  splitInput,
  stepInput,
} from "../../cases/input";
import { linkCase } from "../../cases/link";
import { mergeCase } from "../../cases/merge";
import { recategoriseCase } from "../../cases/recategorise";
import { askRequest } from "../../cases/requests/ask";
import { decideRequest } from "../../cases/requests/decide";
import { receiveCase } from "../../cases/requests/receive";
import { resumeCase } from "../../cases/requests/resume";
import { reworkCase } from "../../cases/rework";
import { splitCase } from "../../cases/split";
import { giveContact } from "../../contacts/give";
import { giveInput, revealInput } from "../../contacts/input";
import { revealContact } from "../../contacts/reveal";
import { type Asked, type Attempt, attempt, type Fields } from "./attempt";
import { freshCase } from "./attempts-on-cases";
import { placeCase, placeRequest } from "./furniture";

/** With the number of another case of the same place. */
async function withNumber(asked: Asked, fields: Fields): Promise<Fields> {
  const { id } = await freshCase("registered")(asked);
  const [other] = await asked.city.owner`select number::text from cases where id = ${id ?? ""}`;
  return { ...fields, number: String(other?.number) };
}

async function idOfFresh(asked: Asked): Promise<Fields> {
  const { id = "" } = await freshCase("signed")(asked);
  return { id };
}

const ofCase = { on: "case" } as const;

/** What leads off the straight path, and back. */
export const pathAttempts: Attempt[] = [
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
    name: "ask to take out of the rates",
    permission: "case.void",
    schema: askInput,
    run: askRequest,
    action: caseActions.ask,
    fields: freshCase("registered", { kind: "void", validity: "invalid", note: "错报" }),
  }),
  attempt({
    ...ofCase,
    name: "grant that a case leaves the rates",
    permission: "case.grant-void",
    schema: decideInput,
    run: decideRequest,
    action: caseActions.decide,
    fields: async (asked) => {
      const fields = await freshCase("registered", { outcome: "granted", publicReply: "已核实。" })(asked);
      return { ...fields, request: await placeRequest(asked.city.owner, fields.id ?? "", "void") };
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
    name: "offer to another area",
    permission: "case.transfer",
    schema: askInput,
    run: askRequest,
    action: caseActions.ask,
    fields: async (asked) => ({
      ...(await freshCase("registered")(asked)),
      kind: "transfer",
      note: "不在本辖区",
      areaId: asked.city.areas.get("甲二社区") ?? "",
    }),
  }),
  attempt({
    name: "receive",
    permission: "case.receive",
    on: "area",
    schema: receiveInput,
    run: receiveCase,
    action: caseActions.receive,
    fields: async ({ city, target }) => {
      const id = await placeCase(city.owner, city.areas.get("丙街道") ?? "", { state: "registered" });
      const request = await placeRequest(city.owner, id, "transfer", target.area);
      return { id, request, areaId: target.area, outcome: "granted" };
    },
  }),
  attempt({
    ...ofCase,
    name: "link",
    permission: "case.link",
    schema: linkInput,
    run: linkCase,
    action: caseActions.link,
    fields: async (asked) => withNumber(asked, await freshCase("closed")(asked)),
  }),
  attempt({
    ...ofCase,
    name: "merge",
    permission: "case.link",
    schema: mergeInput,
    run: mergeCase,
    action: caseActions.merge,
    fields: async (asked) => withNumber(asked, await freshCase("signed", { publicReply: "合并办理。" })(asked)),
  }),
  attempt({
    ...ofCase,
    name: "split",
    permission: "case.split",
    schema: splitInput,
    run: splitCase,
    action: caseActions.split,
    fields: async (asked) => freshCase("signed", { newId: uuidv7(), title: "另一件事" })(asked),
  }),
  attempt({
    ...ofCase,
    name: "correct the category",
    permission: "case.recategorise",
    schema: recategoriseInput,
    run: recategoriseCase,
    action: caseActions.recategorise,
    fields: freshCase("signed", { categoryCode: "0202", note: "不是电梯，是路灯" }),
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
    name: "give a contact",
    permission: "contact.give",
    schema: giveInput,
    run: giveContact,
    action: caseActions.give,
    fields: async (asked) => ({ ...(await idOfFresh(asked)), contactPhone: "0512 6688 0000" }),
  }),
  attempt({
    ...ofCase,
    name: "look at a contact",
    permission: "contact.reveal",
    schema: revealInput,
    run: revealContact,
    action: caseActions.reveal,
    fields: async (asked) => ({ ...(await idOfFresh(asked)), reason: "visit" }),
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
];
