"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/next/action";
import { closeTopic, reopenTopic } from "@/lib/topics/close";
import { editTopic } from "@/lib/topics/edit";
import {
  closeTopicInput,
  editTopicInput,
  linkCasesInput,
  linkNumberInput,
  reopenTopicInput,
  taskDoneInput,
  topicInput,
  topicNoteInput,
  topicTaskInput,
} from "@/lib/topics/input";
import { linkCases, linkNumber } from "@/lib/topics/link";
import { addNote } from "@/lib/topics/notes";
import { openTopic } from "@/lib/topics/open";
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

export const link = action(linkCasesInput, async (ctx, input) => {
  await linkCases(ctx, input);
  refresh();
});

export const linkOne = action(linkNumberInput, async (ctx, input) => {
  await linkNumber(ctx, input);
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
