import { z } from "zod";
import { askedDay, askedText, cursor } from "../asked";
import { day } from "../calendar/input";
import { line } from "../cases/input";
import { ledgerStates, partyRoles, promiseStates } from "./model";

const estateId = z.uuid();

export const addEstateInput = z.strictObject({ areaId: z.uuid("required"), name: line(60) });
export type AddEstateInput = z.output<typeof addEstateInput>;

export const renameEstateInput = z.strictObject({ estateId, name: line(60) });
export type RenameEstateInput = z.output<typeof renameEstateInput>;

export const placeInput = z.strictObject({ estateId, placeId: z.uuid("required") });
export type PlaceInput = z.output<typeof placeInput>;

export const setPartyInput = z.strictObject({
  estateId,
  role: z.enum(partyRoles),
  unitId: z.uuid("required"),
  startsOn: day,
});
export type SetPartyInput = z.output<typeof setPartyInput>;

export const endPartyInput = z.strictObject({ estateId, role: z.enum(partyRoles), endsOn: day });
export type EndPartyInput = z.output<typeof endPartyInput>;

const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());

export const addAgreementInput = z
  .strictObject({
    estateId,
    /** Made when the form is opened, so that sending it twice makes one. */
    id: z.uuid(),
    title: line(120),
    body: line(2000),
    agreedOn: day,
    residents: ticked,
    owners: ticked,
    property: ticked,
  })
  .superRefine((input, check) => {
    if (partyRoles.filter((role) => input[role]).length < 2)
      check.addIssue({ code: "custom", message: "two_parties", path: ["property"] });
  });
export type AddAgreementInput = z.output<typeof addAgreementInput>;

export const addTaskInput = z.strictObject({
  estateId,
  agreementId: z.uuid("required"),
  title: line(200),
  unitId: z.uuid("required"),
  dueOn: day,
});
export type AddTaskInput = z.output<typeof addTaskInput>;

export const finishTaskInput = z.strictObject({ taskId: z.uuid(), doneOn: day, note: line(500) });
export type FinishTaskInput = z.output<typeof finishTaskInput>;

export const markLedgerInput = z.strictObject({ id: z.uuid(), shared: z.enum(["yes", "no"]) });
export type MarkLedgerInput = z.output<typeof markLedgerInput>;

export const promiseFilter = z.object({
  area: z.uuid().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  state: z.enum(promiseStates).optional().catch(undefined),
  from: askedDay,
  to: askedDay,
});
export type PromiseFilter = z.output<typeof promiseFilter>;

export const estateFilter = z.object({ area: z.uuid().optional().catch(undefined), q: askedText(60) });

/** Which lines of the ledger are shown; the open ones where nothing is said. */
export const ledgerFilter = z.object({
  state: z.enum(ledgerStates).catch("open"),
  unit: z.uuid().optional().catch(undefined),
  older: cursor,
});
export type LedgerFilter = z.output<typeof ledgerFilter>;
