import { uuidv7 } from "uuidv7";
import { Badge } from "@/components/ui/badge";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { translator } from "@/lib/next/locale";
import type { ProjectRow } from "@/lib/projects/queries";
import { keep, promise } from "./actions";

type Partner = { id: string; name: string };
type ProjectsProps = {
  rows: ProjectRow[];
  area: string;
  today: string;
  /** Who may promise something; null for whoever notes nothing. */
  partners: Partner[] | null;
};

/** What partners promised the community for what it needs, and whether it was kept. */
export async function Projects({ rows, area, today, partners }: ProjectsProps) {
  const t = await translator("project");
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      {rows.length === 0 ? <p className="text-second">{t("none")}</p> : null}
      <ul className="grid gap-2">
        {rows.map((row) => (
          <Project key={row.id} row={row} today={today} mayKeep={partners !== null} />
        ))}
      </ul>
      {partners === null ? null : <Promising area={area} partners={partners} />}
    </section>
  );
}

async function Project({ row, today, mayKeep }: { row: ProjectRow; today: string; mayKeep: boolean }) {
  const [t, steward] = await Promise.all([translator("project"), translator("steward")]);
  return (
    <li className="grid gap-1 rounded border border-line bg-raised px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{row.offer}</span>
        <span className="text-sm text-second">{row.partnerName}</span>
        <State row={row} today={today} />
      </p>
      <p className="text-second">{t("needOf", { need: row.need })}</p>
      {row.keptOn === null && mayKeep ? (
        <details className="print:hidden">
          <summary className="touch cursor-pointer text-sm underline underline-offset-2">{t("keep")}</summary>
          <div className="pt-2">
            <FieldForm
              action={keep}
              hidden={{ projectId: row.id }}
              fields={[{ kind: "date", name: "keptOn", label: t("keptDay"), value: today }]}
              texts={{ submit: t("keep"), pending: steward("pending"), done: steward("done") }}
            />
          </div>
        </details>
      ) : null}
    </li>
  );
}

async function State({ row: { promisedBy, keptOn }, today }: { row: ProjectRow; today: string }) {
  const t = await translator("project");
  if (keptOn !== null) return <Badge tone="good">{t("keptOn", { day: keptOn })}</Badge>;
  if (promisedBy < today) return <Badge tone="late">{t("late", { day: promisedBy })}</Badge>;
  return <Badge>{t("due", { day: promisedBy })}</Badge>;
}

async function Promising({ area, partners }: { area: string; partners: Partner[] }) {
  const [t, steward] = await Promise.all([translator("project"), translator("steward")]);
  if (partners.length === 0) return <p className="text-sm text-second print:hidden">{t("noPartners")}</p>;
  return (
    <Fold label={t("add")} className="print:hidden">
      <FieldForm
        action={promise}
        hidden={{ id: uuidv7(), areaId: area }}
        fields={[
          {
            ...{ kind: "select", name: "partnerId", label: t("partner") },
            options: partners.map(({ id, name }) => ({ value: id, label: name })),
          },
          { kind: "text", name: "offer", label: t("offer"), help: t("offerHelp"), maxLength: 120 },
          { kind: "area", name: "need", label: t("need"), maxLength: 300 },
          { kind: "date", name: "promisedBy", label: t("promisedBy") },
        ]}
        texts={{ submit: t("add"), pending: steward("pending"), done: steward("done") }}
      />
    </Fold>
  );
}
