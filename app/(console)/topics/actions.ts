"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/next/action";
import { actionEach } from "@/lib/next/action-each";
import { closeTopic, reopenTopic } from "@/lib/topics/close";
import { editTopic } from "@/lib/topics/edit";
import {
  closeTopicInput,
  editTopicInput,
  putAllInput,
  putNumberInput,
  reopenTopicInput,
  takeAllInput,
  taskDoneInput,
  topicInput,
  topicNoteInput,
  topicTaskInput,
} from "@/lib/topics/input";
import { addNote } from "@/lib/topics/notes";
import { openTopic } from "@/lib/topics/open";
import { putNumber, putUnderTopic, takeFromTopic } from "@/lib/topics/put";
import { addTask, finishTask } from "@/lib/topics/tasks";

export const open = action(topicInput, openTopic, ({ id }) => redirect(`/topics/${id}`));

export const edit = action(editTopicInput, async (ctx, input) => {
  await editTopic(ctx, input);
  refresh();
});

export const close = action(closeTopicInput, async (ctx, input) => {
  await closeTopic(ctx, input);
  refresh();
});

export const reopen = action(reopenTopicInput, async (ctx, input) => {
  await reopenTopic(ctx, input);
  refresh();
});

export const putAll = actionEach(
  putAllInput,
  ({ pick }) => pick,
  (ctx, { id }, { topicId }) => putUnderTopic(ctx, { id, topicId }),
);

export const takeAll = actionEach(
  takeAllInput,
  ({ pick }) => pick.map((id) => ({ id })),
  (ctx, { id }, { topicId }) => takeFromTopic(ctx, { id, topicId }),
);

export const putOne = action(putNumberInput, async (ctx, input) => {
  await putNumber(ctx, input);
  refresh();
});

export const task = action(topicTaskInput, async (ctx, input) => {
  await addTask(ctx, input);
  refresh();
});

export const finish = action(taskDoneInput, async (ctx, input) => {
  await finishTask(ctx, input);
  refresh();
});

export const note = action(topicNoteInput, async (ctx, input) => {
  await addNote(ctx, input);
  refresh();
});
