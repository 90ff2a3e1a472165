import { RevealForm } from "@/components/cases/reveal-form";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { can } from "@/lib/access/model";
import { localDay } from "@/lib/calendar/zone";
import type { CaseDetail } from "@/lib/cases/queries";
import { revealReasons } from "@/lib/contacts/model";
import type { findContact } from "@/lib/contacts/queries";
import type { Context } from "@/lib/context";
import { formatDay, type Locale } from "@/lib/format";
import type { translator } from "@/lib/next/locale";
import * as actions from "../actions";

type Words = Awaited<ReturnType<typeof translator<"case">>>;
type ContactProps = {
  actor: Context["actor"];
  current: CaseDetail["current"];
  contact: Awaited<ReturnType<typeof findContact>>;
  /** Whether the actor's unit may learn it at all. */
  learns: boolean;
  days: number;
  /** Whether the person is to be called back. */
  asked: boolean;
  locale: Locale;
  t: Words;
};

/** How to reach whoever asked: whether it is known, until when, and the two ways to it. Never what it says. */
export function ContactPart({ actor, current, contact, learns, days, asked, locale, t }: ContactProps) {
  const isElsewhere = actor.unitId !== null && actor.unitId !== current.unitId;
  const mayGive = learns && can(actor, "contact.give") && !isElsewhere && current.closedAt === null;
  const mayReveal = can(actor, "contact.reveal") && !isElsewhere && contact !== null && contact.erasedAt === null;
  if (contact === null && !mayGive && !(asked && can(actor, "case.call-back"))) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t("contact.title")}</h2>
      <p className="text-second">{standingOf(contact, { days, locale, t })}</p>
      {mayReveal ? (
        <Fold label={t("contact.reveal")}>
          <RevealForm
            action={actions.reveal}
            id={current.id}
            fields={purposeFields(t, asked)}
            words={{
              submit: t("contact.show"),
              pending: t("pending"),
              shown: t("contact.shown"),
              phone: t("contact.phone"),
              name: t("contact.name"),
            }}
          />
        </Fold>
      ) : null}
      {mayGive ? (
        <Fold label={t(contact ? "contact.change" : "contact.give")}>
          <FieldForm
            action={actions.give}
            hidden={{ id: current.id }}
            fields={contactFields(t)}
            texts={{ submit: t("contact.keep"), pending: t("pending"), done: t("done") }}
            tone="plain"
          />
        </Fold>
      ) : null}
    </section>
  );
}

function standingOf(
  contact: ContactProps["contact"],
  { days, locale, t }: Pick<ContactProps, "days" | "locale" | "t">,
) {
  if (contact === null) return t("contact.none");
  if (contact.erasedAt) return t("contact.erased", { day: formatDay(locale, localDay(contact.erasedAt)) });
  return t("contact.sealed", { days });
}

function contactFields(t: Words): FormField[] {
  return [
    { kind: "text", name: "contactPhone", label: t("contact.phone"), maxLength: 40 },
    {
      kind: "text",
      name: "contactName",
      label: t("contact.name"),
      help: t("contact.nameHelp"),
      optional: t("optional"),
      maxLength: 40,
    },
  ];
}

function purposeFields(t: Words, asked: boolean): FormField[] {
  return [
    {
      kind: "select",
      name: "reason",
      label: t("contact.reason"),
      ...(asked ? { value: "call-back" } : {}),
      options: revealReasons.map((value) => ({ value, label: t(`contact.reasons.${value}`) })),
    },
    {
      kind: "text",
      name: "note",
      label: t("contact.note"),
      help: t("contact.noteHelp"),
      optional: t("optional"),
      maxLength: 200,
    },
  ];
}
