import type { Told } from "../../lib/escalation/input";
import type { EscalationRule } from "../../lib/escalation/queries";
import type { translator } from "../../lib/next/locale";

type Words = Awaited<ReturnType<typeof translator<"escalation">>>;

/** What came before whom, and why. */
export function toldWords({ clock, lateBy, lateUnit, toRole, toName }: Told, t: Words): string {
  return t("told", {
    clock: t(`clocks.${clock}`),
    late: t(`late.${lateUnit}`, { n: lateBy }),
    to: t("toldTo", { area: toName, role: t(`roles.${toRole}`) }),
  });
}

/** A rule as a sentence. */
export function ruleWords({ clock, lateBy, unit, toRole, toLevel }: EscalationRule, t: Words): string {
  return t("rule", {
    clock: t(`clocks.${clock}`),
    late: t(`late.${unit}`, { n: lateBy }),
    level: t(`levels.${toLevel}`),
    role: t(`roles.${toRole}`),
  });
}
