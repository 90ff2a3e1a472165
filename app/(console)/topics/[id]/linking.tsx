import { PickForm } from "@/components/topics/pick-form";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { formatShortTime } from "@/lib/format";
import { translator } from "@/lib/next/locale";
import type { SuggestedCase } from "@/lib/topics/queries";
import { putAll, putOne } from "../actions";

type Props = { topicId: string; linked: number; suggestions: SuggestedCase[] };

/** Putting requests under the topic: those of its matter, ticked, or one by its number. */
export async function Linking({ topicId, linked, suggestions }: Props) {
  const [t, c, common] = await Promise.all([translator("topic"), translator("case"), translator("common")]);
  return (
    <>
      <Fold label={t("suggested", { n: suggestions.length })} className="print:hidden">
        {suggestions.length === 0 ? (
          <p className="text-second">{t("noneSuggested")}</p>
        ) : (
          <PickForm
            key={linked}
            action={putAll}
            topicId={topicId}
            rows={suggestions.map(({ id, version, number, title, state, registeredAt }) => ({
              id,
              version,
              title,
              note: `№ ${number} · ${formatShortTime(registeredAt)} · ${c(`states.${state}`)}`,
            }))}
            texts={{ submit: t("linkPicked"), pending: common("pending"), pick: t("pick") }}
          />
        )}
      </Fold>
      <Fold label={t("linkNumber")} className="print:hidden">
        <FieldForm
          action={putOne}
          hidden={{ topicId }}
          fields={[{ kind: "number", name: "number", label: t("number") }]}
          texts={{ submit: t("linkNumber"), pending: common("pending"), done: t("saved") }}
          tone="plain"
        />
      </Fold>
    </>
  );
}
