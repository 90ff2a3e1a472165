import { getLocale, messagesOf, translator } from "@/lib/next/locale";

const isIdentity = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Prints what a change was on one line, in the words of the reader; keys of rows, which say nothing to one, are left out. */
export async function detailPrinter(): Promise<(detail: Record<string, unknown>) => string> {
  const [t, messages] = await Promise.all([translator("audit"), getLocale().then(messagesOf)]);
  const { audit, setting, area, role, estate, steward, text, improvement, escalation, catalogue } = messages;
  const units = messages.case.unitKinds;
  const names: Record<string, unknown> = { ...setting, ...audit.details };
  const words: Record<string, Record<string, string>> = {
    level: area.level,
    toLevel: area.level,
    scheme: area.scheme,
    field: area.fields,
    kind: { ...units, ...area.kinds, ...area.officerKinds, ...steward.kinds },
    role: { ...role, ...estate.roles },
    parties: estate.roles,
    toRole: escalation.roles,
    clock: escalation.clocks,
    unit: escalation.units,
    closeUnit: catalogue.units,
    contactUnit: catalogue.units,
    outcome: improvement.outcomes,
    reason: text.reasons,
    before: text.states,
    mode: audit.modes,
  };

  const wordOf = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return t("none");
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    return words[key]?.[String(value)] ?? String(value);
  };
  const printed = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((item) => printed(key, item)).join(t("comma"));
    if (typeof value !== "object" || value === null) return wordOf(key, value);
    if ("from" in value && "to" in value) return `${printed(key, value.from)} → ${printed(key, value.to)}`;
    return t("nested", { value: onOneLine(value) });
  };
  const onOneLine = (detail: object) =>
    Object.entries(detail)
      .filter(([, value]) => value !== null && value !== "" && !isIdentity.test(String(value)))
      .map(([key, value]) => t("part", { name: String(names[key] ?? key), value: printed(key, value) }))
      .join(" · ");
  return onOneLine;
}
