import { AppLink } from "@/components/ui/app-link";
import { FieldForm } from "@/components/ui/field-form";
import type { LedgerOfCase } from "@/lib/estates/queries-ledger";
import { translator } from "@/lib/next/locale";
import { mark } from "../../estates/actions";

/** Whether the request stands in the ledger of its estate, for those who may put it in or take it out. */
export async function Ledgers({ ledgers, caseId }: { ledgers: LedgerOfCase[]; caseId: string }) {
  const t = await translator("estate");
  const [first] = ledgers;
  if (!first) return null;
  const submit = t(first.shared ? "withholdIt" : "shareIt");
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t("ofCase")}</h2>
      {ledgers.map(({ id, name, shared }) => (
        <p key={id}>
          <AppLink href={`/estates/${id}`} className="touch inline-flex items-center underline underline-offset-2">
            {t(shared ? "inLedger" : "notInLedger", { name })}
          </AppLink>
        </p>
      ))}
      <details className="print:hidden">
        <summary className="touch cursor-pointer text-second underline underline-offset-2">{submit}</summary>
        <div className="grid gap-3 pt-2">
          {first.shared ? null : <p className="text-sm text-second">{t("shareHelp")}</p>}
          <FieldForm
            action={mark}
            hidden={{ id: caseId, shared: first.shared ? "no" : "yes" }}
            fields={[]}
            tone="plain"
            texts={{ submit, pending: t("pending"), done: t("done") }}
          />
        </div>
      </details>
    </section>
  );
}
