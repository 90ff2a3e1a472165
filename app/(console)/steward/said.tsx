import { SenseTile } from "@/components/board/sense-tile";
import { wordsOf } from "@/components/board/words";
import { categoryName } from "@/components/cases/case-words";
import { AppLink } from "@/components/ui/app-link";
import { formatNumber } from "@/lib/format";
import { getLocale, messagesOf, translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import type { Span } from "@/lib/periods/model";
import type { SenseResult } from "@/lib/senses/queries";
import type { SaidGroup } from "@/lib/steward/queries";

type SaidProps = { groups: SaidGroup[]; senses: SenseResult[]; area: string; span: Span; days: number };

const shown = 8;

/** What residents asked for lately, by category, and how they answered the last round. */
export async function Said({ groups, senses, area, span, days }: SaidProps) {
  const [t, c, locale] = await Promise.all([translator("steward"), translator("case"), getLocale()]);
  const words = wordsOf(locale, await messagesOf(locale));
  const round = senses.find((sense) => sense.round !== null)?.round;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t("said", { days })}</h2>
      {groups.length === 0 ? <p className="text-second">{t("nothingSaid", { days })}</p> : null}
      <ul className="grid gap-2 md:grid-cols-2">
        {groups.slice(0, shown).map(({ code, name, n, latest }) => (
          <li key={code} className="grid content-start gap-1 rounded border border-line bg-raised px-3 py-2">
            <p className="font-semibold">
              <AppLink href={withQuery("/cases", { area, category: code, ...span })} className="hover:underline">
                {t("category", {
                  name: name ? categoryName(locale, name) : c("categoryNone"),
                  n: formatNumber(locale, n),
                })}
              </AppLink>
            </p>
            <ul className="grid text-second">
              {latest.map(({ id, title }) => (
                <li key={id}>
                  <AppLink href={`/cases/${id}`} className="hover:underline">
                    {title}
                  </AppLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {round ? (
        <>
          <h3 className="font-semibold">{t("round", { name: round.name, day: round.closedOn })}</h3>
          <ul className="grid rounded border border-line bg-raised md:grid-cols-3">
            {senses.map((sense) => (
              <SenseTile
                key={sense.key}
                sense={{
                  ...sense,
                  href: sense.round ? withQuery("/senses", { area, round: sense.round.id, sense: sense.key }) : null,
                }}
                words={words}
              />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
