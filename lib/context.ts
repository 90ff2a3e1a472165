import type { Transaction } from "../db/index";
import type { Actor } from "./access/model";

/** Who acts, over which transaction, and what time it is. */
export type Context = { actor: Actor; db: Transaction; now: Date };

/** Somebody without an account: no grants, a place to slow guessing down, and transactions of the visitor login. */
export type Visitor = {
  place: string;
  now: Date;
  transaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};
