import { hash } from "@node-rs/argon2";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeConnections, withActor, withVisitor } from "../../db/index";
import { type City, openCity, personOf } from "../access/testing/world";
import type { Visitor } from "../context";
import { testPassword } from "../testing";
import { endSession, findAccountOfIdentity, openSession, signInByPassword } from "./sign-in";
import { switchGrant } from "./switch";

let city: City;
let passwordHash: string;
beforeAll(async () => {
  city = await openCity("sign_in");
  passwordHash = await hash(testPassword);
}, 60_000);
afterAll(async () => {
  await closeConnections();
  await city.close();
});

const from = (place: string): Visitor => ({ place, now: new Date(), transaction: withVisitor });
const isIn = async (session: string) => (await withActor(session, async (_tx, { role }) => role)) !== null;

/** Somebody new with a password, who works in 甲街道 under as many grants as there are roles. */
async function somebody(...held: string[]) {
  const [accountId, login] = [uuidv7(), `p-${uuidv7()}`];
  await city.owner`insert into accounts ${city.owner({ id: accountId, login, name: "某人", password_hash: passwordHash })}`;
  const grants: string[] = [];
  for (const role of held) {
    const id = uuidv7();
    await city.owner`insert into grants ${city.owner({ id, account_id: accountId, role, area_id: city.areas.get("甲街道") ?? "" })}`;
    grants.push(id);
  }
  return { accountId, login, grants };
}

const signIn = (login: string, password = testPassword, place = "10.0.0.1") =>
  signInByPassword(from(place), { login, password }, null);
const wrong = { code: "unauthenticated", reason: "signIn.wrong" };

test("the right password opens a session under the first grant, and the trace says so", async () => {
  const { accountId, login, grants } = await somebody("staff", "official");
  const session = await signIn(login);
  expect(await withActor(session, async (_tx, { grantId, role }) => [grantId, role])).toEqual([grants[0], "staff"]);
  const trace = await city.owner`select action from events where subject_id = ${accountId}`;
  expect(trace.map(({ action }) => action)).toEqual(["account.signed-in"]);
});

test("a wrong password, no such account, a disabled one and one without a password hear the same", async () => {
  const [known, disabled, silent] = [await somebody("staff"), await somebody("staff"), await somebody("staff")];
  await city.owner`update accounts set disabled_at = now() where id = ${disabled.accountId}`;
  await city.owner`update accounts set password_hash = null where id = ${silent.accountId}`;
  await expect(signIn(known.login, "wrong")).rejects.toMatchObject(wrong);
  for (const login of ["nobody-here", disabled.login, silent.login])
    await expect(signIn(login)).rejects.toMatchObject(wrong);
  const trace = await city.owner`select action from events where subject_id = ${known.accountId}`;
  expect(trace.map(({ action }) => action)).toEqual(["account.sign-in-failed"]);
});

test("who holds nothing today is told so, and is not in", async () => {
  const { login, grants } = await somebody("staff");
  for (const change of [
    "revoked_at = now()",
    "revoked_at = null, starts_on = '2999-01-01'",
    "starts_on = null, ends_on = '2001-01-01'",
  ]) {
    await city.owner.unsafe(`update grants set ${change} where id = '${grants[0]}'`);
    await expect(signIn(login), change).rejects.toMatchObject({ reason: "signIn.no-grant" });
  }
});

const endings: [what: string, statement: (at: { session: string; accountId: string; grant: string }) => string][] = [
  ["the account is disabled", ({ accountId }) => `update accounts set disabled_at = now() where id = '${accountId}'`],
  ["the grant is revoked", ({ grant }) => `update grants set revoked_at = now() where id = '${grant}'`],
  ["the grant has not begun", ({ grant }) => `update grants set starts_on = '2999-01-01' where id = '${grant}'`],
  ["the grant has ended", ({ grant }) => `update grants set ends_on = '2001-01-01' where id = '${grant}'`],
  ["the session was ended", ({ session }) => `update sessions set ended_at = now() where id = '${session}'`],
  [
    "nothing was done for half an hour",
    ({ session }) => `update sessions set seen_at = now() - interval '31 minutes' where id = '${session}'`,
  ],
  [
    "it is half a day old",
    ({ session }) => `update sessions set created_at = now() - interval '12 hours 1 minute' where id = '${session}'`,
  ],
  ["the session is gone", ({ session }) => `delete from sessions where id = '${session}'`],
];

test.each(endings)("the next request is refused once %s", async (_what, statement) => {
  const { accountId, login, grants } = await somebody("staff");
  const session = await signIn(login);
  expect(await isIn(session)).toBe(true);
  await city.owner.unsafe(statement({ session, accountId, grant: grants[0] ?? "" }));
  expect(await isIn(session)).toBe(false);
});

test("a role and an area that change hold from the next request on", async () => {
  const { login, grants } = await somebody("staff");
  const session = await signIn(login);
  await city.owner`update grants set role = 'leader', area_id = ${city.areas.get("乙街道") ?? ""} where id = ${grants[0] ?? ""}`;
  expect(await withActor(session, async (_tx, { role, areaName }) => [role, areaName])).toEqual(["leader", "乙街道"]);
});

