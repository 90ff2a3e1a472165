import { wordsOf } from "@/components/board/words";
import { ImprovementBadge } from "@/components/senses/improvements-table";
import { AppLink } from "@/components/ui/app-link";
import { getLocale, messagesOf } from "@/lib/next/locale";
import type { Improvement } from "@/lib/senses/improvements/queries";

/** What is done together with the topic about what residents answered. */
export async function Improvements({ rows, today }: { rows: Improvement[]; today: string }) {
  const locale = await getLocale();
  const words = wordsOf(locale, await messagesOf(locale));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="improvements" className="grid gap-3">
      <h2 id="improvements" className="text-lg font-semibold">
        {words.t("topic.improvements")}
      </h2>
      <ul className="divide-y divide-line rounded border border-line bg-raised">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2.5">
            <AppLink href={`/senses/improvements/${row.id}`} className="touch font-semibold hover:underline">
              {row.plan}
            </AppLink>
            <span className="text-sm text-second">{`${row.areaName} · ${row.itemCode} · ${row.unitName}`}</span>
            <ImprovementBadge row={row} today={today} words={words} />
          </li>
        ))}
      </ul>
    </section>
  );
}
