import { z } from "zod";
import { day } from "../calendar/input";
import { line } from "../cases/input";

export const promiseProjectInput = z.strictObject({
  /** Made when the form is opened, so that sending it twice promises one. */
  id: z.uuid(),
  areaId: z.uuid("required"),
  partnerId: z.uuid("required"),
  offer: line(120),
  need: line(300),
  promisedBy: day,
});
export type PromiseProjectInput = z.output<typeof promiseProjectInput>;

export const keepProjectInput = z.strictObject({ projectId: z.uuid(), keptOn: day });
export type KeepProjectInput = z.output<typeof keepProjectInput>;
