import type { MapOutline } from "../../lib/areas/model";
import { formatNumber } from "../../lib/format";
import type { AreaResult } from "../../lib/senses/view";
import { printInterval, type Words } from "../board/words";
import { ChartFigure } from "../charts/chart-figure";
import { AreaMap, type MapClass } from "../map/area-map";
import { type LegendEntry, MapLegend } from "../map/map-legend";

const bounds = [60, 70, 80, 90];
const classes: readonly MapClass[] = [5, 4, 3, 2, 1, "few", "none"];

type RoundMapProps = {
  title: string;
  outlines: MapOutline[];
  rows: AreaResult[];
  query: Record<string, string>;
  words: Words;
};

/** The areas below in five named classes of the index: dotted where too few to colour, hatched where too few to show. */
export function RoundMap({ title, outlines, rows, query, words }: RoundMapProps) {
  const places = new Map(
    rows.map((row) => [
      row.areaId,
      {
        areaId: row.areaId,
        href: `/senses?${new URLSearchParams({ area: row.areaId, ...query })}`,
        class: classOf(row),
        text: `${row.name} · ${textOf(row, words)}`,
      },
    ]),
  );
  return (
    <ChartFigure title={title} heading="h2">
      <AreaMap outlines={outlines} places={places} label={title} />
      <MapLegend entries={classes.flatMap((name) => entryOf(name, rows, words))} />
    </ChartFigure>
  );
}

/** The five classes always; what is no class of the value only where there is some. */
function entryOf(name: MapClass, rows: AreaResult[], { t, locale }: Words): LegendEntry[] {
  const n = rows.filter((row) => classOf(row) === name).length;
  const count = t("board.mapAreas", { n: formatNumber(locale, n) });
  if (typeof name === "number")
    return [{ class: name, name: t(`board.className.${name}`), bounds: t(`senses.class.${name}`), count }];
  return n === 0 ? [] : [{ class: name, name: t(name === "few" ? "senses.mapFew" : "senses.mapNone"), count }];
}

function textOf({ result }: AreaResult, words: Words): string {
  if (result === null) return words.t("common.tooFew");
  const interval = result.interval ? printInterval(words, "index", result.interval) : "";
  const n = words.t("board.n", { n: formatNumber(words.locale, result.n) });
  return result.firm ? `${formatNumber(words.locale, result.value, 1)} (${interval}), ${n}` : `${interval}, ${n}`;
}

function classOf({ result }: AreaResult): MapClass {
  if (result === null) return "none";
  if (!result.firm) return "few";
  // One more than the bounds at or below the value: 1 to 5.
  return (1 + bounds.filter((bound) => result.value >= bound).length) as MapClass;
}
