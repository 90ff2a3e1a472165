"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/next/action";
import {
  linkCasesInput,
  linkNumberInput,
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
