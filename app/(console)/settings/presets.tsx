import { Chip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { formatDay, type Locale } from "@/lib/format";
import { translator } from "@/lib/next/locale";
import { withQuery } from "@/lib/next/paths";
import type { Settings } from "@/lib/settings/model";
import { movedMonth } from "@/lib/settings/moved-month";
import { presetOf, scorePresetNames } from "@/lib/settings/presets";

type Props = { settings: Settings; filled: Settings; now: Date; locale: Locale };

/** The known ways to reckon the score. Choosing one fills it in below; it holds once it is saved. */
export async function Presets({ settings, filled, now, locale }: Props) {
  const t = await translator("setting");
  const [stands, chosen] = [presetOf(settings), presetOf(filled)];
  const name = (preset: typeof stands) => (preset ? t(`presets.${preset}.name`) : t("presets.own"));
  const { from, to, newFrom, newTo } = movedMonth(now, settings, filled);
  const day = (written: string) => formatDay(locale, written);
  return (
    <Section title={t("presets.title")} lead={t("presets.stands", { name: name(stands) })}>
      <ul className="grid gap-3">
        {scorePresetNames.map((preset) => (
          <li key={preset} className="grid justify-items-start gap-1">
            <Chip href={withQuery("/settings", { preset })} chosen={preset === chosen}>
              {t(`presets.${preset}.name`)}
            </Chip>
            <p className="text-sm text-second">{t(`presets.${preset}.source`)}</p>
          </li>
        ))}
      </ul>
      {chosen !== stands ? (
        <Notice tone="soon" title={t("presets.filled", { name: name(chosen) })}>
          {filled.cutoffDay === settings.cutoffDay ? null : (
            <p>{t("cutoffMoves", { from: day(from), to: day(to), newFrom: day(newFrom), newTo: day(newTo) })}</p>
          )}
        </Notice>
      ) : null}
    </Section>
  );
}
