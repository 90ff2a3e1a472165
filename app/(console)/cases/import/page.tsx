import { SheetForm } from "@/components/imports/sheet-form";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { neededColumns, type SheetColumns, sheetColumns, usualColumns } from "@/lib/cases/import/model";
import { listSources } from "@/lib/cases/import/queries";
import { hotline } from "@/lib/cases/intake/orders";
import { translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { keep } from "./actions";

/** Sheets of the hotline and of others: how each source is read, what would come of a sheet, and the answers back. */
export default async function ImportPage() {
  const [t, common] = await Promise.all([translator("case.sheet"), translator("common")]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.import");
    const sources = await listSources(ctx);
    const texts = { submit: common("save"), pending: common("pending"), done: t("kept") };
    const form = (source: string, columns: SheetColumns) => (
      <FieldForm
        action={keep}
        hidden={{}}
        fields={columnFields(source, columns, t, common("optional"))}
        texts={texts}
        tone="plain"
      />
    );
    return (
      <div className="grid max-w-3xl gap-6">
        <PageHead
          title={t("title")}
          above={<p className="text-sm text-second">{ctx.actor.areaName}</p>}
          note={t("lead")}
        />
        {sources.length === 0 ? (
          <EmptyState title={t("none")} text={t("noneHelp")} />
        ) : (
          <SheetForm
            address="/api/cases/import"
            sources={sources.map(({ source }) => source)}
            texts={{
              source: t("source"),
              file: t("file"),
              fileHelp: t("fileHelp"),
              look: t("look"),
              looking: t("looking"),
              counts: {
                read: t("counts.read", { n: "{n}" }),
                new: t("counts.new", { n: "{n}" }),
                changed: t("counts.changed", { n: "{n}" }),
                same: t("counts.same", { n: "{n}" }),
                rejected: t("counts.rejected", { n: "{n}" }),
              },
              nothingYet: t("nothingYet"),
              written: t("written"),
              rejections: t("rejections"),
              line: t("line"),
              column: t("column"),
              value: t("value"),
              reason: t("reason"),
              write: t("write"),
              skip: t("skip"),
              failed: t("failed"),
            }}
          />
        )}
        {sources.map(({ source, columns }) => (
          <Fold key={source} label={t("of", { source })}>
            {can(ctx.actor, "case.export") ? (
              <p>
                <a href={`/api/cases/answers?source=${source}`} download className={buttonClass()}>
                  {t("answers")}
                </a>
              </p>
            ) : null}
            {form(source, columns)}
          </Fold>
        ))}
        <Fold label={t("another")} open={sources.length === 0}>
          {form(sources.length === 0 ? hotline : "", usualColumns)}
        </Fold>
      </div>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"case.sheet">>>;

function columnFields(source: string, columns: SheetColumns, t: Words, optional: string): FormField[] {
  const isNeeded = (name: string) => neededColumns.some((needed) => needed === name);
  return [
    { kind: "text", name: "source", label: t("source"), help: t("sourceHelp"), value: source, maxLength: 40 },
    ...sheetColumns.map(
      (name): FormField => ({
        kind: "text",
        name,
        half: true,
        label: t(`columns.${name}`),
        value: columns[name],
        maxLength: 60,
        ...(isNeeded(name) ? {} : { optional }),
      }),
    ),
  ];
}
