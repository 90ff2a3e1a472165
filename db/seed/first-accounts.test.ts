import { expect, test } from "vitest";
import { databaseUrl } from "../../lib/env";
import { openOwner } from "../migrate";
import { makeFirstAccounts } from "./first-accounts";

test("an empty installation begins with the country, also after the command line was there first", async () => {
  const owner = openOwner(databaseUrl("owner"));
  const done = Symbol("rolled back");
  const run = owner.begin(async (tx) => {
    for (const table of ["areas", "accounts", "grants"])
      await tx.unsafe(`create temp table ${table} (like public.${table} including defaults) on commit drop`);
    const within = Object.assign(tx, {
      begin: (work: (inner: typeof tx) => Promise<void>) => work(tx),
    }) as unknown as typeof owner;
    const stands = () => tx`
      select a.login, a.password_hash is not null as enters, g.role, t.level from accounts a
      join grants g on g.account_id = a.id join areas t on t.id = g.area_id where t.parent_id is null order by a.created_at, a.login`;

    const made = await makeFirstAccounts(within);
    expect(made.map(({ login }) => login)).toEqual(["sysadmin", "secadmin", "auditor"]);
    const first = [...(await stands())];
    expect(first.map(({ login, enters, level }) => [login, enters, level]).sort()).toEqual([
      ["auditor", true, "country"],
      ["operator", false, "country"],
      ["secadmin", true, "country"],
      ["sysadmin", true, "country"],
    ]);
    expect(await makeFirstAccounts(within)).toEqual([]);

    await tx`delete from grants where role <> 'official'`;
    await tx`delete from accounts where login <> 'operator'`;
    expect(await makeFirstAccounts(within)).toHaveLength(3);
    expect(await stands()).toHaveLength(4);
    throw done;
  });
  await run.catch((error: unknown) => {
    if (error !== done) throw error;
  });
  await owner.end();
});
