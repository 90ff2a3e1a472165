import { hash } from "@node-rs/argon2";
import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import type { Role } from "../../lib/access/model";
import { makePassword } from "../../lib/accounts/model";
import { rootIn } from "../root";

export type FirstAccount = { login: string; name: string; role: Role; password: string };

const first: [login: string, name: string, role: Role][] = [
  ["sysadmin", "系统管理员", "sysadmin"],
  ["secadmin", "安全管理员", "secadmin"],
  ["auditor", "审计员", "auditor"],
];

/**
 * What an installation needs so that somebody can begin: the top of the tree, the operator of the command line, who cannot
 * sign in, and the three administrators with passwords that are known to nobody but who reads the answer. Where anybody
 * but the operator has an account it makes nothing.
 */
export async function makeFirstAccounts(owner: Sql): Promise<FirstAccount[]> {
  const [known] = await owner`select 1 from accounts where login <> 'operator' limit 1`;
  if (known) return [];
  const made = await Promise.all(first.map(([login, name, role]) => withPassword({ login, name, role })));
  await owner.begin(async (tx) => {
    await rootIn(tx);
    for (const { login, name, role, passwordHash } of made) {
      const id = uuidv7();
      await tx`insert into accounts (id, login, name, password_hash) values (${id}, ${login}, ${name}, ${passwordHash})`;
      await tx`
        insert into grants (id, account_id, role, area_id)
        select ${uuidv7()}, ${id}, ${role}, id from areas where parent_id is null`;
    }
  });
  return made.map(({ login, name, role, password }) => ({ login, name, role, password }));
}

async function withPassword(account: Omit<FirstAccount, "password">) {
  const password = makePassword();
  return { ...account, password, passwordHash: await hash(password) };
}
