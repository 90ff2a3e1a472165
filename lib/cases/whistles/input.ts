import { z } from "zod";
import { askedDay, cursor } from "../../asked";
import { limitUnits } from "../../calendar/model";
import { line } from "../input";
import { whistleOutcomes, whistleParts } from "./model";

const blank = (value: unknown) => (value === "" ? undefined : value);
const more = { unit: z.preprocess(blank, z.uuid().optional()), task: z.preprocess(blank, line(500).optional()) };

/** The first unit has to be named; each further one comes with its own task. All have the same limit. */
export const whistleInput = z
  .strictObject({
    id: z.uuid(),
    version: z.coerce.number().int().positive().max(2_147_483_647),
    unitId: z.uuid("required"),
    task: line(500),
    unitId2: more.unit,
    task2: more.task,
    unitId3: more.unit,
    task3: more.task,
    limit: z.coerce.number().int().min(1).max(60),
    limitUnit: z.enum(limitUnits),
  })
  .superRefine((input, check) => {
    for (const nth of ["2", "3"] as const) {
      const [unit, task] = [`unitId${nth}`, `task${nth}`] as const;
      const missing = input[unit] === undefined ? unit : task;
      if ((input[unit] === undefined) !== (input[task] === undefined))
        check.addIssue({ code: "custom", message: "required", path: [missing] });
    }
  });
export type WhistleInput = z.output<typeof whistleInput>;

export type Called = { field: string; unitId: string; task: string };

/** Who is called to what, in the order of the form. */
export function calledIn(input: WhistleInput): Called[] {
  const rows = [
    { field: "unitId", unitId: input.unitId, task: input.task },
    { field: "unitId2", unitId: input.unitId2, task: input.task2 },
    { field: "unitId3", unitId: input.unitId3, task: input.task3 },
  ];
  return rows.flatMap(({ field, unitId, task }) =>
    unitId !== undefined && task !== undefined ? [{ field, unitId, task }] : [],
  );
}

const one = { id: z.uuid(), whistle: z.uuid() };

export const arriveInput = z.strictObject(one);
export type ArriveInput = z.output<typeof arriveInput>;

export const answerWhistleInput = z.strictObject({ ...one, outcome: z.enum(whistleOutcomes), answer: line(1000) });
export type AnswerWhistleInput = z.output<typeof answerWhistleInput>;

export const standDownInput = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int().positive().max(2_147_483_647),
  whistle: z.uuid("required"),
  note: line(500),
});
export type StandDownInput = z.output<typeof standDownInput>;

export const meetingInput = z.strictObject({ id: z.uuid(), note: line(2000) });
export type MeetingInput = z.output<typeof meetingInput>;

/** Whatever an address holds becomes a filter; what it does not understand it leaves out. */
export const whistleFilter = z.object({
  area: z.uuid().optional().catch(undefined),
  period: z.string().max(30).optional().catch(undefined),
  from: askedDay,
  to: askedDay,
  unit: z.uuid().optional().catch(undefined),
  part: z.enum(whistleParts).optional().catch(undefined),
  older: cursor,
});
export type WhistleFilter = z.output<typeof whistleFilter>;
