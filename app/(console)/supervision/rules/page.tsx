import { ruleWords } from "@/components/cases/escalation-words";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { isWithin } from "@/lib/areas/model";
import { viewedArea } from "@/lib/areas/queries";
import { clockNames } from "@/lib/cases/clocks";
import { caseFilter } from "@/lib/cases/filter";
import { lateUnits, toldBy, toldRoles } from "@/lib/escalation/model";
import { type EscalationRule, listRules } from "@/lib/escalation/queries";
import { translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import * as actions from "../actions";

type Words = Awaited<ReturnType<typeof translator<"escalation">>>;

/** Which rules hold in an area, and new ones. */
export default async function RulesPage({ searchParams }: PageProps<"/supervision/rules">) {
  const filter = caseFilter.parse(await searchParams);
  const [t, c] = await Promise.all([translator("escalation"), translator("case")]);
  return read(async (ctx) => {
    authorize(ctx.actor, "rule.edit");
    const area = await viewedArea(ctx, filter.area);
    const rules = await listRules(ctx, area);
    const isOwn = (rule: EscalationRule) => isWithin({ pos: rule.areaPos, last: rule.areaLast }, ctx.actor);
    return (
      <div className="grid max-w-4xl gap-6">
        <PageHead
          title={t("title")}
          above={
            <p className="text-sm text-second">
              <AppLink href={`/supervision?area=${area.id}`} className="underline underline-offset-2">
                {c("watch.title")}
              </AppLink>
              {` · ${area.name}`}
            </p>
          }
          note={t("lead")}
        />
        {rules.length === 0 ? (
          <EmptyState title={t("none", { area: area.name })} text={t("noneHelp")} />
        ) : (
          <ul aria-label={t("rules")} className="divide-y divide-line rounded border border-line bg-raised">
            {rules.map(({ rule, areaName }) => (
              <li key={rule.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
                <span className="grow font-semibold">{ruleWords(rule, t)}</span>
                <span className="text-sm text-second">{areaName ? t("from", { area: areaName }) : t("fromAbove")}</span>
                {isOwn(rule) ? (
                  <FieldForm
                    action={actions.end}
                    hidden={{ id: rule.id }}
                    fields={[]}
                    texts={{ submit: t("end"), pending: t("ending") }}
                    tone="plain"
                  />
                ) : null}
              </li>
            ))}
          </ul>
        )}
        <section className="grid gap-3">
          <h2 className="text-lg">{t("add")}</h2>
          <FieldForm
            key={rules.length}
            action={actions.add}
            hidden={{ areaId: area.id }}
            fields={fieldsOf(toldBy(ctx.actor), t)}
            texts={{ submit: t("add"), pending: c("pending"), done: t("added") }}
          />
        </section>
      </div>
    );
  });
}

function fieldsOf(levels: ReturnType<typeof toldBy>, t: Words): FormField[] {
  return [
    select(
      "clock",
      t("clock"),
      clockNames.map((value) => ({ value, label: t(`clocks.${value}`) })),
      "close",
    ),
    { kind: "number", name: "lateBy", half: true, label: t("lateBy"), help: t("lateByHelp"), value: "8" },
    select(
      "unit",
      t("unit"),
      lateUnits.map((value) => ({ value, label: t(`units.${value}`) })),
      "work_hour",
    ),
    select(
      "toLevel",
      t("toLevel"),
      levels.map((value) => ({ value, label: t(`levels.${value}`) })),
      "street",
    ),
    select(
      "toRole",
      t("toRole"),
      toldRoles.map((value) => ({ value, label: t(`roles.${value}`) })),
      "official",
    ),
  ];
}

function select(name: string, label: string, options: { value: string; label: string }[], value: string): FormField {
  return { kind: "select", name, half: true, label, options, value };
}
