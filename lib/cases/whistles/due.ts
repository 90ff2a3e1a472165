import { dueAt } from "../../calendar/clock";
import type { Limit } from "../../calendar/model";
import type { Settings } from "../../settings/model";
import { signDue } from "../deadlines";

type Call = { calledAt: Date; dueLimit: Limit; urgent: boolean };

/** By when a called unit must have come, and by when it must have answered. */
export function callDue({ calledAt, dueLimit, urgent }: Call, settings: Settings) {
  const arrival = signDue(calledAt, urgent, settings);
  const answer = dueAt(calledAt, dueLimit, settings.workHours);
  return { arriveDueAt: arrival.at, dueAt: answer.at, dueProvisional: arrival.provisional || answer.provisional };
}
