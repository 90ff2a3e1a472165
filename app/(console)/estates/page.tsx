import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { PageHead } from "@/components/ui/page-head";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { viewedArea } from "@/lib/areas/queries";
import { listCommunities } from "@/lib/areas/queries-places";
import { estateFilter } from "@/lib/estates/input";
import { partyRoles } from "@/lib/estates/model";
import { type EstateRow, listEstates, mostEstates } from "@/lib/estates/queries";
import { translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { add } from "./actions";

/** The estates of an area, or those that a unit is a party to. */
export default async function EstatesPage({ searchParams }: PageProps<"/estates">) {
  const filter = estateFilter.parse(await searchParams);
  const t = await translator("estate");
  return read(async (ctx) => {
    authorize(ctx.actor, "estate.read");
    const area = await viewedArea(ctx, filter.area);
    const mayAdd = can(ctx.actor, "estate.edit");
    const [{ rows, more }, communities] = await Promise.all([
      listEstates(ctx, area, filter),
      mayAdd ? listCommunities(ctx, area) : [],
    ]);
    return (
      <div className="grid max-w-6xl gap-4">
        <PageHead title={t("title")} above={<p className="text-sm text-second">{area.name}</p>} note={t("lead")}>
          <LinkButton href={withQuery("/estates/promises", { area: filter.area, state: "open" })}>
            {t("promises")}
          </LinkButton>
          {can(ctx.actor, "company.compare") ? (
            <LinkButton href={withQuery("/estates/companies", { area: filter.area })}>{t("companies")}</LinkButton>
          ) : null}
        </PageHead>
        <EstateTable rows={rows} hint={t(mayAdd ? "noneText" : "noneParty")} t={t} />
        {more ? <p className="text-sm text-second">{t("more", { n: mostEstates })}</p> : null}
        {communities.length > 0 ? <Adding communities={communities} t={t} /> : null}
      </div>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"estate">>>;

type Communities = Awaited<ReturnType<typeof listCommunities>>;

function Adding({ communities, t }: { communities: Communities; t: Words }) {
  return (
    <Fold label={t("add")} className="print:hidden">
      <FieldForm
        action={add}
        hidden={{}}
        fields={[
          {
            kind: "select",
            name: "areaId",
            label: t("community"),
            options: communities.map(({ id, name }) => ({ value: id, label: name })),
          },
          { kind: "text", name: "name", label: t("name"), help: t("nameHelp"), maxLength: 60 },
        ]}
        texts={{ submit: t("add"), pending: t("pending") }}
      />
    </Fold>
  );
}

function EstateTable({ rows, hint, t }: { rows: EstateRow[]; hint: string; t: Words }) {
  if (rows.length === 0) return <EmptyState title={t("none")} text={hint} />;
  return (
    <Table caption={t("title")} hideCaption stacked>
      <TableHead>
        <Th className="min-w-40">{t("name")}</Th>
        <Th>{t("community")}</Th>
        {partyRoles.map((role) => (
          <Th key={role}>{t(`roles.${role}`)}</Th>
        ))}
        <Th numeric>{t("owed")}</Th>
        <Th numeric>{t("owedLate")}</Th>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td lead>
              <AppLink
                href={`/estates/${row.id}`}
                data-row=""
                className="max-sm:covering font-semibold hover:underline"
              >
                {row.name}
              </AppLink>
            </Td>
            <Td className="whitespace-nowrap">{row.areaName}</Td>
            {partyRoles.map((role) => {
              const party = row.parties.find((candidate) => candidate.role === role);
              return (
                <Td key={role} className={party ? "" : "text-faint"}>
                  {party?.unitName ?? t("vacant")}
                </Td>
              );
            })}
            <Td numeric label={t("owed")} className={row.open === 0 ? "text-faint" : ""}>
              {row.open}
            </Td>
            <Td numeric label={t("owedLate")} className={row.late === 0 ? "text-faint" : "font-semibold text-accent"}>
              {row.late}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
