import { uuidv7 } from "uuidv7";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import type { AreaRow } from "@/lib/areas/queries";
import { findingKinds } from "@/lib/findings/model";
import type { FindingRow } from "@/lib/findings/queries";
import { translator } from "@/lib/next/locale";
import type { GridRow } from "@/lib/steward/queries";
import { note, settle } from "./actions";

type FindingsProps = {
  rows: FindingRow[];
  grids: GridRow[];
  area: AreaRow;
  today: string;
  days: number;
  mayRecord: boolean;
};

/** What mediation, patrols and errands found, the open first, and a form for the next. */
export async function Findings({ rows, grids, area, today, days, mayRecord }: FindingsProps) {
  const t = await translator("steward");
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t("findings")}</h2>
      {rows.length === 0 ? <p className="text-second">{t("noFindings", { days })}</p> : null}
      <ul className="grid gap-2">
        {rows.map((row) => (
          <Finding key={row.id} row={row} today={today} mayRecord={mayRecord} />
        ))}
      </ul>
      {mayRecord ? (
        <Fold label={t("record")} className="print:hidden">
          <FieldForm
            action={note}
            hidden={{ id: uuidv7() }}
            fields={await fieldsOf(area, grids, today)}
            texts={{ submit: t("record"), pending: t("pending"), done: t("done") }}
          />
        </Fold>
      ) : null}
    </section>
  );
}

async function Finding({ row, today, mayRecord }: { row: FindingRow; today: string; mayRecord: boolean }) {
  const t = await translator("steward");
  const open = row.settledOn === null;
  return (
    <li className="grid gap-1 rounded border border-line bg-raised px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge>{t(`kinds.${row.kind}`)}</Badge>
        <span className="font-semibold">{row.what}</span>
        <span className="text-sm text-second">{t("at", { area: row.areaName, day: row.foundOn })}</span>
        <Badge tone={open ? "soon" : "good"}>
          {open ? t("unsettled") : t("settledOn", { day: row.settledOn ?? "" })}
        </Badge>
        {row.caseId ? (
          <AppLink href={`/cases/${row.caseId}`} className="text-sm underline underline-offset-2">
            {t("ofCase")}
          </AppLink>
        ) : null}
      </p>
      {row.result ? <p className="text-second">{row.result}</p> : null}
      {open && mayRecord ? (
        <details className="print:hidden">
          <summary className="touch cursor-pointer text-sm underline underline-offset-2">{t("settle")}</summary>
          <div className="pt-2">
            <FieldForm
              action={settle}
              hidden={{ findingId: row.id }}
              fields={[
                { kind: "date", name: "settledOn", label: t("settledDay"), value: today },
                { kind: "text", name: "result", label: t("result"), help: t("noNames"), maxLength: 500 },
              ]}
              texts={{ submit: t("settle"), pending: t("pending"), done: t("done") }}
            />
          </div>
        </details>
      ) : null}
    </li>
  );
}

async function fieldsOf(area: AreaRow, grids: GridRow[], today: string): Promise<FormField[]> {
  const [t, common] = await Promise.all([translator("steward"), translator("common")]);
  const optional = common("optional");
  const places = [area, ...grids.filter(({ id }) => id !== area.id)];
  return [
    {
      kind: "radios",
      name: "kind",
      label: t("kind"),
      value: "patrol",
      options: findingKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
    },
    {
      kind: "select",
      name: "areaId",
      label: t("where"),
      options: places.map(({ id, name }) => ({ value: id, label: name })),
    },
    { kind: "date", name: "foundOn", label: t("foundOn"), value: today },
    { kind: "area", name: "what", label: t("what"), help: t("noNames"), maxLength: 500 },
    { kind: "text", name: "result", label: t("result"), optional, help: t("resultHelp"), maxLength: 500 },
    { kind: "number", name: "number", label: t("number"), optional },
  ];
}
