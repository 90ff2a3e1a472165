import "server-only";
import { withActor } from "../../db/index";
import { again } from "../again";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { within } from "./deadline";
import { currentSession } from "./session";

const readMilliseconds = 3_000;
const writeMilliseconds = 12_000;

/** One transaction to look things up in, as whoever is signed in. */
export function readAs<T>(work: (ctx: Context) => Promise<T>, milliseconds = readMilliseconds): Promise<T> {
  return within(milliseconds, (checkTime) => attempt(work, checkTime));
}

/** One transaction to change things in; tried again where others stood in its way. */
export function write<T>(work: (ctx: Context) => Promise<T>, milliseconds = writeMilliseconds): Promise<T> {
  return within(milliseconds, (checkTime) => again(() => attempt(work, checkTime)));
}

async function attempt<T>(work: (ctx: Context) => Promise<T>, checkTime: () => void): Promise<T> {
  const session = await currentSession();
  if (!session) throw ended();
  const answer = await withActor(session, async (db, { accountId, name, role, grantId, ...at }) => {
    checkTime();
    const value = await work({ actor: { accountId, name, role, grantId, ...at }, db, now: new Date() });
    checkTime();
    return { value };
  });
  if (!answer) throw ended();
  return answer.value;
}

const ended = () => new Refusal("unauthenticated", "signIn.ended");
