import { Patches } from "@/components/areas/patches";
import { formatNumber, type Locale } from "@/lib/format";
import type { Cover, Patch } from "@/lib/shapes/cover";
import type { AreaWords } from "./texts";

/** Where the grids of a community leave gaps, overlap, or reach beyond its border. */
export function Patchwork({ cover, t, locale }: { cover: Cover; t: AreaWords; locale: Locale }) {
  const at = ({ m2, at: [lon = 0, lat = 0] }: Patch) => ({
    m2: formatNumber(locale, m2),
    at: `${lon.toFixed(5)}, ${lat.toFixed(5)}`,
  });
  const rest = { none: t("patchesNone"), more: (n: number) => t("patchesMore", { n }) };
  return (
    <div className="grid gap-6 md:grid-cols-3">
      <Patches title={t("gaps")} lines={cover.gaps.map((patch) => t("patch", at(patch)))} {...rest} />
      <Patches
        title={t("overlaps")}
        lines={cover.overlaps.map((patch) =>
          t("overlapPatch", { ...at(patch), first: patch.first, second: patch.second }),
        )}
        {...rest}
      />
      <Patches
        title={t("beyond")}
        lines={cover.beyond.map((patch) => t("beyondPatch", { ...at(patch), name: patch.name }))}
        {...rest}
      />
    </div>
  );
}
