import type { Actor } from "../../lib/access/model";
import type { GrantChoice } from "../../lib/accounts/model";
import { type FormAction, unheard } from "../../lib/form-state";
import { AppLink } from "../ui/app-link";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Menu } from "../ui/menu";
import { PreferenceForms, type Preferences } from "./preferences";
import type { ShellWords } from "./shell-words";

export type AccountMenuProps = {
  id: string;
  actor: Actor;
  grants: readonly GrantChoice[];
  switchGrant: FormAction;
  signOut: FormAction;
  preferences: Preferences;
  words: ShellWords;
};

/** Who acts and where, the other grants of the account, language, type, and the way out. */
export function AccountMenu({ id, actor, grants, switchGrant, signOut, preferences, words }: AccountMenuProps) {
  const { t, role } = words;
  const others = grants.filter((grant) => grant.id !== actor.grantId);
  const name = t("accountOf", { name: actor.name, role: role(actor.role), area: actor.areaName });
  const label = (
    <>
      <Icon name="person" />
      <span className="line-clamp-2 max-w-full wrap-anywhere break-keep">{actor.name}</span>
    </>
  );
  return (
    <Menu id={id} label={label} name={name} plain className="nav-link account-link">
      <div className="grid min-w-64 gap-3 p-2">
        <div>
          <p className="text-base font-semibold">{actor.name}</p>
          <p className="text-second">
            {role(actor.role)} · {actor.areaName}
          </p>
        </div>
        {others.length > 0 ? (
          <form action={unheard(switchGrant)} className="grid gap-0.5 border-t border-line pt-3">
            <p className="text-second">{t("switchTo")}</p>
            {others.map((grant) => (
              <Button
                key={grant.id}
                type="submit"
                name="grantId"
                value={grant.id}
                tone="quiet"
                className="justify-start"
              >
                {[role(grant.role), grant.area, grant.unit].filter(Boolean).join(" · ")}
              </Button>
            ))}
          </form>
        ) : null}
        <div className="border-t border-line pt-3">
          <PreferenceForms
            {...preferences}
            texts={{
              language: t("language"),
              letters: t("letters.title"),
              sizes: { normal: t("letters.normal"), large: t("letters.large") },
            }}
          />
        </div>
        <p className="border-t border-line pt-3">
          <AppLink href="/password" className="touch inline-flex items-center underline underline-offset-2">
            {t("password")}
          </AppLink>
        </p>
        <form action={unheard(signOut)} data-forget="">
          <Button type="submit" className="w-full">
            {t("signOut")}
          </Button>
        </form>
      </div>
    </Menu>
  );
}
