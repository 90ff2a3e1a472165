import { EmptyState } from "@/components/ui/empty-state";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { PageHead } from "@/components/ui/page-head";
import { UnitFilters } from "@/components/units/unit-filters";
import { UnitTable } from "@/components/units/unit-table";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { unitKinds } from "@/lib/areas/model";
import { type AreaRow, viewedArea } from "@/lib/areas/queries";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { unitFilter } from "@/lib/units/input";
import { countUnits, listUnitsOf, mostUnits } from "@/lib/units/queries";
import { add } from "./actions";

/** Who handles requests, in an area and below it. */
export default async function UnitsPage({ searchParams }: PageProps<"/units">) {
  const filter = unitFilter.parse(await searchParams);
  const [t, c, locale] = await Promise.all([translator("unit"), translator("case"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "unit.read");
    const area = await viewedArea(ctx, filter.area);
    const [rows, n] = await Promise.all([listUnitsOf(ctx, area, filter), countUnits(ctx, area, filter)]);
    const kinds = unitKinds.map((kind) => ({ value: kind, label: c(`unitKinds.${kind}`) }));
    return (
      <div className="grid max-w-5xl gap-4">
        <PageHead
          title={t("title")}
          above={<p className="text-sm text-second">{t("lead", { area: area.name, n: formatNumber(locale, n) })}</p>}
          note={t("help")}
        />
        {can(ctx.actor, "unit.edit") ? <Adding area={area} kinds={kinds} t={t} /> : null}
        <UnitFilters
          filter={filter}
          kinds={kinds}
          texts={{ search: t("search"), kind: t("kind"), any: t("anyKind"), closed: t("withClosed"), find: t("find") }}
        />
        {rows.length === 0 ? (
          <EmptyState title={t("empty")} />
        ) : (
          <UnitTable
            rows={rows}
            texts={{
              caption: t("title"),
              name: t("name"),
              kind: t("kind"),
              area: t("area"),
              state: t("state"),
              kinds: ({ kind }) => c(`unitKinds.${kind}`),
              states: ({ closedOn }) => (closedOn ? t("closedSince", { day: closedOn }) : t("active")),
            }}
          />
        )}
        {n > rows.length ? <p className="text-sm text-second">{t("more", { n: mostUnits })}</p> : null}
      </div>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"unit">>>;

function Adding({ area, kinds, t }: { area: AreaRow; kinds: { value: string; label: string }[]; t: Words }) {
  return (
    <Fold label={t("add")} className="print:hidden">
      <FieldForm
        action={add}
        hidden={{ areaId: area.id }}
        fields={[
          { kind: "text", name: "name", label: t("name"), maxLength: 60 },
          { kind: "select", name: "kind", label: t("kind"), options: kinds },
        ]}
        texts={{ submit: t("add"), pending: t("pending") }}
      />
    </Fold>
  );
}
