import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { partyRoles, taskState } from "@/lib/estates/model";
import type { PartyRow, TaskRow } from "@/lib/estates/queries";
import type { LedgerCount } from "@/lib/estates/queries-ledger";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";

type Owing = { estate: string; counts: LedgerCount[]; tasks: TaskRow[]; today: string };
type PartiesProps = Owing & {
  /** Those of today. */
  parties: PartyRow[];
  all: PartyRow[];
};

/** Each corner of the triangle: who stands there since when, and what is owed. */
export async function Parties({ parties, all, ...owing }: PartiesProps) {
  const t = await translator("estate");
  const past = all.filter(({ id }) => !parties.some((party) => party.id === id));
  const told = past.map(({ role, unitName, startsOn, endsOn }) =>
    t("span", { role: t(`roles.${role}`), unit: unitName, from: startsOn, to: endsOn ?? t("open") }),
  );
  return (
    <section className="grid gap-3" aria-labelledby="parties">
      <h2 id="parties" className="text-lg">
        {t("owes")}
      </h2>
      <ul className="grid gap-3 md:grid-cols-3">
        {partyRoles.map((role) => {
          const party = parties.find((candidate) => candidate.role === role);
          return (
            <li key={role} className="grid content-start gap-1 rounded border border-line bg-raised px-4 py-3">
              <p className="text-sm text-second">{t(`roles.${role}`)}</p>
              <p className={party ? "font-semibold" : "text-second"}>{party?.unitName ?? t("vacant")}</p>
              {party ? <Owed party={party} {...owing} /> : null}
            </li>
          );
        })}
      </ul>
      {told.length > 0 ? <p className="text-sm text-second">{t("earlier", { parties: told.join(t("and")) })}</p> : null}
    </section>
  );
}

async function Owed({ party, estate, counts, tasks, today }: Owing & { party: PartyRow }) {
  const [t, locale] = await Promise.all([translator("estate"), getLocale()]);
  const { open = 0, late = 0 } = counts.find(({ unitId }) => unitId === party.unitId) ?? {};
  const own = tasks.filter(({ unitId, doneOn }) => unitId === party.unitId && doneOn === null);
  const lateTasks = own.filter((task) => taskState(task, today) === "late").length;
  const lines = [
    {
      href: `${withQuery(`/estates/${estate}`, { unit: party.unitId })}#ledger` as const,
      text: t("owesCases", { n: formatNumber(locale, open) }),
      late,
    },
    { href: "#agreements" as const, text: t("owesTasks", { n: formatNumber(locale, own.length) }), late: lateTasks },
  ];
  return (
    <>
      <p className="text-sm text-second">{t("since", { day: party.startsOn })}</p>
      <ul className="grid gap-1">
        {lines.map((line) => (
          <li key={line.href} className="flex flex-wrap items-center gap-2">
            <AppLink href={line.href} className="touch inline-flex items-center underline underline-offset-2">
              {line.text}
            </AppLink>
            {line.late > 0 ? <Badge tone="late">{t("lateCount", { n: formatNumber(locale, line.late) })}</Badge> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
