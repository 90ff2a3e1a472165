import { uuidv7 } from "uuidv7";
import * as actions from "../../../app/(console)/topics/actions";
import { closeTopic, reopenTopic } from "../../topics/close";
import { editTopic } from "../../topics/edit";
import {
  closeTopicInput,
  editTopicInput,
  putNumberInput,
  reopenTopicInput,
  taskDoneInput,
  topicCaseInput,
  topicInput,
  topicNoteInput,
  topicTaskInput,
} from "../../topics/input";
import { addNote } from "../../topics/notes";
import { openTopic } from "../../topics/open";
import { putNumber, putUnderTopic, takeFromTopic } from "../../topics/put";
import { addTask, finishTask } from "../../topics/tasks";
import { type Asked, type Attempt, attempt, type Fields } from "./attempt";
import { placeCase, placeTopic } from "./furniture";

const topicAt = ({ city, target }: Asked) => placeTopic(city.owner, target.area, city.unit);

/** With a case of the same place that does not stand under it yet. */
async function withCase(asked: Asked): Promise<{ topicId: string; id: string }> {
  const { id: topicId } = await topicAt(asked);
  return { topicId, id: await placeCase(asked.city.owner, asked.target.area, { state: "registered" }) };
}

const edits = { permission: "topic.edit", on: "round" } as const;

export const topicAttempts: Attempt[] = [
  attempt({
    name: "open a topic",
    permission: "topic.edit",
    on: "area",
    schema: topicInput,
    run: openTopic,
    action: actions.open,
    fields: async ({ city, target }) => ({
      id: uuidv7(),
      areaId: target.area,
      title: "路灯不亮",
      goal: "两周内修好",
      keyword: "路灯",
      unitId: city.unit,
      startsOn: "2026-11-01",
    }),
  }),
  attempt({
    ...edits,
    name: "edit a topic",
    schema: editTopicInput,
    run: editTopic,
    action: actions.edit,
    fields: async (asked): Promise<Fields> => {
      const { id } = await topicAt(asked);
      return { id, title: "路灯", goal: "一周修好", unitId: asked.city.unit };
    },
  }),
  attempt({
    name: "close a topic",
    permission: "topic.close",
    on: "round",
    schema: closeTopicInput,
    run: closeTopic,
    action: actions.close,
    fields: async (asked): Promise<Fields> => {
      const { id } = await topicAt(asked);
      return { id, closing: "都修好了" };
    },
  }),
  attempt({
    name: "reopen a topic",
    permission: "topic.close",
    on: "round",
    schema: reopenTopicInput,
    run: reopenTopic,
    action: actions.reopen,
    fields: async (asked): Promise<Fields> => {
      const { id } = await topicAt(asked);
      await asked.city
        .owner`update topics set closing = '修好', closed_on = '2026-11-20', closed_name = '王某' where id = ${id}`;
      return { id, reason: "又不亮了" };
    },
  }),
  attempt({
    ...edits,
    name: "put a case under a topic",
    schema: topicCaseInput,
    run: putUnderTopic,
    fields: withCase,
  }),
  attempt({
    ...edits,
    name: "take a case out of a topic",
    schema: topicCaseInput,
    run: takeFromTopic,
    fields: async (asked): Promise<Fields> => {
      const { id: topicId } = await topicAt(asked);
      const [found] = await asked.city.owner`select case_id from topic_cases where topic_id = ${topicId}`;
      return { topicId, id: String(found?.case_id) };
    },
  }),
  attempt({
    ...edits,
    name: "put a case under a topic by its number",
    schema: putNumberInput,
    run: putNumber,
    action: actions.putOne,
    fields: async (asked): Promise<Fields> => {
      const { topicId, id } = await withCase(asked);
      const [found] = await asked.city.owner`select number::text from cases where id = ${id}`;
      return { topicId, number: String(found?.number) };
    },
  }),
  attempt({
    ...edits,
    name: "give a task of a topic",
    schema: topicTaskInput,
    run: addTask,
    action: actions.task,
    fields: async (asked): Promise<Fields> => {
      const { id } = await topicAt(asked);
      return { id, unitId: asked.city.unit, task: "更换灯具", dueOn: "2026-12-01" };
    },
  }),
  attempt({
    ...edits,
    name: "finish a task of a topic",
    schema: taskDoneInput,
    run: finishTask,
    action: actions.finish,
    fields: async (asked): Promise<Fields> => ({ ...(await topicAt(asked)), note: "已更换" }),
  }),
  attempt({
    ...edits,
    name: "note beside a day of a topic",
    schema: topicNoteInput,
    run: addNote,
    action: actions.note,
    fields: async (asked): Promise<Fields> => {
      const { id } = await topicAt(asked);
      return { id, day: "2026-11-02", note: "开工" };
    },
  }),
];
