import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input, Select } from "@/components/ui/input";
import { Options, type SelectOption } from "@/components/ui/options";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { authorize } from "@/lib/access/guard";
import { isRole } from "@/lib/access/model";
import { type EventFilter, eventFilter } from "@/lib/events/input";
import { type EventRow, listEvents } from "@/lib/events/queries";
import { formatDateTime } from "@/lib/format";
import { getLocale, messagesOf, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { read } from "@/lib/next/read";
import { detailPrinter } from "./detail";

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const filter = eventFilter.parse(await searchParams);
  const [t, locale] = await Promise.all([translator("audit"), getLocale()]);
  const { audit, case: ofCase } = await messagesOf(locale);
  const ofCases = Object.entries(ofCase.event).map(([key, label]) => ({
    value: `case.${key}`,
    label,
    group: t("subjects.case"),
  }));
  const others = Object.entries(audit.actions).map(([key, label]) => ({ value: key.replace("_", "."), label }));
  const options = [...ofCases.filter(({ value }) => value !== "case.other"), ...others];
  const labels = new Map(options.map(({ value, label }) => [value, label]));
  return read(async (ctx) => {
    authorize(ctx.actor, "audit.read");
    const { rows, older } = await listEvents(ctx, filter);
    return (
      <>
        <PageHead title={t("title")} note={t("lead")} />
        <Filters filter={filter} options={options} />
        {rows.length === 0 ? (
          <EmptyState title={t("empty")} />
        ) : (
          <EventTable rows={rows} label={(action) => labels.get(action) ?? action} />
        )}
        <Pager
          label={t("title")}
          newer={filter.older ? withQuery("/audit", { ...filter, older: undefined }) : null}
          older={older ? withQuery("/audit", { ...filter, older }) : null}
          newerText={t("newer")}
          olderText={t("older")}
        />
      </>
    );
  });
}

async function Filters({ filter, options }: { filter: EventFilter; options: SelectOption[] }) {
  const t = await translator("audit");
  return (
    <form
      method="get"
      action="/audit"
      aria-label={t("title")}
      className="filters grid grid-cols-2 items-end gap-3 pb-3 md:flex md:flex-wrap print:hidden"
    >
      <Select name="action" label={t("action")} defaultValue={filter.action ?? ""} required={false}>
        <option value="">{t("all")}</option>
        <Options options={options} />
      </Select>
      <Input name="by" label={t("account")} defaultValue={filter.by ?? ""} required={false} maxLength={60} />
      <Input name="from" type="date" label={t("from")} defaultValue={filter.from ?? ""} required={false} />
      <Input name="to" type="date" label={t("to")} defaultValue={filter.to ?? ""} required={false} />
      <Button type="submit">{t("filter")}</Button>
      <AppLink
        href="/audit"
        className="touch inline-flex items-center px-1 text-sm text-second underline decoration-line underline-offset-4 hover:text-ink"
      >
        {t("reset")}
      </AppLink>
    </form>
  );
}

async function EventTable({ rows, label }: { rows: EventRow[]; label: (action: string) => string }) {
  const [t, role, locale, print] = await Promise.all([
    translator("audit"),
    translator("role"),
    getLocale(),
    detailPrinter(),
  ]);
  return (
    <Table caption={t("title")} hideCaption stacked>
      <TableHead>
        <Th>{t("at")}</Th>
        <Th>{t("by")}</Th>
        <Th>{t("role")}</Th>
        <Th>{t("what")}</Th>
        <Th>{t("subject")}</Th>
        <Th>{t("area")}</Th>
        <Th>{t("detail")}</Th>
      </TableHead>
      <tbody>
        {rows.map((event) => (
          <Tr key={event.id}>
            <Td className="whitespace-nowrap text-second">{formatDateTime(locale, event.at)}</Td>
            <Td>{event.by}</Td>
            <Td className="text-second">{isRole(event.role) ? role(event.role) : t("byRule")}</Td>
            <Td lead>{label(event.action)}</Td>
            <Td className="text-second">{t(`subjects.${event.subject}`)}</Td>
            <Td className="text-second">{event.areaName}</Td>
            <Td className="max-w-80 break-words text-sm text-second">{print(event.detail)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
