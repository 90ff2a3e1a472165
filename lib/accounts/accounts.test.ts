import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { areaId, as, inRollback, testPassword, unitOf, type World } from "../testing";
import { addAccount } from "./add";
import { changeOwnPassword } from "./change-password";
import { disableAccount, enableAccount, endSessions } from "./disable";
import { grantRole, revokeGrant } from "./grant";
import { hashPassword, isPassword } from "./password";

const traceOf = async (world: World, id: string) =>
  (
    await world.owner.execute<{ action: string }>(sql`select action from events where subject_id = ${id} order by id`)
  ).map(({ action }) => action);
const firstOf = async <T extends Record<string, unknown>>(world: World, query: ReturnType<typeof sql>) =>
  (await world.owner.execute<T>(query))[0];

/** An account with one grant at an area, as the owner would write it. */
async function held(world: World, area: string, role = "staff"): Promise<{ id: string; grantId: string }> {
  const [id, grantId] = [uuidv7(), uuidv7()];
  await world.owner.execute(sql`insert into accounts (id, login, name) values (${id}, ${id}, '某人')`);
  await world.owner.execute(
    sql`insert into grants (id, account_id, role, area_id) values (${grantId}, ${id}, ${role}, ${areaId(world, area)})`,
  );
  return { id, grantId };
}

async function session(world: World, accountId: string, grantId: string): Promise<string> {
  const id = uuidv7();
  await world.owner.execute(
    sql`insert into sessions (id, account_id, grant_id) values (${id}, ${accountId}, ${grantId})`,
  );
  return id;
}
const isOpen = async (world: World, id: string) =>
  (await firstOf<{ open: boolean }>(world, sql`select ended_at is null as open from sessions where id = ${id}`))?.open;

test("a system administrator opens an account, whose password is in the answer and nowhere else", () =>
  inRollback(async (world) => {
    const { id, password } = await addAccount(as(world, "sysadmin", "试区"), { login: "wang.wu", name: "王五" });
    const row = await firstOf<{ hash: string; grants: number }>(
      world,
      sql`select password_hash as hash, (select count(*)::int from grants where account_id = ${id}) as grants from accounts where id = ${id}`,
    );
    expect(await isPassword(password, row?.hash ?? null)).toBe(true);
    expect(row?.grants).toBe(0);
    expect(await traceOf(world, id)).toEqual(["account.added"]);
    const [event] = await world.owner.execute(sql`select detail from events where subject_id = ${id}`);
    expect(JSON.stringify(event)).not.toContain(password);
  }));

test("nobody else opens one, and no login is given twice", () =>
  inRollback(async (world) => {
    for (const role of ["secadmin", "auditor", "official", "leader"] as const)
      await expect(addAccount(as(world, role, "试区"), { login: "x.y", name: "王五" })).rejects.toMatchObject({
        code: "forbidden",
      });
    const ctx = as(world, "sysadmin", "试区");
    await addAccount(ctx, { login: "wang.wu", name: "王五" });
    await expect(addAccount(ctx, { login: "wang.wu", name: "王伍" })).rejects.toMatchObject({
      code: "conflict",
      reason: "account.taken",
      field: "login",
    });
  }));

test("disabling ends every session and is undone by enabling, each with its event", () =>
  inRollback(async (world) => {
    const { id, grantId } = await held(world, "甲一社区");
    const open = await session(world, id, grantId);
    const ctx = as(world, "sysadmin", "甲街道");
    await disableAccount(ctx, { id });
    expect(await isOpen(world, open)).toBe(false);
    await expect(disableAccount(ctx, { id })).rejects.toMatchObject({ reason: "account.already-disabled" });
    await enableAccount(ctx, { id });
    await expect(enableAccount(ctx, { id })).rejects.toMatchObject({ reason: "account.not-disabled" });
    expect(await traceOf(world, id)).toEqual(["account.disabled", "account.enabled"]);
  }));

