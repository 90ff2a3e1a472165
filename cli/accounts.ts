import { roles } from "../lib/access/model";
import { addAccount } from "../lib/accounts/add";
import { disableAccount } from "../lib/accounts/disable";
import { grantRole } from "../lib/accounts/grant";
import { addAccountInput, grantInput } from "../lib/accounts/input";
import { getAccountByLogin, getUnitByName } from "../lib/accounts/queries";
import { resolveArea } from "../lib/areas/queries";
import type { Context } from "../lib/context";
import { type Call, type Command, type Options, oneOf, Usage } from "./command";
import { withAdministrator, withOperator } from "./context";

const addCommand: Command = {
  name: "account add",
  summary: "cli.summary.accountAdd",
  takes: ["LOGIN"],
  options: { name: { type: "string", about: "cli.option.accountName" } },
  run: add,
};

const disableCommand: Command = {
  name: "account disable",
  summary: "cli.summary.accountDisable",
  takes: ["LOGIN"],
  options: {},
  run: disable,
};

const grantCommand: Command = {
  name: "account grant",
  summary: "cli.summary.accountGrant",
  takes: ["LOGIN"],
  options: {
    role: { type: "string", about: "cli.option.role", needed: true },
    area: { type: "string", about: "cli.option.area", needed: true },
    unit: { type: "string", about: "cli.option.unit" },
    from: { type: "string", about: "cli.option.from" },
    to: { type: "string", about: "cli.option.to" },
  },
  run: grant,
};

export const accountCommands: Command[] = [addCommand, disableCommand, grantCommand];

async function add({ args, options, say, print }: Call): Promise<number> {
  const written = { login: args[0] ?? "", name: options.text("name") ?? args[0] ?? "" };
  const input = addAccountInput.safeParse(written);
  if (!input.success) throw misread(input.error.issues[0], written);
  const { login } = input.data;
  const made = await administer("sysadmin", options, (ctx) => addAccount(ctx, input.data));
  print(options.has("json") ? JSON.stringify({ login, ...made }) : say("cli.accountAdded", { login, ...made }));
  return 0;
}

async function disable({ args, options, say, print }: Call): Promise<number> {
  const account = await administer("sysadmin", options, async (ctx) => {
    const found = await getAccountByLogin(ctx, args[0] ?? "");
    await disableAccount(ctx, { id: found.id });
    return found;
  });
  print(options.has("json") ? JSON.stringify({ disabled: account.login }) : say("cli.accountDisabled", account));
  return 0;
}

async function grant({ args, options, say, print }: Call): Promise<number> {
  const role = oneOf(options, "role", roles);
  if (!role) throw new Usage("cli.optionNeeded", { name: "role" });
  const given = await administer("secadmin", options, async (ctx) => {
    const account = await getAccountByLogin(ctx, args[0] ?? "");
    const area = await resolveArea(ctx, options.text("area") ?? "");
    const unit = options.text("unit");
    const unitId = unit === undefined ? undefined : (await getUnitByName(ctx, unit, area)).id;
    await grantRole(ctx, grantOf({ accountId: account.id, role, areaId: area.id, unitId }, options));
    return { login: account.login, role, area: area.name };
  });
  const words = { ...given, role: say(`role.${role}`) };
  print(options.has("json") ? JSON.stringify({ granted: given }) : say("cli.accountGranted", words));
  return 0;
}

/** With `--as` an account of the app acts, with its own rights; else the operator, as the administrator of that kind. */
function administer<T>(
  role: "sysadmin" | "secadmin",
  options: Options,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const name = options.text("as");
  return name === undefined ? withAdministrator(role, work) : withOperator(name, work);
}

function grantOf(written: Record<string, string | undefined>, options: Options) {
  const days = { startsOn: options.text("from"), endsOn: options.text("to") };
  const input = grantInput.safeParse({ ...written, ...days });
  if (!input.success) throw misread(input.error.issues[0], { ...written, ...days });
  return input.data;
}

const optionOf: Record<string, string> = { unitId: "unit", startsOn: "from", endsOn: "to" };

function misread(
  issue: { path: PropertyKey[]; message: string } | undefined,
  written: Record<string, string | undefined>,
): Usage {
  const field = String(issue?.path[0] ?? "");
  const name = optionOf[field] ?? field;
  if (field === "login") return new Usage("cli.login", { value: written[field] ?? "" });
  if (issue?.message === "required") return new Usage("cli.optionNeeded", { name });
  return new Usage("cli.optionValue", { name, value: written[field] ?? "" });
}
