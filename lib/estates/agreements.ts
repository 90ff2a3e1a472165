import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { agreements, agreementTasks } from "../../db/schema/estates";
import { authorize } from "../access/guard";
import { localDay } from "../calendar/zone";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { record } from "../events/record";
import type { AddAgreementInput, AddTaskInput, FinishTaskInput } from "./input";
import { partyRoles } from "./model";
import { getEstate, getTask, isStanding, listAgreements, listPartiesOf } from "./queries";

/** Writes down what two or three of the parties have agreed on. */
export async function addAgreement(ctx: Context, input: AddAgreementInput): Promise<void> {
  const current = await getEstate(ctx, input.estateId);
  authorize(ctx.actor, "agreement.edit");
  const parties = partyRoles.filter((role) => input[role]);
  if (input.agreedOn > localDay(ctx.now)) throw new Refusal("invalid", "estate.future", {}, "agreedOn");
  const standing = (await listPartiesOf(ctx, current.id)).filter((party) => isStanding(party, input.agreedOn));
  const missing = parties.find((role) => !standing.some((party) => party.role === role));
  if (missing) throw new Refusal("conflict", "estate.partyMissing", {}, missing);

  const { id, title, body, agreedOn } = input;
  const at = { estateId: current.id, areaId: current.areaId, areaPos: current.areaPos };
  const added = await ctx.db
    .insert(agreements)
    .values({ ...at, id, title, body, agreedOn, parties })
    .onConflictDoNothing()
    .returning({ id: agreements.id });
  if (added.length === 0) throw new Refusal("conflict", "estate.agreementTwice");
  await record(ctx, {
    subject: "estate",
    id: current.id,
    action: "agreement.added",
    areaPos: current.areaPos,
    detail: { agreement: id, title, agreedOn, parties },
  });
}

/** Adds to an agreement what one of the estate's parties is to do, and by when. */
export async function addTask(ctx: Context, input: AddTaskInput): Promise<string> {
  const current = await getEstate(ctx, input.estateId);
  authorize(ctx.actor, "agreement.edit");
  const [known, parties] = await Promise.all([listAgreements(ctx, current.id), listPartiesOf(ctx, current.id)]);
  const agreement = known.find(({ id }) => id === input.agreementId);
  if (!agreement) throw new Refusal("conflict", "estate.agreementMissing", {}, "agreementId");
  const party = parties.find(({ unitId, role }) => unitId === input.unitId && agreement.parties.includes(role));
  if (!party) throw new Refusal("invalid", "estate.taskUnit", {}, "unitId");
  if (input.dueOn < agreement.agreedOn) throw new Refusal("invalid", "estate.dueEarlier", {}, "dueOn");

  const { agreementId, title, unitId, dueOn } = input;
  const id = uuidv7();
  const at = { estateId: current.id, areaId: current.areaId, areaPos: current.areaPos };
  await ctx.db.insert(agreementTasks).values({ ...at, agreementId, id, title, unitId, dueOn, addedAt: ctx.now });
  await record(ctx, {
    subject: "estate",
    id: current.id,
    action: "agreement.taskAdded",
    areaPos: current.areaPos,
    detail: { task: id, title, unit: party.unitName, dueOn },
  });
  return id;
}

/** Says what was done and when; by the party that promised it, or by who keeps the ledger. */
export async function finishTask(ctx: Context, input: FinishTaskInput): Promise<void> {
  const task = await getTask(ctx, input.taskId);
  authorize(ctx.actor, "agreement.finish");
  if (ctx.actor.unitId !== null && ctx.actor.unitId !== task.unitId)
    throw new Refusal("forbidden", "estate.taskElsewhere");
  if (task.doneOn !== null) throw new Refusal("conflict", "estate.taskDone", { day: task.doneOn });
  if (input.doneOn > localDay(ctx.now)) throw new Refusal("invalid", "estate.future", {}, "doneOn");

  const done = await ctx.db
    .update(agreementTasks)
    .set({ doneOn: input.doneOn, doneNote: input.note, doneName: ctx.actor.name })
    .where(
      and(eq(agreementTasks.estateId, task.estateId), eq(agreementTasks.id, task.id), isNull(agreementTasks.doneOn)),
    )
    .returning({ id: agreementTasks.id });
  if (done.length === 0) throw new Refusal("conflict", "area.changedMeanwhile");
  await record(ctx, {
    subject: "estate",
    id: task.estateId,
    action: "agreement.taskDone",
    areaPos: task.areaPos,
    detail: { task: task.id, title: task.title, doneOn: input.doneOn },
  });
}
