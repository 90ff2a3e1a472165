import type { MapOutline } from "../../lib/areas/model";
import { formatNumber } from "../../lib/format";
import type { AreaResult } from "../../lib/senses/view";
import { printInterval, type Words } from "../board/words";
import { ChartFigure } from "../charts/chart-figure";
import { AreaMap, type MapClass, MapSwatch } from "../map/area-map";

const bounds = [60, 70, 80, 90];
const classes: readonly MapClass[] = [5, 4, 3, 2, 1, "few", "none"];

type RoundMapProps = {
  title: string;
  outlines: MapOutline[];
  rows: AreaResult[];
  query: { round: string; sense: string };
  words: Words;
};

/** The areas below in five named classes of the index: dotted where too few to colour, hatched where too few to show. */
export function RoundMap({ title, outlines, rows, query, words }: RoundMapProps) {
  const { t, locale } = words;
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
    <ChartFigure title={title}>
      <AreaMap outlines={outlines} places={places} label={title} />
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-second">
        {classes.map((name) => {
          const n = rows.filter((row) => classOf(row) === name).length;
          return n === 0 && typeof name === "string" ? null : (
            <li key={name} className="flex items-center gap-1.5">
              <MapSwatch of={name} />
              <span>{classText(name, words)}</span>
              <span className="text-faint">{t("board.mapAreas", { n: formatNumber(locale, n) })}</span>
            </li>
          );
        })}
      </ul>
    </ChartFigure>
  );
}

function classText(name: MapClass, { t }: Words): string {
  if (name === "few") return t("senses.mapFew");
  if (name === "none") return t("senses.mapNone");
  return `${t(`board.className.${name}`)} ${t(`senses.class.${name}`)}`;
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
