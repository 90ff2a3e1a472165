import { z } from "zod";
import { isDay } from "../calendar/zone";
import { line, picked, pickedBefore } from "../cases/input";

const blank = (value: unknown) => (value === "" ? undefined : value);
const day = z.string("required").refine((text) => isDay(text) && text > "2000" && text < "2100", "date");
const code = z.string().regex(/^(\d{2}|\d{4})$/);

export const topicInput = z
  .strictObject({
    /** Made when the form is opened, so that sending it twice opens one topic. */
    id: z.uuid(),
    areaId: z.uuid("required"),
    title: line(80),
    goal: line(500),
    category: z.preprocess(blank, code.optional()),
    category2: z.preprocess(blank, code.optional()),
    category3: z.preprocess(blank, code.optional()),
    keyword: z.preprocess(blank, line(40).optional()),
    unitId: z.uuid("required"),
    startsOn: day,
    endsOn: z.preprocess(blank, day.optional()),
  })
  .superRefine(({ category, category2, category3, keyword, startsOn, endsOn }, check) => {
    const missing = [category, category2, category3, keyword].every((given) => given === undefined);
    if (missing) check.addIssue({ code: "custom", message: "required", path: ["category"] });
    if (endsOn !== undefined && endsOn < startsOn)
      check.addIssue({ code: "custom", message: "before_start", path: ["endsOn"] });
  });
export type TopicInput = z.output<typeof topicInput>;

export const editTopicInput = z.strictObject({
  id: z.uuid(),
  title: line(80),
  goal: line(500),
  unitId: z.uuid("required"),
  endsOn: z.preprocess(blank, day.optional()),
});
export type EditTopicInput = z.output<typeof editTopicInput>;

export const closeTopicInput = z.strictObject({ id: z.uuid(), closing: line(500) });
export type CloseTopicInput = z.output<typeof closeTopicInput>;

export const reopenTopicInput = z.strictObject({ id: z.uuid(), reason: line(200) });
export type ReopenTopicInput = z.output<typeof reopenTopicInput>;

/** A case and the topic it is put under, or taken out of. */
export const topicCaseInput = z.strictObject({ id: z.uuid(), topicId: z.uuid() });
export type TopicCaseInput = z.output<typeof topicCaseInput>;

export const putAllInput = z.strictObject({ topicId: z.uuid(), pick: picked });
export const takeAllInput = z.strictObject({ topicId: z.uuid(), pick: pickedBefore });

/** The case by the number people know it by. */
export const putNumberInput = z.strictObject({
  topicId: z.uuid(),
  number: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});
export type PutNumberInput = z.output<typeof putNumberInput>;

export const topicTaskInput = z.strictObject({
  id: z.uuid(),
  unitId: z.uuid("required"),
  task: line(300),
  dueOn: day,
});
export type TopicTaskInput = z.output<typeof topicTaskInput>;

export const taskDoneInput = z.strictObject({ id: z.uuid(), task: z.uuid(), note: line(300) });
export type TaskDoneInput = z.output<typeof taskDoneInput>;

export const topicNoteInput = z.strictObject({ id: z.uuid(), day, note: line(120) });
export type TopicNoteInput = z.output<typeof topicNoteInput>;
