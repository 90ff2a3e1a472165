import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "../errors";

/** Two cores hash; who waits behind too many others is told to come again. */
const atOnce = 2;
const waitingAtMost = 40;
let running = 0;
const waiting: (() => void)[] = [];

/** Where there is no account or no password the same work is done, so that the time tells nothing. */
const dummy = "$argon2id$v=19$m=19456,t=2,p=1$K62DM5Sbp3/9XteDaPlhow$nY+exiBwLi6NcB+Z6CZVdnU0iE2/ROVTZ5L9SOUTHRs";

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password));
}

export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const same = await inTurn(() => verify(stored ?? dummy, password));
  return same && stored !== null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= waitingAtMost) throw new Refusal("conflict", "signIn.busy");
  if (running < atOnce) running += 1;
  else await new Promise<void>((go) => waiting.push(go));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
