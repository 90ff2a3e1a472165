import { z } from "zod";
import { isDay } from "../../calendar/zone";
import { line } from "../../cases/input";
import { improvementOutcomes } from "../model";

const number = z.coerce.number("number").int("number").positive("number").max(Number.MAX_SAFE_INTEGER, "number");
const blank = (value: unknown) => (value === "" ? undefined : value);

export const openImprovementInput = z.strictObject({
  id: z.uuid(),
  roundId: z.uuid(),
  areaId: z.uuid(),
  item: z.string("required").min(1, "required").max(40),
  unitId: z.uuid("required"),
  plan: line(300),
  dueOn: z.string("required").refine((text) => isDay(text) && text >= "2000" && text < "2100", "date"),
  /** The number of a case that belongs to it. */
  caseNumber: z.preprocess(blank, number.optional()),
});
export type OpenImprovementInput = z.output<typeof openImprovementInput>;

export const addCaseInput = z.strictObject({ id: z.uuid(), caseNumber: number });
export type AddCaseInput = z.output<typeof addCaseInput>;

const chosen = z.preprocess(blank, z.uuid().optional());

export const relateInput = z.strictObject({ id: z.uuid(), topicId: chosen, stationId: chosen, projectId: chosen });
export type RelateInput = z.output<typeof relateInput>;

export const closeImprovementInput = z.strictObject({
  id: z.uuid(),
  outcome: z.enum(improvementOutcomes, "required"),
  closing: line(500),
});
export type CloseImprovementInput = z.output<typeof closeImprovementInput>;
