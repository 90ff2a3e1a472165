import { uuidv7 } from "uuidv7";
import * as caseActions from "../../../app/(console)/cases/actions";
import * as catalogueActions from "../../../app/(console)/catalogue/actions";
import * as followUpActions from "../../../app/(console)/follow-up/actions";
import * as reminderActions from "../../../app/(console)/reminders/actions";
import * as replyActions from "../../../app/(console)/replies/actions";
import * as supervisionActions from "../../../app/(console)/supervision/actions";
import { addCategory } from "../../cases/catalogue/add";
import { changeCategory } from "../../cases/catalogue/change";
import { addCategoryInput, changeCategoryInput } from "../../cases/catalogue/input";
import { drawCallbacks } from "../../cases/follow-up/draw";
import { drawInput } from "../../cases/follow-up/input";
import { registerInput, takeBackInput } from "../../cases/input";
import { registerReport } from "../../cases/intake/report";
import { takenBack } from "../../cases/model";
import { takeBack } from "../../cases/take-back";
import { answerUrge } from "../../cases/urges/answer";
import { answerUrgeInput, urgeInput } from "../../cases/urges/input";
import { urgeCase } from "../../cases/urges/urge";
import { endRuleInput, ruleInput } from "../../escalation/input";
import { addRule, endRule } from "../../escalation/rules";
import { addPhoto } from "../../photos/add";
import { addPhotoInput, removePhotoInput } from "../../photos/input";
import { removePhoto } from "../../photos/remove";
import { chooseDigest } from "../../reminders/choose-digest";
import { digestInput, seeInput } from "../../reminders/input";
import { seeReminders } from "../../reminders/see";
import { addTemplateInput, changeTemplateInput, retireTemplateInput } from "../../replies/input";
import { addTemplate, changeTemplate, retireTemplate } from "../../replies/templates";
import { changeViewInput, removeViewInput, saveViewInput } from "../../views/input";
import { changeView, removeView, saveView } from "../../views/views";
import { type Asked, type Attempt, attempt, newName } from "./attempt";
import { placeCase, placePhoto, placeRule, placeTemplate, placeUrge, placeView } from "./furniture";

const picture = { bytes: Buffer.from("x"), width: 4, height: 3 };

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
    name: "add a category",
    permission: "category.edit",
    on: "nothing",
    schema: addCategoryInput,
    run: addCategory,
    action: catalogueActions.add,
    fields: async () => ({ parentCode: "12", name: newName() }),
  }),
  attempt({
    name: "change a category",
    permission: "category.edit",
    on: "nothing",
    schema: changeCategoryInput,
    run: changeCategory,
    action: catalogueActions.change,
    fields: async ({ city, person }) => {
      const [laid] = await city.owner`
        select version::text from category_rules where area_id = ${person.top} and code = '0202'`;
      return { code: "0202", version: String(laid?.version), name: "路灯不亮", inUse: "on", notice: newName() };
    },
  }),
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
    name: "add an escalation rule",
    permission: "rule.edit",
    on: "area",
    schema: ruleInput,
    run: addRule,
    action: supervisionActions.add,
    fields: async ({ target }) => ({
      areaId: target.area,
      clock: "close",
      lateBy: "3",
      unit: "times",
      toRole: "leader",
      toLevel: "street",
    }),
  }),
  attempt({
    name: "end an escalation rule",
    permission: "rule.edit",
    on: "area",
    schema: endRuleInput,
    run: endRule,
    action: supervisionActions.end,
    fields: async ({ city, target }) => ({ id: await placeRule(city.owner, target.area) }),
  }),
  attempt({
    name: "see the reminders",
    permission: "reminder.read",
    on: "nothing",
    schema: seeInput,
    run: seeReminders,
    action: reminderActions.see,
    fields: async () => ({ until: "2026-11-20T08:00:00.000Z" }),
  }),
  attempt({
    name: "choose the hour of the digest",
    permission: "reminder.read",
    on: "nothing",
    schema: digestInput,
    run: chooseDigest,
    action: reminderActions.choose,
    fields: async () => ({ digestHour: "9" }),
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
    name: "report with a photo",
    permission: "case.register",
    on: "area",
    schema: registerInput,
    run: (ctx, input) => registerReport(ctx, { input, picture }),
    fields: async ({ target }) => ({
      id: uuidv7(),
      areaId: target.area,
      title: "路灯不亮",
      channel: "officer",
      requestType: "other",
    }),
  }),
  attempt({
    name: "add a photo",
    permission: "photo.add",
    on: "case",
    schema: addPhotoInput.omit({ photo: true }),
    run: (ctx, input) => addPhoto(ctx, { ...input, picture }),
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
    name: "share a kept view",
    permission: "view.share",
    on: "nothing",
    schema: changeViewInput,
    run: changeView,
    action: caseActions.changeView,
    fields: async ({ city, person }) => ({ id: await placeView(city.owner, person), name: "改", shared: "on" }),
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
