import { AddAccountForm } from "@/components/accounts/add-account-form";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Fold } from "@/components/ui/fold";
import { Input } from "@/components/ui/input";
import { PageHead } from "@/components/ui/page-head";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { accountFilter } from "@/lib/accounts/input";
import { type AccountRow, listAccounts } from "@/lib/accounts/queries";
import { formatDateTime } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { add } from "./actions";

export default async function AccountsPage({ searchParams }: PageProps<"/accounts">) {
  const filter = accountFilter.parse(await searchParams);
  const t = await translator("account");
  return read(async (ctx) => {
    authorize(ctx.actor, "account.read");
    const { rows, next } = await listAccounts(ctx, filter);
    return (
      <div className="grid max-w-5xl gap-6">
        <PageHead title={t("title")} note={t("lead")} />
        {can(ctx.actor, "account.add") ? <Adding t={t} /> : null}
        <section className="grid gap-3">
          <form method="get" action="/accounts" className="filters flex flex-wrap items-end gap-3">
            <div className="min-w-60">
              <Input name="q" label={t("search")} defaultValue={filter.q ?? ""} required={false} maxLength={60} />
            </div>
            <Button type="submit">{t("find")}</Button>
          </form>
          {rows.length === 0 ? <EmptyState title={t("empty")} /> : <AccountTable rows={rows} t={t} />}
          {next ? (
            <p>
              <LinkButton href={withQuery("/accounts", { ...filter, after: next })}>{t("more")}</LinkButton>
            </p>
          ) : null}
        </section>
      </div>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"account">>>;

function Adding({ t }: { t: Words }) {
  return (
    <Fold label={t("addTitle")}>
      <p className="text-sm text-second">{t("addLead")}</p>
      <AddAccountForm
        action={add}
        words={{
          login: t("login"),
          loginHelp: t("loginHelp"),
          name: t("name"),
          submit: t("add"),
          pending: t("pending"),
          added: t("added"),
          password: t("initialPassword"),
          copy: t("copyPassword"),
          openIt: t("openIt"),
        }}
      />
    </Fold>
  );
}

async function AccountTable({ rows, t }: { rows: AccountRow[]; t: Words }) {
  const [role, locale] = await Promise.all([translator("role"), getLocale()]);
  return (
    <Table caption={t("title")} hideCaption stacked>
      <TableHead>
        <Th>{t("login")}</Th>
        <Th>{t("name")}</Th>
        <Th>{t("state")}</Th>
        <Th>{t("grants")}</Th>
        <Th>{t("createdAt")}</Th>
      </TableHead>
      <tbody>
        {rows.map(({ id, login, name, disabledAt, createdAt, grants }) => (
          <Tr key={id}>
            <Td lead>
              <AppLink href={`/accounts/${id}`} className="max-sm:covering hover:underline">
                {login}
              </AppLink>
            </Td>
            <Td>{name}</Td>
            <Td>
              <Badge tone={disabledAt ? "late" : "good"}>{disabledAt ? t("disabled") : t("active")}</Badge>
            </Td>
            <Td className="text-second">
              {grants.map((held) => `${role(held.role)} · ${held.areaName}`).join("；") || t("none")}
            </Td>
            <Td spare className="whitespace-nowrap text-second">
              {formatDateTime(locale, createdAt)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
