import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { type Actor, can } from "@/lib/access/model";
import {
  areaLevels,
  codeSchemes,
  gridKinds,
  isCounted,
  mayHangUnder,
  officerKinds,
  stationFields,
} from "@/lib/areas/model";
import type { AreaRow } from "@/lib/areas/queries";
import type { AreaSheetRow, OfficerRow, StationRow } from "@/lib/areas/queries-detail";
import type { FormAction } from "@/lib/form-state";
import type { translator } from "@/lib/next/locale";
import * as actions from "./actions";

type Words = Awaited<ReturnType<typeof translator<"area">>>;

type FormsProps = {
  actor: Actor;
  area: AreaRow;
  sheet: AreaSheetRow;
  officers: OfficerRow[];
  stations: StationRow[];
  targets: { id: string; name: string }[];
  today: string;
  t: Words;
};

/** What this actor may change of an area, each form folded until it is wanted. */
export function AreaForms(props: FormsProps) {
  const forms = formsOf(props).filter(({ shown }) => shown);
  const { t, area } = props;
  if (forms.length === 0) return null;
  return (
    <section className="grid gap-2 print:hidden">
      <h2 className="text-lg font-semibold">{t("manage")}</h2>
      <div className="max-w-3xl divide-y divide-line rounded border border-line bg-raised">
        {forms.map(({ title, action, hidden, fields }) => (
          <Fold key={title} bare label={title}>
            <FieldForm
              key={area.id}
              action={action}
              hidden={hidden}
              fields={fields}
              texts={{ submit: title, pending: t("pending"), done: t("done") }}
            />
          </Fold>
        ))}
      </div>
    </section>
  );
}

type Form = { title: string; shown: boolean; action: FormAction; hidden: Record<string, string>; fields: FormField[] };

function formsOf(props: FormsProps): Form[] {
  return [...postForms(props), ...treeForms(props)];
}

function postForms({ actor, area, officers, stations, today, t }: FormsProps): Form[] {
  const serving = officers.filter(({ endsOn }) => endsOn === null).map(({ id, name }) => ({ value: id, label: name }));
  const standing = stations
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, name }) => ({ value: id, label: name }));
  const name: FormField = { kind: "text", name: "name", label: t("name"), maxLength: 60 };
  const day = (field: string, label: string): FormField => ({ kind: "date", name: field, label, value: today });
  return [
    {
      title: t("appoint"),
      shown: can(actor, "officer.edit") && (area.level === "grid" || area.level === "community"),
      action: actions.appoint,
      hidden: { areaId: area.id },
      fields: [
        name,
        {
          kind: "select",
          name: "kind",
          label: t("officerKind"),
          value: "full_time",
          options: officerKinds.map((kind) => ({ value: kind, label: t(`officerKinds.${kind}`) })),
        },
        day("startsOn", t("startsOn")),
      ],
    },
    {
      title: t("endOfficer"),
      shown: can(actor, "officer.edit") && serving.length > 0,
      action: actions.end,
      hidden: {},
      fields: [
        { kind: "select", name: "officerId", label: t("endWhom"), options: serving },
        day("endsOn", t("endsOn")),
      ],
    },
    {
      title: t("openStation"),
      shown: can(actor, "station.edit") && ["street", "community", "grid"].includes(area.level),
      action: actions.open,
      hidden: { areaId: area.id },
      fields: [
        name,
        {
          kind: "select",
          name: "field",
          label: t("field"),
          value: "residents",
          options: stationFields.map((field) => ({ value: field, label: t(`fields.${field}`) })),
        },
        day("openedOn", t("openedOn")),
      ],
    },
    {
      title: t("closeStation"),
      shown: can(actor, "station.edit") && standing.length > 0,
      action: actions.close,
      hidden: {},
      fields: [
        { kind: "select", name: "stationId", label: t("whichStation"), options: standing },
        day("closedOn", t("closedOn")),
      ],
    },
  ];
}

function treeForms({ actor, area, sheet, targets, t }: FormsProps): Form[] {
  const optional = t("optional");
  const written = (value: number | null) => ({ value: value === null ? "" : String(value) });
  const counts: FormField[] = [
    { kind: "text", name: "households", label: t("households"), optional, ...written(sheet.households) },
    { kind: "text", name: "residents", label: t("residents"), optional, ...written(sheet.residents) },
  ];
  const levels = areaLevels.filter((level) => level !== "country" && mayHangUnder(level, area.level));
  return [
    {
      title: t("setParty"),
      shown: can(actor, "area.edit") && area.level === "grid",
      action: actions.setParty,
      hidden: { areaId: area.id },
      fields: [
        { kind: "date", name: "from", label: t("partyFrom"), optional, value: sheet.partyFrom ?? "" },
        { kind: "date", name: "to", label: t("partyTo"), optional, value: sheet.partyTo ?? "" },
      ],
    },
    {
      title: t("changeCounts"),
      shown: can(actor, "area.edit") && (area.level === "community" || !isCounted(area.level)),
      action: actions.setCounts,
      hidden: { areaId: area.id },
      fields: counts,
    },
    {
      title: t("add"),
      shown: can(actor, "area.edit") && levels.length > 0,
      action: actions.add,
      hidden: { parentId: area.id },
      fields: [
        { kind: "text", name: "name", label: t("name"), maxLength: 60 },
        {
          kind: "select",
          name: "level",
          label: t("levelLabel"),
          value: levels[0] ?? "",
          options: levels.map((level) => ({ value: level, label: t(`level.${level}`) })),
        },
        {
          kind: "select",
          name: "kind",
          label: t("kind"),
          optional,
          options: [
            { value: "", label: "–" },
            ...gridKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          ],
        },
        { kind: "text", name: "code", label: t("code"), optional, maxLength: 40 },
        {
          kind: "select",
          name: "scheme",
          label: t("schemeLabel"),
          value: "local",
          options: codeSchemes.map((scheme) => ({ value: scheme, label: t(`scheme.${scheme}`) })),
        },
        ...counts.map((field) => ({ ...field, value: "" })),
      ],
    },
    {
      title: t("move"),
      shown: can(actor, "area.move") && area.id !== actor.areaId && targets.length > 0,
      action: actions.move,
      hidden: { areaId: area.id },
      fields: [
        {
          kind: "select",
          name: "parentId",
          label: t("moveTo"),
          help: t("moveHelp"),
          options: targets.map(({ id, name }) => ({ value: id, label: name })),
        },
      ],
    },
  ];
}
