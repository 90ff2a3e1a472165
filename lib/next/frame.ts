import "server-only";
import type { Actor } from "../access/model";
import type { GrantChoice } from "../accounts/model";
import { myGrants } from "../accounts/queries";
import { Refusal } from "../errors";
import { readAs } from "./context";
import { isBusy } from "./deadline";

export type Frame = { actor: Actor; grants: GrantChoice[] };

/** Who is signed in and which grants there are to choose from; null where nobody is or the database is silent. It guards nothing. */
export async function readFrame(): Promise<Frame | null> {
  try {
    return await readAs(async (ctx) => ({ actor: ctx.actor, grants: await myGrants(ctx) }));
  } catch (error) {
    if (error instanceof Refusal || isBusy(error)) return null;
    throw error;
  }
}