test("signing in again ends the session of the same browser, and of eleven elsewhere the oldest", async () => {
  const { accountId, login } = await somebody("staff");
  const first = await signIn(login);
  const second = await openSession(from("10.0.0.1"), accountId, first);
  expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
  for (let i = 0; i < 9; i++) await openSession(from("10.0.0.1"), accountId, null);
  expect(await isIn(second)).toBe(true);
  await openSession(from("10.0.0.1"), accountId, null);
  expect(await isIn(second)).toBe(false);
});

test("signing out ends the session", async () => {
  const { login } = await somebody("staff");
  const session = await signIn(login);
  await endSession(from("10.0.0.1"), session);
  expect(await isIn(session)).toBe(false);
});

test("five wrong passwords lock the account for others, not for where it was known", async () => {
  const { login } = await somebody("staff");
  await signIn(login, testPassword, "10.1.0.1");
  for (let i = 0; i < 5; i++) await expect(signIn(login, "wrong", "10.2.0.1")).rejects.toMatchObject(wrong);
  await expect(signIn(login, testPassword, "10.2.0.1")).rejects.toMatchObject({ reason: "signIn.locked" });
  expect(await isIn(await signIn(login, testPassword, "10.1.0.1"))).toBe(true);
});

test("tries sent together do not pass together", async () => {
  const { login } = await somebody("staff");
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      signIn(login, "wrong", "10.3.0.1").catch((error: { reason: string }) => error.reason),
    ),
  );
  expect(answers.filter((reason) => reason === "signIn.wrong")).toHaveLength(5);
});

test("guesses at many accounts from one place are slowed down, whichever accounts there are", async () => {
  const answers: string[] = [];
  for (let i = 0; i < 62; i++)
    answers.push(
      await withVisitor(async (tx) => {
        const [row] = await tx.execute<{ wait_seconds: number }>(
          sql`select wait_seconds from begin_sign_in(${`guess-${i}`}, '10.4.0.1')`,
        );
        return (row?.wait_seconds ?? 0) > 0 ? "wait" : "go";
      }),
    );
  expect(answers.filter((answer) => answer === "go")).toHaveLength(60);
});

test("one goes on under another grant of one's own, with the event, and under nobody else's", async () => {
  const { accountId, login, grants } = await somebody("staff", "official");
  const session = await signIn(login);
  const change = (grantId: string, sessionId = session) =>
    withActor(session, (db, actor) => switchGrant({ actor, db, now: new Date() }, { sessionId, grantId }));
  await change(grants[1] ?? "");
  expect(await withActor(session, async (_tx, { role }) => role)).toBe("official");
  const trace = await city.owner`select action from events where subject_id = ${accountId} order by at`;
  expect(trace.at(-1)?.action).toBe("account.switched");

  const missing = { reason: "account.switch-missing" };
  await expect(change(personOf(city, "leader").grantId)).rejects.toMatchObject(missing);
  await expect(change(grants[1] ?? "", personOf(city, "leader").sessionId)).rejects.toMatchObject(missing);
  await city.owner`update grants set revoked_at = now() where id = ${grants[0] ?? ""}`;
  await expect(change(grants[0] ?? "")).rejects.toMatchObject(missing);
});

test("an identity finds its account by its subject, a verified address ties it once, and makes none", async () => {
  const { accountId, login } = await somebody("staff");
  const visitor = from("10.0.0.1");
  expect(await findAccountOfIdentity(visitor, { subject: "i 1", email: null })).toBeNull();
  expect(await findAccountOfIdentity(visitor, { subject: "i 1", email: "nobody@here.test" })).toBeNull();
  expect(await findAccountOfIdentity(visitor, { subject: "i 1", email: login })).toBe(accountId);
  expect(await findAccountOfIdentity(visitor, { subject: "i 1", email: null })).toBe(accountId);
  expect(await findAccountOfIdentity(visitor, { subject: "i 2", email: login })).toBeNull();
  await city.owner`update accounts set disabled_at = now() where id = ${accountId}`;
  expect(await findAccountOfIdentity(visitor, { subject: "i 1", email: null })).toBeNull();
});

test("sessions of others are ended and seen by the two administrators only", async () => {
  const other = personOf(city, "leader");
  for (const role of ["staff", "official", "auditor", "leader"] as const) {
    const person = personOf(city, role, "甲一社区");
    const tried = withActor(person.sessionId, (tx) => tx.execute(sql`select end_sessions(${other.accountId}, null)`));
    await expect(tried, role).rejects.toThrow();
    const seen = await withActor(person.sessionId, (tx) =>
      tx.execute(sql`select * from sessions_of(${other.accountId})`),
    );
    expect(seen, role).toHaveLength(0);
  }
  const seen = await withActor(personOf(city, "secadmin").sessionId, (tx) =>
    tx.execute(sql`select * from sessions_of(${other.accountId})`),
  );
  expect(seen).toHaveLength(1);
});

test("the visitor reads no table", async () => {
  for (const table of ["accounts", "cases", "settings", "areas", "sessions"]) {
    const read = withVisitor((tx) => tx.execute(sql.raw(`select 1 from ${table}`)));
    await expect(read, table).rejects.toThrow();
  }
});
