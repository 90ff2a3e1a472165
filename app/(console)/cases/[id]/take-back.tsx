import { FieldForm } from "@/components/ui/field-form";
import { type Actor, can } from "@/lib/access/model";
import { stepToTakeBack, takenBack } from "@/lib/cases/model";
import type { CaseDetail, CaseEvent } from "@/lib/cases/queries";
import type { translator } from "@/lib/next/locale";
import { takeBack } from "../actions";

type Props = {
  current: CaseDetail["current"];
  events: CaseEvent[];
  actor: Actor;
  now: Date;
  t: Awaited<ReturnType<typeof translator<"case">>>;
};

/** For who has just taken a step: one press, and it was not taken. */
export function TakeBack({ current, events, actor, now, t }: Props) {
  const step = stepToTakeBack(current.state, events.at(-1), { accountId: actor.accountId, now });
  if (step === null || !can(actor, takenBack[step].permission)) return null;
  return (
    <FieldForm
      key={current.version}
      action={takeBack}
      hidden={{ id: current.id, step }}
      fields={[]}
      texts={{ submit: t(`bulk.undo.${step}`), pending: t("pending") }}
      tone="plain"
    />
  );
}
