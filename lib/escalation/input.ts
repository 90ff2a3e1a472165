import { z } from "zod";
import { clockNames } from "../cases/clocks";
import { lateUnits, mostLate, toldLevels, toldRoles } from "./model";

export const ruleInput = z
  .strictObject({
    areaId: z.uuid(),
    clock: z.enum(clockNames),
    lateBy: z.coerce.number().int().min(0),
    unit: z.enum(lateUnits),
    toRole: z.enum(toldRoles),
    toLevel: z.enum(toldLevels),
  })
  .superRefine(({ lateBy, unit }, check) => {
    const least = unit === "times" ? 2 : 0;
    if (lateBy < least || lateBy > mostLate[unit])
      check.addIssue({ code: "custom", message: unit === "times" ? "late_times" : "late_hours", path: ["lateBy"] });
  });
export type RuleInput = z.output<typeof ruleInput>;

const told = { clock: z.enum(clockNames), lateBy: z.number(), toRole: z.enum(toldRoles), toName: z.string() };
/** In older events the unit of lateness goes by the name that in all others is a unit that handles. */
const toldBefore = z
  .object({ ...told, unit: z.enum(lateUnits) })
  .transform(({ unit, ...rest }) => ({ ...rest, lateUnit: unit }));

/** What the event of an escalation tells. */
export const toldDetail = z.object({ ...told, lateUnit: z.enum(lateUnits) }).or(toldBefore);
export type Told = z.output<typeof toldDetail>;

export const endRuleInput = z.strictObject({ id: z.uuid() });
export type EndRuleInput = z.output<typeof endRuleInput>;
