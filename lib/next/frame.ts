import "server-only";
import type { Actor } from "../access/model";
import type { GrantChoice } from "../accounts/model";
import { myGrants } from "../accounts/queries";
import { Refusal } from "../errors";
import { countNewReminders } from "../reminders/queries";
import { readAs } from "./context";
import { isBusy } from "./deadline";

export type Frame = { actor: Actor; grants: GrantChoice[]; newReminders: number };

/** Who is signed in, which grants there are to choose from, and how many reminders are new; null where nobody is or the database is silent. It guards nothing. */
export async function readFrame(): Promise<Frame | null> {
  try {
    return await readAs(async (ctx) => {
      const [grants, newReminders] = await Promise.all([myGrants(ctx), countNewReminders(ctx)]);
      return { actor: ctx.actor, grants, newReminders };
    });
  } catch (error) {
    if (error instanceof Refusal || isBusy(error)) return null;
    throw error;
  }
}
