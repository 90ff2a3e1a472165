import { uuidv7 } from "uuidv7";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { partyRoles, roleOfKind } from "@/lib/estates/model";
import type { Agreement, Estate, EstatePlace, PartyRow } from "@/lib/estates/queries";
import type { FormAction } from "@/lib/form-state";
import { translator } from "@/lib/next/locale";
import * as actions from "../actions";

type Words = Awaited<ReturnType<typeof translator<"estate">>>;

type FormsProps = {
  estate: Estate;
  places: EstatePlace[];
  parties: PartyRow[];
  agreements: Agreement[];
  units: { id: string; name: string; kind: string }[];
  areas: EstatePlace[];
  today: string;
};

/** What those who keep the ledger may change, each form folded until it is wanted. */
export async function EstateForms(props: FormsProps) {
  const t = await translator("estate");
  const forms = [...promiseForms(props, t), ...groundForms(props, t)].filter(({ shown }) => shown);
  return (
    <section className="grid gap-3 print:hidden">
      <h2 className="text-lg">{t("manage")}</h2>
      {forms.map(({ title, action, hidden, fields }) => (
        <Fold key={title} label={title}>
          <FieldForm
            action={action}
            hidden={{ estateId: props.estate.id, ...hidden }}
            fields={fields}
            texts={{ submit: title, pending: t("pending"), done: t("done") }}
          />
        </Fold>
      ))}
    </section>
  );
}

type Form = { title: string; shown: boolean; action: FormAction; hidden?: Record<string, string>; fields: FormField[] };

function promiseForms({ agreements, parties, today }: FormsProps, t: Words): Form[] {
  const day = (name: string, label: string): FormField => ({ kind: "date", name, label, value: today });
  return [
    {
      title: t("agree"),
      shown: parties.length > 1,
      action: actions.agree,
      hidden: { id: uuidv7() },
      fields: [
        { kind: "text", name: "title", label: t("agreementTitle"), maxLength: 120 },
        { kind: "area", name: "body", label: t("agreementBody"), help: t("noNames"), maxLength: 2000 },
        day("agreedOn", t("agreedOn")),
        ...partyRoles
          .filter((role) => parties.some((party) => party.role === role))
          .map((role): FormField => ({ kind: "checkbox", name: role, label: t(`roles.${role}`), value: "on" })),
      ],
    },
    {
      title: t("promise"),
      shown: agreements.length > 0,
      action: actions.promise,
      fields: [
        {
          kind: "select",
          name: "agreementId",
          label: t("agreement"),
          options: agreements.map(({ id, title }) => ({ value: id, label: title })),
        },
        { kind: "text", name: "title", label: t("task"), maxLength: 200 },
        {
          kind: "select",
          name: "unitId",
          label: t("owedBy"),
          options: parties.map(({ unitId, unitName }) => ({ value: unitId, label: unitName })),
        },
        day("dueOn", t("taskDue")),
      ],
    },
  ];
}

function groundForms({ estate, places, parties, units, areas, today }: FormsProps, t: Words): Form[] {
  const roles = partyRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  const standing = parties.map(({ role, unitName }) => ({ value: role, label: unitName }));
  const named = (list: EstatePlace[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  const others = areas.filter(({ id }) => !places.some((place) => place.id === id));
  return [
    {
      title: t("seat"),
      shown: true,
      action: actions.seat,
      fields: [
        { kind: "select", name: "role", label: t("role"), options: roles },
        {
          kind: "select",
          name: "unitId",
          label: t("unit"),
          help: t("unitHelp"),
          options: units.map(({ id, name, kind }) => {
            const role = roleOfKind(kind);
            return { value: id, label: name, group: role ? t(`roles.${role}`) : "" };
          }),
        },
        { kind: "date", name: "startsOn", label: t("startsOn"), value: today },
      ],
    },
    {
      title: t("unseat"),
      shown: standing.length > 0,
      action: actions.unseat,
      fields: [
        { kind: "select", name: "role", label: t("role"), options: standing },
        { kind: "date", name: "endsOn", label: t("endsOn"), value: today },
      ],
    },
    {
      title: t("joinPlace"),
      shown: others.length > 0,
      action: actions.joinPlace,
      fields: [{ kind: "select", name: "placeId", label: t("place"), help: t("placeHelp"), options: named(others) }],
    },
    {
      title: t("leavePlace"),
      shown: places.length > 0,
      action: actions.leavePlace,
      fields: [{ kind: "select", name: "placeId", label: t("place"), options: named(places) }],
    },
    {
      title: t("rename"),
      shown: true,
      action: actions.rename,
      fields: [{ kind: "text", name: "name", label: t("name"), value: estate.name, maxLength: 60 }],
    },
  ];
}
