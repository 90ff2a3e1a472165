import { notFound } from "next/navigation";
import { Facts } from "@/components/areas/facts";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { FieldForm } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { unitKinds } from "@/lib/areas/model";
import { listUnitAreas } from "@/lib/areas/queries-places";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import { idOf, read } from "@/lib/next/read";
import { countOpenOf, findUnit, type UnitDetail } from "@/lib/units/queries";
import { change, close, reopen } from "../actions";

export default async function UnitPage({ params }: PageProps<"/units/[id]">) {
  const id = await idOf(params);
  const [t, c, locale] = await Promise.all([translator("unit"), translator("case"), getLocale()]);
  return read(async (ctx) => {
    const unit = (await findUnit(ctx, id)) ?? notFound();
    authorize(ctx.actor, "unit.read");
    const mayEdit = can(ctx.actor, "unit.edit");
    const [open, areas] = await Promise.all([
      can(ctx.actor, "case.read") ? countOpenOf(ctx, id) : null,
      mayEdit ? listUnitAreas(ctx) : [],
    ]);
    return (
      <article className="grid max-w-3xl gap-6">
        <PageHead title={unit.name} above={<p className="text-sm text-second">{unit.areaName}</p>}>
          <Badge>{c(`unitKinds.${unit.kind}`)}</Badge>
          {unit.closedOn ? <Badge tone="soon">{t("closedSince", { day: unit.closedOn })}</Badge> : null}
        </PageHead>
        <Facts
          facts={[
            { label: t("kind"), value: c(`unitKinds.${unit.kind}`) },
            { label: t("area"), value: unit.areaName },
            ...(open === null
              ? []
              : [{ label: t("open"), value: <OpenLink unit={id} n={formatNumber(locale, open)} /> }]),
          ]}
        />
        {mayEdit ? <Forms unit={unit} areas={areas} t={t} c={c} /> : null}
      </article>
    );
  });
}

function OpenLink({ unit, n }: { unit: string; n: string }) {
  return (
    <AppLink href={withQuery("/cases", { unit, queue: "open" })} className="underline underline-offset-2">
      {n}
    </AppLink>
  );
}

type Props = {
  unit: UnitDetail;
  areas: { id: string; name: string }[];
  t: Awaited<ReturnType<typeof translator<"unit">>>;
  c: Awaited<ReturnType<typeof translator<"case">>>;
};

function Forms({ unit, areas, t, c }: Props) {
  const hidden = { unitId: unit.id };
  const texts = { pending: t("pending"), done: t("done") };
  if (unit.closedOn !== null)
    return <FieldForm action={reopen} hidden={hidden} fields={[]} texts={{ ...texts, submit: t("reopen") }} />;
  return (
    <>
      <section className="grid gap-3">
        <h2 className="text-lg">{t("change")}</h2>
        <FieldForm
          action={change}
          hidden={hidden}
          fields={[
            { kind: "text", name: "name", label: t("name"), maxLength: 60, value: unit.name },
            {
              kind: "select",
              name: "kind",
              label: t("kind"),
              value: unit.kind,
              options: unitKinds.map((kind) => ({ value: kind, label: c(`unitKinds.${kind}`) })),
            },
            {
              kind: "select",
              name: "areaId",
              label: t("area"),
              value: unit.areaId,
              options: areas.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
          texts={{ ...texts, submit: t("change") }}
        />
      </section>
      <section className="grid gap-3">
        <h2 className="text-lg">{t("close")}</h2>
        <p className="text-sm text-second">{t("closeHelp")}</p>
        <FieldForm action={close} hidden={hidden} fields={[]} tone="plain" texts={{ ...texts, submit: t("close") }} />
      </section>
    </>
  );
}
