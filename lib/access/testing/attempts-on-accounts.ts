import { uuidv7 } from "uuidv7";
import * as accountActions from "../../../app/(console)/accounts/actions";
import { change as changeSettingsAction } from "../../../app/(console)/settings/actions";
import { addAccount } from "../../accounts/add";
import { disableAccount, enableAccount, endSessions } from "../../accounts/disable";
import { grantRole, revokeGrant } from "../../accounts/grant";
import { accountInput, addAccountInput, grantInput, revokeInput } from "../../accounts/input";
import { changeSettings } from "../../settings/change";
import { settingsInput } from "../../settings/input";
import { type Asked, type Attempt, attempt, type Fields } from "./attempt";

/** An account that holds one grant at the target area. */
export async function heldAt({ city, target }: Pick<Asked, "city" | "target">, disabledAt: string | null = null) {
  const [id, grantId] = [uuidv7(), uuidv7()];
  await city.owner`insert into accounts ${city.owner({ id, login: id, name: "某人", disabled_at: disabledAt })}`;
  await city.owner`insert into grants ${city.owner({ id: grantId, account_id: id, role: "staff", area_id: target.area })}`;
  return { id, grantId };
}

const settings: Fields = {
  cutoffDay: "18",
  rankMinimum: "30",
  disclosureThreshold: "10",
  workHours: "09:00-12:00, 13:00-17:00",
  basicCredit: "0.9",
  dispatchHours: "24",
  urgentDispatchHours: "1",
  urgentContactHours: "1",
  signWorkHours: "2",
  urgentSignMinutes: "30",
  callbackWorkDays: "3",
  callbackTries: "2",
  callbackShare: "100",
  weightResponded: "10",
  weightSolved: "50",
  weightSatisfied: "40",
  decideWorkHours: "8",
  revealsADay: "30",
  contactDays: "180",
  remindWorkHours: "4",
  quietHours: "20:00-08:00",
  cutoffAgreed: "on",
};
const ofAccount = { on: "account", schema: accountInput } as const;

export const accountAttempts: Attempt[] = [
  attempt({
    name: "open an account",
    permission: "account.add",
    on: "nothing",
    schema: addAccountInput,
    run: addAccount,
    action: accountActions.add,
    fields: async () => ({ login: uuidv7(), name: "新人" }),
  }),
  attempt({
    ...ofAccount,
    name: "disable",
    permission: "account.disable",
    run: disableAccount,
    action: accountActions.disable,
    fields: async (asked) => ({ id: (await heldAt(asked)).id }),
  }),
  attempt({
    ...ofAccount,
    name: "enable",
    permission: "account.disable",
    run: enableAccount,
    action: accountActions.enable,
    fields: async (asked) => ({ id: (await heldAt(asked, "2026-01-01")).id }),
  }),
  attempt({
    ...ofAccount,
    name: "end sessions",
    permission: "session.revoke",
    run: endSessions,
    action: accountActions.signOutEverywhere,
    fields: async (asked) => ({ id: (await heldAt(asked)).id }),
  }),
  attempt({
    name: "revoke",
    permission: "account.grant",
    on: "account",
    schema: revokeInput,
    run: revokeGrant,
    action: accountActions.revoke,
    fields: async (asked) => ({ grantId: (await heldAt(asked)).grantId }),
  }),
  attempt({
    name: "grant",
    permission: "account.grant",
    on: "granting",
    schema: grantInput,
    run: grantRole,
    fields: async ({ city, target }) => {
      const accountId = uuidv7();
      await city.owner`insert into accounts ${city.owner({ id: accountId, login: accountId, name: "某人" })}`;
      return { accountId, role: "staff", areaId: target.area };
    },
  }),
  attempt({
    name: "change settings",
    permission: "setting.edit",
    on: "nothing",
    schema: settingsInput,
    run: changeSettings,
    action: changeSettingsAction,
    fields: async () => ({ ...settings, rankMinimum: String(30 + Math.floor(Math.random() * 900)) }),
  }),
];
