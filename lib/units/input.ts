import { z } from "zod";
import { unitKinds } from "../areas/model";
import { askedText } from "../asked";
import { line } from "../cases/input";

const unit = { name: line(60), kind: z.enum(unitKinds) };

export const addUnitInput = z.strictObject({ areaId: z.uuid("required"), ...unit });
export type AddUnitInput = z.output<typeof addUnitInput>;

export const changeUnitInput = z.strictObject({ unitId: z.uuid(), areaId: z.uuid().optional(), ...unit });
export type ChangeUnitInput = z.output<typeof changeUnitInput>;

export const unitInput = z.strictObject({ unitId: z.uuid() });
export type UnitInput = z.output<typeof unitInput>;

export const unitFilter = z.object({
  area: z.uuid().optional().catch(undefined),
  kind: z.enum(unitKinds).optional().catch(undefined),
  q: askedText(60),
  closed: z.enum(["1"]).optional().catch(undefined),
});
export type UnitFilter = z.output<typeof unitFilter>;
