import { notFound } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can, roles } from "@/lib/access/model";
import { findAccount, type GrantRow, listGrants, listSessions, listUnitsUnder } from "@/lib/accounts/queries";
import type { FormAction } from "@/lib/form-state";
import { formatDateTime } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import * as actions from "../actions";
import { GrantTable } from "./grant-table";

export default async function AccountPage({ params }: PageProps<"/accounts/[id]">) {
  const id = await idOf(params);
  const [t, locale] = await Promise.all([translator("account"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "account.read");
    const account = (await findAccount(ctx, id)) ?? notFound();
    const isOther = id !== ctx.actor.accountId;
    const mayGrant = isOther && can(ctx.actor, "account.grant");
    const [grants, sessions, units] = await Promise.all([
      listGrants(ctx, id),
      listSessions(ctx, id),
      mayGrant ? listUnitsUnder(ctx, ctx.actor) : null,
    ]);
    return (
      <article className="grid max-w-4xl gap-6">
        <PageHead
          title={account.name}
          above={
            <AppLink href="/accounts" className="w-fit text-sm text-second underline underline-offset-2">
              {t("title")}
            </AppLink>
          }
          note={`${account.login} · ${t("createdAt")} ${formatDateTime(locale, account.createdAt)}`}
        >
          {account.disabledAt ? <Badge tone="late">{t("disabled")}</Badge> : <Badge tone="good">{t("active")}</Badge>}
        </PageHead>
        <Grants id={id} grants={grants} units={units} />
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t("sessions", { count: sessions.length })}</h2>
          {can(ctx.actor, "session.revoke") ? (
            <Press action={actions.signOutEverywhere} id={id} label={t("endSessions")} />
          ) : null}
        </section>
        {isOther && can(ctx.actor, "account.disable") ? <Door id={id} isClosed={account.disabledAt !== null} /> : null}
      </article>
    );
  });
}

/** What the account may do and where; with `units` the form to give it more. */
async function Grants({ id, grants, units }: { id: string; grants: GrantRow[]; units: Unit[] | null }) {
  const t = await translator("account");
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t("grants")}</h2>
      {grants.length === 0 ? (
        <p className="text-second">{t("noGrants")}</p>
      ) : (
        <GrantTable grants={grants} mayRevoke={units !== null} />
      )}
      {units ? (
        <Fold label={t("grantTitle")} open={grants.length === 0}>
          <FieldForm
            key={grants.length}
            action={actions.grant}
            hidden={{ accountId: id }}
            fields={await grantFields(units)}
            texts={{ submit: t("grant"), pending: t("pending"), done: t("granted") }}
          />
        </Fold>
      ) : null}
    </section>
  );
}

/** Shuts the account out, or lets it in again. */
async function Door({ id, isClosed }: { id: string; isClosed: boolean }) {
  const t = await translator("account");
  return isClosed ? (
    <Press key="closed" action={actions.enable} id={id} label={t("enable")} />
  ) : (
    <section className="grid gap-3">
      <p className="text-sm text-second">{t("disableHelp")}</p>
      <Press key="open" action={actions.disable} id={id} label={t("disable")} />
    </section>
  );
}

/** One button that does one thing to the account. */
async function Press({ action, id, label }: { action: FormAction; id: string; label: string }) {
  const t = await translator("account");
  const texts = { submit: label, pending: t("pending"), done: t("done") };
  return <FieldForm action={action} hidden={{ id }} fields={[]} texts={texts} tone="plain" />;
}

type Unit = { id: string; name: string };

async function grantFields(units: Unit[]): Promise<FormField[]> {
  const [t, role] = await Promise.all([translator("account"), translator("role")]);
  const none = { value: "", label: t("none") };
  const optional = (await translator("common"))("optional");
  return [
    {
      kind: "select",
      name: "role",
      label: t("role"),
      options: [{ value: "", label: "" }, ...roles.map((value) => ({ value, label: role(value) }))],
    },
    { kind: "text", name: "area", label: t("area"), help: t("areaHelp"), maxLength: 200 },
    {
      kind: "select",
      name: "unitId",
      label: t("unit"),
      help: t("unitHelp"),
      optional,
      options: [none, ...units.map(({ id, name }) => ({ value: id, label: name }))],
    },
    { kind: "date", name: "startsOn", label: t("startsOn"), optional, half: true },
    { kind: "date", name: "endsOn", label: t("endsOn"), optional, half: true },
  ];
}
