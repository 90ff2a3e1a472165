import { uuidv7 } from "uuidv7";
import { z } from "zod";
import * as actions from "../../../app/(console)/instruments/actions";
import { draftVersion, startInstrument } from "../../senses/instruments/draft";
import { addFromBank, groupDraft, moveItem, removeItem, renameDraft, saveItem } from "../../senses/instruments/edit";
import {
  addFromBankInput,
  draftVersionInput,
  groupInput,
  instrumentInput,
  itemOfInput,
  moveItemInput,
  renameInput,
  saveItemInput,
  startInstrumentInput,
} from "../../senses/instruments/input";
import { publishInstrument } from "../../senses/instruments/publish";
import { type Asked, type Attempt, attempt } from "./attempt";
import { placeInstrument } from "./furniture";

const of = { on: "round", permission: "instrument.edit" } as const;
const placed = async ({ city, target }: Asked) => ({ id: await placeInstrument(city.owner, target.area) });

export const instrumentAttempts: Attempt[] = [
  attempt({
    ...of,
    on: "area",
    name: "start a questionnaire",
    schema: startInstrumentInput,
    run: startInstrument,
    action: actions.start,
    fields: async ({ target }) => ({ id: uuidv7(), areaId: target.area, name: "新问卷" }),
  }),
  attempt({
    ...of,
    on: "nothing",
    name: "draft a version",
    schema: draftVersionInput,
    run: draftVersion,
    action: actions.draft,
    fields: async ({ city }) => {
      const [source] = await city.owner`select id from instruments where key = 'test'`;
      return { id: uuidv7(), sourceId: String(source?.id) };
    },
  }),
  attempt({
    ...of,
    name: "rename a draft",
    schema: renameInput,
    run: renameDraft,
    action: actions.rename,
    fields: async (asked) => ({ ...(await placed(asked)), name: "别名" }),
  }),
  attempt({
    ...of,
    name: "name grouping questions",
    schema: groupInput,
    run: groupDraft,
    action: actions.group,
    fields: async (asked) => ({ ...(await placed(asked)), first: "", second: "" }),
  }),
  attempt({
    ...of,
    name: "pick from the bank",
    schema: addFromBankInput.extend({ codes: z.string().transform((code) => [code]) }),
    run: addFromBank,
    action: actions.pick,
    fields: async (asked) => ({ ...(await placed(asked)), codes: "GB01" }),
  }),
  attempt({
    ...of,
    name: "save an item",
    schema: saveItemInput,
    run: saveItem,
    action: actions.save,
    fields: async (asked) => ({ ...(await placed(asked)), code: "Q3", shape: "five", labelZh: "题目三" }),
  }),
  attempt({
    ...of,
    name: "move an item",
    schema: moveItemInput,
    run: moveItem,
    action: actions.move,
    fields: async (asked) => ({ ...(await placed(asked)), code: "Q1", by: "down" }),
  }),
  attempt({
    ...of,
    name: "take an item out",
    schema: itemOfInput,
    run: removeItem,
    action: actions.remove,
    fields: async (asked) => ({ ...(await placed(asked)), code: "Q1" }),
  }),
  attempt({
    ...of,
    name: "publish a questionnaire",
    schema: instrumentInput,
    run: publishInstrument,
    action: actions.publish,
    fields: placed,
  }),
];
