import * as caseActions from "../../../app/(console)/cases/actions";
import * as followUpActions from "../../../app/(console)/follow-up/actions";
import * as replyActions from "../../../app/(console)/replies/actions";
import * as supervisionActions from "../../../app/(console)/supervision/actions";
import { drawCallbacks } from "../../cases/follow-up/draw";
import { drawInput } from "../../cases/follow-up/input";
import { takeBackInput } from "../../cases/input";
import { takenBack } from "../../cases/model";
import { takeBack } from "../../cases/take-back";
import { answerUrge } from "../../cases/urges/answer";
import { answerUrgeInput, urgeInput } from "../../cases/urges/input";
import { urgeCase } from "../../cases/urges/urge";
import { addPhoto } from "../../photos/add";
import { addPhotoInput, removePhotoInput } from "../../photos/input";
import { removePhoto } from "../../photos/remove";
import { addTemplateInput, changeTemplateInput, retireTemplateInput } from "../../replies/input";
import { addTemplate, changeTemplate, retireTemplate } from "../../replies/templates";
import { changeViewInput, removeViewInput, saveViewInput } from "../../views/input";
import { changeView, removeView, saveView } from "../../views/views";
import { type Asked, type Attempt, attempt } from "./attempt";
import { placeCase, placePhoto, placeTemplate, placeUrge, placeView } from "./furniture";

const dispatched = ({ city, target }: Asked) =>
  placeCase(city.owner, target.area, { state: "dispatched", unit: target.assigned ? city.unit : city.otherUnit });

/** What is done from lists and pages of work, beside the steps of a case. */
export const workAttempts: Attempt[] = [
  ...(["accept", "dispatch", "close"] as const).map((step) =>
    attempt({
      name: `take back ${step}`,
      permission: takenBack[step].permission,
      on: "case",
      schema: takeBackInput,
      run: takeBack,
      fields: async (asked) => ({ id: await dispatched(asked), step }),
    }),
  ),
  attempt({
    name: "draw who is asked",
    permission: "callback.draw",
    on: "nothing",
    schema: drawInput,
    run: drawCallbacks,
    action: followUpActions.draw,
    fields: async () => ({ from: "2026-11-01", to: "2026-11-20" }),
  }),
  attempt({
    name: "urge",
    permission: "case.urge",
    on: "case",
    schema: urgeInput,
    run: urgeCase,
    action: supervisionActions.urge,
    fields: async (asked) => ({ id: await dispatched(asked), reason: "拖了太久", dueOn: "2099-12-01" }),
  }),
  attempt({
    name: "answer an urging",
    permission: "case.answer-urge",
    on: "case",
    schema: answerUrgeInput,
    run: answerUrge,
    action: supervisionActions.answer,
    fields: async (asked) => {
      const id = await dispatched(asked);
      return { id, urge: await placeUrge(asked.city.owner, id), answer: "今天下午修好" };
    },
  }),
  attempt({
    name: "add a photo",
    permission: "photo.add",
    on: "case",
    schema: addPhotoInput.omit({ photo: true }),
    run: (ctx, input) => addPhoto(ctx, { ...input, picture: { bytes: Buffer.from("x"), width: 4, height: 3 } }),
    fields: async (asked) => ({ id: await dispatched(asked), kind: "before" }),
  }),
  attempt({
    name: "remove a photo of somebody else",
    permission: "photo.remove-any",
    on: "case",
    schema: removePhotoInput,
    run: removePhoto,
    action: caseActions.removePhoto,
    fields: async (asked) => {
      const id = await dispatched(asked);
      return { id, photo: await placePhoto(asked.city.owner, id), note: "有人脸" };
    },
  }),
  attempt({
    name: "remove an own photo",
    permission: "photo.remove",
    on: "case",
    schema: removePhotoInput,
    run: removePhoto,
    action: caseActions.removePhoto,
    fields: async (asked) => {
      const id = await dispatched(asked);
      return { id, photo: await placePhoto(asked.city.owner, id, asked.person.accountId), note: "拍错了" };
    },
  }),
  attempt({
    name: "add a text for answers",
    permission: "reply.edit",
    on: "area",
    schema: addTemplateInput,
    run: addTemplate,
    action: replyActions.add,
    fields: async ({ target }) => ({ areaId: target.area, name: "修好了", move: "close", body: "已修好。" }),
  }),
  attempt({
    name: "change a text for answers",
    permission: "reply.edit",
    on: "round",
    schema: changeTemplateInput,
    run: changeTemplate,
    action: replyActions.change,
    fields: async ({ city, target }) => ({
      id: await placeTemplate(city.owner, target.area),
      version: "1",
      name: "改",
      move: "close",
      body: "已修好。",
    }),
  }),
  attempt({
    name: "retire a text for answers",
    permission: "reply.edit",
    on: "round",
    schema: retireTemplateInput,
    run: retireTemplate,
    action: replyActions.retire,
    fields: async ({ city, target }) => ({ id: await placeTemplate(city.owner, target.area), version: "1" }),
  }),
  attempt({
    name: "save a view",
    permission: "view.save",
    on: "nothing",
    schema: saveViewInput,
    run: saveView,
    action: caseActions.saveView,
    fields: async () => ({ name: "办理中", query: "queue=open" }),
  }),
  attempt({
    name: "share a view",
    permission: "view.share",
    on: "nothing",
    schema: saveViewInput,
    run: saveView,
    action: caseActions.saveView,
    fields: async () => ({ name: "办理中", query: "queue=open", shared: "on" }),
  }),
  attempt({
    name: "change a view",
    permission: "view.save",
    on: "nothing",
    schema: changeViewInput,
    run: changeView,
    action: caseActions.changeView,
    fields: async ({ city, person }) => ({ id: await placeView(city.owner, person), name: "改" }),
  }),
  attempt({
    name: "remove a view",
    permission: "view.save",
    on: "nothing",
    schema: removeViewInput,
    run: removeView,
    action: caseActions.removeView,
    fields: async ({ city, person }) => ({ id: await placeView(city.owner, person) }),
  }),
];
