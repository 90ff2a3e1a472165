import { hash } from "@node-rs/argon2";
import type { Role } from "../../lib/access/model";
import type { DemoAccount } from "../../lib/accounts/model";
import type { Area, Tree } from "./areas";
import { told } from "./names";
import { idAt, randomFrom } from "./random";
import { streetUnit, type Unit, type Units } from "./units";

export const demoPassword = "grid133-demo";

export type Account = { id: string; login: string; name: string; passwordHash: string | null; grants: Grant[] };
export type Grant = { id: string; role: Role; area: Area; unit: Unit | null };

type Wanted = [login: string, name: string, ...grants: [Role, Area, Unit | null][]];

/** One account for every role, one with two grants, and the ones that act where nobody signs in. */
export async function openAccounts(seed: string, tree: Tree, units: Units): Promise<Account[]> {
  const random = randomFrom(`${seed}/accounts`);
  const salt = Uint8Array.from({ length: 16 }, () => random.whole(0, 255));
  const passwordHash = await hash(demoPassword, { salt });
  let opened = 0;
  const next = () => {
    opened += 1;
    return idAt(random, Date.UTC(2026, 0, 5) + opened);
  };
  return wanted(tree, units).map(([login, name, ...grants]) => ({
    id: next(),
    login,
    name,
    passwordHash: silent.has(login) ? null : passwordHash,
    grants: grants.map(([role, area, unit]) => ({ id: next(), role, area, unit })),
  }));
}

const silent = new Set(["operator"]);

export const listed = (accounts: Account[]): DemoAccount[] =>
  accounts
    .filter(({ passwordHash }) => passwordHash !== null)
    .map(({ login, name, grants }) => ({
      login,
      name,
      role: grants[0]?.role ?? "leader",
      area: grants[0]?.area.name ?? "",
    }));

function wanted(tree: Tree, units: Units): Wanted[] {
  const [jinyang, shengpu, aixihu] = tree.streets;
  if (!jinyang || !shengpu || !aixihu) throw new Error("three streets are told of");
  const find = (name: string) => {
    const community = tree.streets.flatMap((street) => street.communities).find(({ area }) => area.name === name);
    const grid = community?.grids[2];
    if (!community || !grid) throw new Error(`no ${name}`);
    return { community, grid };
  };
  const tower = find(told.tower);
  const { property = null, owners = null } = units.ofCommunity.get(tower.community) ?? {};
  const { root } = tree;
  return [
    ["operator", "命令行", ["official", root, null]],
    ["leader", "市领导（演示）", ["leader", root, null]],
    ["leader-jinyang", "金阳街道领导（演示）", ["leader", jinyang.area, null]],
    ["official", "胜浦街道干部（演示）", ["official", shengpu.area, null]],
    ["official-jinyang", "金阳街道干部（演示）", ["official", jinyang.area, null]],
    ["official-aixihu", "艾溪湖管理处干部（演示）", ["official", aixihu.area, null]],
    ["staff", "浪花苑社区工作者（演示）", ["staff", tower.community.area, null]],
    ["staff-jinyuan", "金元社区工作者（演示）", ["staff", find(told.model).community.area, null]],
    ["officer", "浪花苑网格员（演示）", ["officer", tower.grid.area, null]],
    ["handler", "浪花苑物业经办（演示）", ["handler", tower.community.area, property]],
    ["owners", "浪花苑业委会（演示）", ["handler", tower.community.area, owners]],
    ["handler-city", "城市管理局经办（演示）", ["handler", shengpu.district, streetUnit(units, shengpu, "appearance")]],
    ["two-roles", "兼任两岗（演示）", ["staff", tower.community.area, null], ["official", shengpu.area, null]],
    ["sysadmin", "系统管理员（演示）", ["sysadmin", root, null]],
    ["secadmin", "安全管理员（演示）", ["secadmin", root, null]],
    ["auditor", "审计员（演示）", ["auditor", root, null]],
  ];
}
