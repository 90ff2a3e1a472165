import { categoryName } from "@/components/cases/case-words";
import { categoryOptions } from "@/components/cases/category-options";
import { ReplyAid } from "@/components/replies/reply-aid";
import { EmptyState } from "@/components/ui/empty-state";
import { FieldForm, type FormField } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { viewedArea } from "@/lib/areas/queries";
import { localDay } from "@/lib/calendar/zone";
import { listCatalogue } from "@/lib/cases/catalogue/queries";
import { formatShortTime } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { dayInLetter, replyMoves } from "@/lib/replies/model";
import { listTemplates, type ReplyTemplate } from "@/lib/replies/queries";
import { add, change, retire } from "./actions";
import { aidTexts } from "./texts";

/** The texts for answers of an area: those of the areas it lies in to read, the own ones to change. */
export default async function RepliesPage() {
  const [t, c, locale, aid] = await Promise.all([translator("reply"), translator("case"), getLocale(), aidTexts()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "reply.edit");
    const [area, templates, categories] = await Promise.all([
      viewedArea(ctx, undefined),
      listTemplates(ctx),
      listCatalogue(ctx),
    ]);
    const options = categoryOptions(categories, locale, t("everyCategory"));
    const sample = sampleOf(area.name, dayInLetter(localDay(ctx.now)), t);
    const isOurs = ({ areaPos }: ReplyTemplate) => areaPos >= ctx.actor.pos && areaPos <= ctx.actor.last;
    const preview = <ReplyAid field="body" templates={[]} values={sample} texts={aid} />;
    return (
      <div className="grid max-w-4xl gap-6">
        <PageHead title={t("title")} note={t("lead", { area: area.name })} />
        <Fold open={templates.length === 0} label={t("add")} className="print:hidden">
          <FieldForm
            key={templates.length}
            action={add}
            hidden={{ areaId: area.id }}
            fields={fieldsOf(null, options, t)}
            texts={{ submit: t("add"), pending: c("pending"), done: t("saved") }}
          >
            {preview}
          </FieldForm>
        </Fold>
        {templates.length === 0 ? <EmptyState title={t("noneYet")} text={t("noneYetHelp")} /> : null}
        {replyMoves.map((move) => {
          const those = templates.filter((one) => one.move === move);
          if (those.length === 0) return null;
          return (
            <section key={move} className="grid gap-3">
              <h2 className="text-lg">{c(`move.${move}`)}</h2>
              {those.map((one) => (
                <article key={one.id} aria-label={one.name} className="grid gap-2 border-t border-line pt-3">
                  <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <strong>{one.name}</strong>
                    <span className="text-sm text-second">
                      {[
                        one.categoryCode ? categoryName(locale, one.categoryName) : t("everyCategory"),
                        one.areaName,
                        t("changed", { name: one.changedName, time: formatShortTime(one.changedAt) }),
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </p>
                  <p className="max-w-[46em] whitespace-pre-line break-words">{one.body}</p>
                  {isOurs(one) ? (
                    <details className="print:hidden">
                      <summary className="touch w-fit cursor-pointer text-sm text-second">{t("change")}</summary>
                      <div className="grid gap-4 pt-3">
                        <FieldForm
                          key={one.version}
                          action={change}
                          hidden={{ id: one.id, version: String(one.version) }}
                          fields={fieldsOf(one, options, t)}
                          texts={{ submit: t("save"), pending: c("pending"), done: t("saved") }}
                        >
                          {preview}
                        </FieldForm>
                        <FieldForm
                          key={`${one.version} retire`}
                          action={retire}
                          hidden={{ id: one.id, version: String(one.version) }}
                          fields={[]}
                          texts={{ submit: t("retire"), pending: c("pending") }}
                          tone="plain"
                        />
                      </div>
                    </details>
                  ) : null}
                </article>
              ))}
            </section>
          );
        })}
      </div>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"reply">>>;

function fieldsOf(
  one: ReplyTemplate | null,
  categories: { value: string; label: string; group?: string }[],
  t: Words,
): FormField[] {
  return [
    { kind: "text", name: "name", label: t("name"), maxLength: 60, value: one?.name ?? "" },
    {
      kind: "select",
      name: "move",
      label: t("move"),
      value: one?.move ?? "close",
      options: replyMoves.map((value) => ({ value, label: t(`moves.${value}`) })),
    },
    {
      kind: "select",
      name: "categoryCode",
      label: t("category"),
      optional: t("optional"),
      value: one?.categoryCode ?? "",
      options: categories,
    },
    { kind: "area", name: "body", label: t("body"), maxLength: 1000, value: one?.body ?? "" },
  ];
}

/** A request there might be, so that a text can be read as it will be read. */
function sampleOf(area: string, today: string, t: Words) {
  return {
    number: "10086",
    title: t("sample.title"),
    category: t("sample.category"),
    area,
    place: t("sample.place"),
    unit: t("sample.unit"),
    date: today,
    due: today,
  };
}
