import { notFound } from "next/navigation";
import { BankForm } from "@/components/instruments/bank-form";
import { AppLink } from "@/components/ui/app-link";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { bank } from "@/lib/senses/instruments/bank";
import { findInstrument } from "@/lib/senses/instruments/queries";
import { senses } from "@/lib/senses/model";
import { questionsOf } from "@/lib/senses/questions";
import { pick } from "../../actions";

/** Ready items to pick from, by sense. */
export default async function BankPage({ params }: PageProps<"/instruments/[id]/bank">) {
  const [id, t, answer, figure, locale] = await Promise.all([
    idOf(params),
    translator("instrument"),
    translator("answer"),
    translator("figure"),
    getLocale(),
  ]);
  return read(async (ctx) => {
    const instrument = (await findInstrument(ctx, id)) ?? notFound();
    authorize(ctx.actor, "instrument.edit");
    const there = new Set((instrument.draft ?? notFound()).map(({ code }) => code));
    const questions = questionsOf(bank, locale, answer);
    const entries = bank.map((item, at) => ({
      ...item,
      label: questions[at]?.label ?? item.code,
      there: there.has(item.code),
      note: [
        t(`kinds.${item.kind}`),
        questions[at]?.options.join("／"),
        item.reversed ? t("lowIsGood") : "",
        item.shownIf ? t("needs", { code: item.shownIf.item }) : "",
      ]
        .filter(Boolean)
        .join(" · "),
    }));
    const groups = [...senses, null].map((sense) => ({
      label: sense ? figure(`${sense}.label`) : t("noSense"),
      items: entries.filter((item) => item.sense === sense),
    }));
    return (
      <article className="grid gap-5">
        <PageHead
          title={t("bank")}
          note={t("bankLead", { n: bank.length })}
          above={
            <AppLink href={`/instruments/${id}`} className="w-fit text-sm text-second underline underline-offset-2">
              {instrument.name}
            </AppLink>
          }
        />
        <BankForm
          action={pick}
          id={id}
          groups={groups.map(({ label, items }) => ({
            label,
            items: items.map(({ code, label, note, there }) => ({ code, label, note, there })),
          }))}
          texts={{ add: t("pick"), pending: t("pending"), there: t("there") }}
        />
      </article>
    );
  });
}
