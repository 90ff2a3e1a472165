import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { Notice } from "@/components/ui/notice";
import { translator } from "@/lib/next/locale";
import type { Topic } from "@/lib/topics/queries";
import { close, edit, reopen } from "../actions";

type Unit = { id: string; name: string };

/** What came of a topic that is over, and a way to take it up again. */
export async function Outcome({ topic, mayClose }: { topic: Topic; mayClose: boolean }) {
  const [t, common] = await Promise.all([translator("topic"), translator("common")]);
  const { id, closing, closedOn, closedName } = topic;
  if (closedOn === null) return null;
  return (
    <section aria-label={t("outcomeTitle")} className="grid gap-3">
      <Notice title={closing}>
        <p className="text-sm text-second">{t("closedBy", { day: closedOn, name: closedName ?? "" })}</p>
      </Notice>
      {mayClose ? (
        <Fold label={t("reopen")} className="print:hidden">
          <FieldForm
            action={reopen}
            hidden={{ id }}
            fields={[{ kind: "text", name: "reason", label: t("reopenReason"), help: t("reopenHelp"), maxLength: 200 }]}
            texts={{ submit: t("reopen"), pending: common("pending") }}
            tone="plain"
          />
        </Fold>
      ) : null}
    </section>
  );
}

type Props = { topic: Topic; units: Unit[]; mayEdit: boolean; mayClose: boolean };

/** Saying the topic anew, and ending it with what came of it. */
export async function Changing({ topic, units, mayEdit, mayClose }: Props) {
  const [t, common] = await Promise.all([translator("topic"), translator("common")]);
  const { id, title, goal, leadUnitId, unitName, endsOn } = topic;
  const leads = units.some((unit) => unit.id === leadUnitId) ? units : [{ id: leadUnitId, name: unitName }, ...units];
  return (
    <section aria-label={t("changing")} className="grid gap-3 print:hidden">
      {mayEdit ? (
        <Fold label={t("edit")}>
          <FieldForm
            action={edit}
            hidden={{ id }}
            fields={[
              { kind: "text", name: "title", label: t("name"), value: title, maxLength: 80 },
              { kind: "area", name: "goal", label: t("goal"), value: goal, maxLength: 500 },
              {
                kind: "select",
                name: "unitId",
                label: t("leadUnit"),
                value: leadUnitId,
                options: leads.map((unit) => ({ value: unit.id, label: unit.name })),
              },
              { kind: "date", name: "endsOn", label: t("endsOn"), optional: common("optional"), value: endsOn ?? "" },
            ]}
            texts={{ submit: t("saveEdit"), pending: common("pending"), done: t("saved") }}
            tone="plain"
          />
        </Fold>
      ) : null}
      {mayClose ? (
        <Fold label={t("close")}>
          <FieldForm
            action={close}
            hidden={{ id }}
            fields={[{ kind: "area", name: "closing", label: t("closing"), help: t("closingHelp"), maxLength: 500 }]}
            texts={{ submit: t("close"), pending: common("pending") }}
            tone="plain"
          />
        </Fold>
      ) : null}
    </section>
  );
}
