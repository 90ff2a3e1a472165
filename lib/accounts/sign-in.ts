import "server-only";
import { sql } from "drizzle-orm";
import type { Visitor } from "../context";
import { Refusal } from "../errors";
import type { SignInInput } from "./input";
import { isPassword } from "./password";

/** Opens a session for whoever has the password; `previous` is the one of the same browser, which ends. */
export async function signInByPassword(
  visitor: Visitor,
  { login, password }: Pick<SignInInput, "login" | "password">,
  previous: string | null,
): Promise<string> {
  const [begun] = await visitor.transaction((tx) =>
    tx.execute<{ account_id: string | null; password_hash: string | null; wait_seconds: number }>(
      sql`select account_id, password_hash, wait_seconds from begin_sign_in(${login}, ${visitor.place})`,
    ),
  );
  if (!begun || begun.wait_seconds > 0) {
    throw new Refusal("forbidden", "signIn.locked", { minutes: Math.ceil((begun?.wait_seconds ?? 60) / 60) });
  }
  const right = await isPassword(password, begun.password_hash);
  if (begun.account_id === null) throw new Refusal("unauthenticated", "signIn.wrong");
  if (!right) {
    const { account_id } = begun;
    await visitor.transaction((tx) => tx.execute(sql`select note_failure(${account_id})`));
    throw new Refusal("unauthenticated", "signIn.wrong");
  }
  return openSession(visitor, begun.account_id, previous);
}

/** The account that an identity provider vouches for, or null; it never makes one. */
export async function findAccountOfIdentity(
  visitor: Visitor,
  { subject, email }: { subject: string; email: string | null },
): Promise<string | null> {
  const [found] = await visitor.transaction((tx) =>
    tx.execute<{ account: string | null }>(sql`select account_of_identity(${subject}, ${email}) as account`),
  );
  return found?.account ?? null;
}

export async function openSession(visitor: Visitor, accountId: string, previous: string | null): Promise<string> {
  const [opened] = await visitor.transaction((tx) =>
    tx.execute<{ session: string | null }>(
      sql`select open_session(${accountId}, ${visitor.place}, ${previous}) as session`,
    ),
  );
  if (!opened?.session) throw new Refusal("forbidden", "signIn.no-grant");
  return opened.session;
}

export async function endSession(visitor: Visitor, sessionId: string): Promise<void> {
  await visitor.transaction((tx) => tx.execute(sql`select end_session(${sessionId})`));
}
