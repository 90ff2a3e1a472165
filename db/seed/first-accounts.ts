import { hash } from "@node-rs/argon2";
import type { Sql } from "postgres";
import { uuidv7 } from "uuidv7";
import type { Role } from "../../lib/access/model";
import { makePassword } from "../../lib/accounts/model";
import { plainName } from "../../lib/areas/model";

export type FirstAccount = { login: string; name: string; role: Role; password: string | null };

const first: [login: string, name: string, role: Role][] = [
  ["operator", "命令行", "official"],
  ["sysadmin", "系统管理员", "sysadmin"],
  ["secadmin", "安全管理员", "secadmin"],
  ["auditor", "审计员", "auditor"],
];

/**
 * What an empty installation needs so that somebody can begin: a root area, the operator of the command line, who cannot
 * sign in, and the three administrators with passwords that are known to nobody but who reads the answer. Where there
 * are accounts, or the tree has several tops, it makes nothing.
 */
export async function makeFirstAccounts(owner: Sql, rootName: string): Promise<FirstAccount[]> {
  const [known] = await owner`select 1 from accounts limit 1`;
  if (known) return [];
  const made = await Promise.all(first.map(([login, name, role]) => withPassword({ login, name, role })));
  await owner.begin(async (tx) => {
    const [top] = await tx<{ id: string }[]>`select id from areas where parent_id is null order by pos limit 1`;
    const rootId = top?.id ?? uuidv7();
    if (!top) {
      const root = { id: rootId, level: "city", name: rootName, plain_name: plainName(rootName) };
      await tx`select add_areas(${JSON.stringify([root])}::text::jsonb)`;
    }
    for (const { login, name, role, passwordHash } of made) {
      const id = uuidv7();
      await tx`insert into accounts (id, login, name, password_hash) values (${id}, ${login}, ${name}, ${passwordHash})`;
      await tx`insert into grants (id, account_id, role, area_id) values (${uuidv7()}, ${id}, ${role}, ${rootId})`;
    }
  });
  return made.map(({ login, name, role, password }) => ({ login, name, role, password }));
}

async function withPassword({ login, name, role }: Omit<FirstAccount, "password">) {
  const password = login === "operator" ? null : makePassword();
  return { login, name, role, password, passwordHash: password && (await hash(password)) };
}