test("who may not disable is refused, and accounts elsewhere do not exist", () =>
  inRollback(async (world) => {
    const { id } = await held(world, "甲一社区");
    await expect(disableAccount(as(world, "secadmin", "甲街道"), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(enableAccount(as(world, "secadmin", "甲街道"), { id })).rejects.toMatchObject({ code: "forbidden" });
    for (const ctx of [as(world, "sysadmin", "乙街道"), as(world, "official", "试城"), as(world, "auditor", "试城")])
      await expect(disableAccount(ctx, { id })).rejects.toMatchObject({ code: "not-found" });
    await expect(endSessions(as(world, "sysadmin", "甲街道"), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endSessions(as(world, "secadmin", "乙街道"), { id })).rejects.toMatchObject({ code: "not-found" });
  }));

test("an account that also holds something elsewhere is not disabled from here", () =>
  inRollback(async (world) => {
    const { id } = await held(world, "甲一社区");
    await world.owner.execute(
      sql`insert into grants (id, account_id, role, area_id) values (${uuidv7()}, ${id}, 'staff', ${areaId(world, "乙一社区")})`,
    );
    await expect(disableAccount(as(world, "sysadmin", "甲街道"), { id })).rejects.toMatchObject({ code: "not-found" });
    await disableAccount(as(world, "sysadmin", "试区"), { id });
  }));

test("nobody disables the own account, nor the last administrator of a kind", () =>
  inRollback(async (world) => {
    const ctx = as(world, "sysadmin", "试城");
    await expect(disableAccount(ctx, { id: ctx.actor.accountId })).rejects.toMatchObject({ reason: "account.self" });
    const last = await held(world, "甲一社区", "auditor");
    await world.owner.execute(
      sql`update grants set revoked_at = now() where role = 'auditor' and id <> ${last.grantId}`,
    );
    await expect(disableAccount(ctx, { id: last.id })).rejects.toMatchObject({ reason: "account.last-admin" });
    const revoking = revokeGrant(as(world, "secadmin", "试城"), { grantId: last.grantId });
    await expect(revoking).rejects.toMatchObject({ reason: "account.last-admin" });
  }));

test("a security administrator ends the sessions of an account, with the event", () =>
  inRollback(async (world) => {
    const { id, grantId } = await held(world, "甲一社区");
    const open = await session(world, id, grantId);
    await endSessions(as(world, "secadmin", "甲街道"), { id });
    expect(await isOpen(world, open)).toBe(false);
    expect(await traceOf(world, id)).toEqual(["account.sessions-ended"]);
  }));

test("a security administrator grants a role in an area below and takes it back, each with its event", () =>
  inRollback(async (world) => {
    const { id } = await held(world, "甲一社区");
    const ctx = as(world, "secadmin", "甲街道");
    await grantRole(ctx, { accountId: id, role: "official", areaId: areaId(world, "甲二社区") });
    const made = await firstOf<{ id: string }>(
      world,
      sql`select id from grants where account_id = ${id} and role = 'official'`,
    );
    await revokeGrant(ctx, { grantId: made?.id ?? "" });
    await expect(revokeGrant(ctx, { grantId: made?.id ?? "" })).rejects.toMatchObject({
      reason: "account.grant-revoked",
    });
    expect(await traceOf(world, id)).toEqual(["account.granted", "account.grant-revoked"]);
    const told = await world.owner.execute(sql`
      select e.detail, a.login from events e join accounts a on a.id = e.subject_id where e.subject_id = ${id}`);
    for (const { detail, login } of told) expect(detail).toMatchObject({ login, role: "official", area: "甲二社区" });
  }));

test("nobody else grants, nobody grants to oneself, nothing is granted or revoked beyond the own tree", () =>
  inRollback(async (world) => {
    const { id, grantId } = await held(world, "甲一社区");
    const below = { accountId: id, role: "official", areaId: areaId(world, "甲二社区") } as const;
    await expect(grantRole(as(world, "sysadmin", "甲街道"), below)).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeGrant(as(world, "sysadmin", "甲街道"), { grantId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(grantRole(as(world, "official", "甲街道"), below)).rejects.toMatchObject({ code: "not-found" });
    const ctx = as(world, "secadmin", "甲街道");
    await expect(grantRole(ctx, { ...below, accountId: ctx.actor.accountId })).rejects.toMatchObject({
      reason: "account.self",
    });
    for (const area of ["乙街道", "试区", "试城"])
      await expect(grantRole(ctx, { ...below, areaId: areaId(world, area) }), area).rejects.toMatchObject({
        code: "not-found",
      });
    const elsewhere = await held(world, "乙一社区");
    await expect(revokeGrant(ctx, { grantId: elsewhere.grantId })).rejects.toMatchObject({ code: "not-found" });
    await expect(revokeGrant(ctx, { grantId: ctx.actor.grantId })).rejects.toMatchObject({ reason: "account.self" });
  }));

test("the same grant is not given twice, no kinds sit together, and a unit lies where the grant does", () =>
  inRollback(async (world) => {
    const { id } = await held(world, "甲一社区");
    const ctx = as(world, "secadmin", "试城");
    const at = { accountId: id, areaId: areaId(world, "甲一社区") };
    await expect(grantRole(ctx, { ...at, role: "staff" })).rejects.toMatchObject({ reason: "account.grant-exists" });
    for (const role of ["sysadmin", "secadmin", "auditor"] as const)
      await expect(grantRole(ctx, { ...at, role }), role).rejects.toMatchObject({ reason: "account.kinds-exclude" });
    const direct = world.owner.execute(
      sql`insert into grants (id, account_id, role, area_id) values (${uuidv7()}, ${id}, 'auditor', ${at.areaId})`,
    );
    expect(await world.attempt(() => direct)).toBeInstanceOf(Error);
    const outside = { ...at, role: "handler", unitId: unitOf(world, "乙一社区").id } as const;
    await expect(grantRole(ctx, outside)).rejects.toMatchObject({ reason: "account.unit-outside" });
    await grantRole(ctx, { ...outside, unitId: unitOf(world, "甲街道").id });
  }));

test("one changes the own password with the present one; other sessions end, this one stays", () =>
  inRollback(async (world) => {
    const ctx = as(world, "staff", "甲一社区");
    const { accountId, grantId } = ctx.actor;
    await world.owner.execute(
      sql`update accounts set password_hash = ${await hashPassword(testPassword)} where id = ${accountId}`,
    );
    const [here, there] = [await session(world, accountId, grantId), await session(world, accountId, grantId)];
    const change = (currentPassword: string, newPassword: string) =>
      changeOwnPassword(ctx, { currentPassword, newPassword, sessionId: here });
    const refusals = [
      ["wrong-Pass-1", "another-Lamp-2026", "account.password-wrong"],
      [testPassword, testPassword, "account.password-same"],
      [testPassword, "short-A1", "account.password-short"],
      [testPassword, "onlylowercaseletters", "account.password-kinds"],
      [testPassword, "Password-2026-x", "account.password-common"],
      [testPassword, `${accountId}-A`, "account.password-common"],
      [testPassword, `Aa1-${"x".repeat(130)}`, "account.password-long"],
    ] as const;
    for (const [now, then, reason] of refusals)
      await expect(change(now, then), reason).rejects.toMatchObject({ code: "invalid", reason });
    await change(testPassword, "another-Lamp-2026");

    const row = await firstOf<{ hash: string }>(
      world,
      sql`select password_hash as hash from accounts where id = ${accountId}`,
    );
    expect(await isPassword("another-Lamp-2026", row?.hash ?? null)).toBe(true);
    expect([await isOpen(world, here), await isOpen(world, there)]).toEqual([true, false]);
    expect(await traceOf(world, accountId)).toEqual(["account.password-changed"]);
  }));
