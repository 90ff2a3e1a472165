import { FieldForm } from "@/components/ui/field-form";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import type { GrantRow } from "@/lib/accounts/queries";
import { formatDay } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { revoke } from "../actions";

export async function GrantTable({ grants, mayRevoke }: { grants: GrantRow[]; mayRevoke: boolean }) {
  const [t, role, locale] = await Promise.all([translator("account"), translator("role"), getLocale()]);
  const period = ({ startsOn, endsOn }: GrantRow) =>
    [
      startsOn ? t("from", { from: formatDay(locale, startsOn) }) : "",
      endsOn ? t("until", { to: formatDay(locale, endsOn) }) : "",
    ].join(" ") || t("always");
  return (
    <Table caption={t("grants")} hideCaption stacked>
      <TableHead>
        <Th>{t("role")}</Th>
        <Th>{t("area")}</Th>
        <Th>{t("unit")}</Th>
        <Th>{t("period")}</Th>
        <Th>{t("action")}</Th>
      </TableHead>
      <tbody>
        {grants.map((grant) => (
          <Tr key={grant.id}>
            <Td lead>{role(grant.role)}</Td>
            <Td>{grant.areaName}</Td>
            <Td className="text-second">{grant.unitName ?? t("none")}</Td>
            <Td className="text-second">{period(grant)}</Td>
            <Td>
              {grant.revokedAt ? (
                <span className="text-second">{t("revoked")}</span>
              ) : mayRevoke ? (
                <FieldForm
                  action={revoke}
                  hidden={{ grantId: grant.id }}
                  fields={[]}
                  texts={{ submit: t("revoke"), pending: t("pending"), done: t("revokedNow") }}
                  tone="plain"
                />
              ) : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
