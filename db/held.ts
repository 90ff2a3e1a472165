import type { Role } from "../lib/access/model";
import type { Transaction } from "./index";

/** Who asks: all that policies of what is laid down look at, and how `enter` found it. */
type Asking = {
  db: Transaction;
  actor: { role: Role; unitId: string | null; pos: number; last: number; laid?: number };
};
type Answers = Map<string, unknown>;

const most = 20_000;
let answers: Answers = new Map();
let heldSince = -1;
const noted = new WeakMap<Transaction, { laid: number; answers: Answers }>();

/**
 * What `ask` finds in areas, categories, their rules and settings, and nowhere else: kept in memory for whoever may read
 * the same rows, until one of these tables changes. Nobody may write to the answer.
 */
export async function held<R>({ db, actor }: Asking, question: string, ask: () => Promise<R>): Promise<R> {
  const { laid, role, unitId, pos, last } = actor;
  if (laid === undefined) return ask();
  const key = `${role} ${unitId} ${pos} ${last} ${question}`;
  if (laid === heldSince && answers.has(key)) return answers.get(key) as R;
  const answer = await ask();
  const asked = noted.get(db) ?? { laid, answers: new Map() };
  noted.set(db, asked);
  asked.answers.set(key, answer);
  return answer;
}

/** Keeps what a transaction asked once it has ended well: one that is undone may have read what nobody else ever sees. */
export function holdAnswers(tx: Transaction): void {
  const asked = noted.get(tx);
  if (!asked || asked.laid < heldSince) return;
  if (asked.laid > heldSince || answers.size + asked.answers.size > most) answers = new Map();
  heldSince = asked.laid;
  for (const [key, answer] of asked.answers) answers.set(key, answer);
}
