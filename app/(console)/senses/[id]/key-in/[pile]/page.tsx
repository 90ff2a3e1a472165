import { notFound } from "next/navigation";
import { KeyInForm } from "@/components/senses/key-in-form";
import { AppLink } from "@/components/ui/app-link";
import { buttonClass } from "@/components/ui/button";
import { FieldForm } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { findPile, listItems } from "@/lib/senses/paper/queries";
import { questionsOf } from "@/lib/senses/questions";
import { finish, key } from "../../../actions";

/** One pile: form after form by the keyboard, then its totals. */
export default async function PilePage({ params }: PageProps<"/senses/[id]/key-in/[pile]">) {
  const [id, t, answer, locale] = await Promise.all([
    idOf(params, "pile"),
    translator("round"),
    translator("answer"),
    getLocale(),
  ]);
  return read(async (ctx) => {
    const pile = (await findPile(ctx, id)) ?? notFound();
    authorize(ctx.actor, "sense.collect");
    if (pile.finishedAt) notFound();
    const items = await listItems(ctx, pile.instrumentId);
    const totals = {
      forms: formatNumber(locale, pile.forms),
      marks: formatNumber(locale, pile.marks),
      checked: formatNumber(locale, pile.checked),
    };
    return (
      <article className="grid gap-5">
        <PageHead title={`${t("keyIn")} · ${pile.areaName}`} note={t("keys")}>
          <AppLink href={`/senses/${pile.roundId}/key-in`} className={buttonClass("quiet", true)}>
            {t("piles")}
          </AppLink>
        </PageHead>
        <KeyInForm
          action={key}
          pile={pile.id}
          first={pile.last + 1}
          questions={questionsOf(items, locale, answer)}
          texts={{
            number: t("formNumber"),
            second: t("second"),
            secondHelp: t("secondHelp"),
            save: t("saveForm"),
            pending: t("pending"),
            saved: t("formSaved", { number: "#" }),
            agrees: t("formAgrees", { number: "#" }),
            differs: t("formDiffers", { number: "#", items: "@" }),
          }}
        />
        <section aria-label={t("finishPile")} className="grid gap-2">
          <p>{t("totals", totals)}</p>
          <p className="text-second">{t("finishLead")}</p>
          <FieldForm
            action={finish}
            hidden={{ id: pile.id }}
            fields={[]}
            tone="plain"
            texts={{ submit: t("finishPile"), pending: t("pending") }}
          />
        </section>
      </article>
    );
  });
}
