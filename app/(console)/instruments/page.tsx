import { uuidv7 } from "uuidv7";
import { InstrumentsTable } from "@/components/instruments/instruments-table";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { listInstruments } from "@/lib/senses/instruments/queries";
import { start } from "./actions";

/** The questionnaires that rounds ask, each with its versions. */
export default async function InstrumentsPage() {
  const [t, locale] = await Promise.all([translator("instrument"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "sense.read");
    const rows = await listInstruments(ctx);
    return (
      <div className="grid max-w-5xl gap-4">
        <PageHead title={t("title")} note={t("lead")}>
          <AppLink href="/senses" className={buttonClass("quiet", true)}>
            {t("rounds")}
          </AppLink>
        </PageHead>
        {can(ctx.actor, "instrument.edit") ? (
          <Fold label={t("start")} className="print:hidden">
            <p className="text-second">{t("startLead", { area: ctx.actor.areaName })}</p>
            <FieldForm
              action={start}
              hidden={{ id: uuidv7(), areaId: ctx.actor.areaId }}
              fields={[{ kind: "text", name: "name", label: t("name"), maxLength: 40 }]}
              texts={{ submit: t("start"), pending: t("pending") }}
            />
          </Fold>
        ) : null}
        <InstrumentsTable rows={rows} t={t} locale={locale} />
      </div>
    );
  });
}
