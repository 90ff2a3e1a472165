import type { MapOutline } from "../../lib/areas/model";
import type { ChildRow } from "../../lib/board/model";
import { formatNumber } from "../../lib/format";
import { ChartFigure } from "../charts/chart-figure";
import { AreaMap, type MapClass, type MapPlace, MapSwatch } from "../map/area-map";
import { EmptyState } from "../ui/empty-state";
import { printState, printValue, type Words } from "./words";

const classes: readonly MapClass[] = [5, 4, 3, 2, 1, "few", "none"];
const bounds = [0.8, 0.85, 0.9, 0.95];

type MapPanelProps = { outlines: MapOutline[]; rows: ChildRow[]; hrefOf: (row: ChildRow) => string; words: Words };

/** The areas below on a map, in five named classes; the ranking beside it has the same numbers. */
export function MapPanel({ outlines, rows, hrefOf, words }: MapPanelProps) {
  const { t, locale } = words;
  if (outlines.length === 0) return <EmptyState title={t("board.noMap")} text={t("board.noMapText")} />;
  const places = new Map(rows.map((row) => [row.areaId, placeOf(row, hrefOf, words)]));
  const drawn = outlines.flatMap(({ areaId }) => places.get(areaId) ?? []);
  const missing = rows.length - drawn.length;
  return (
    <ChartFigure title={`${t("board.map")} · ${t("board.children")}`} tableIn="children">
      <AreaMap outlines={outlines} places={places} label={t("board.map")} />
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-second">
        {classes.map((name) => {
          const n = drawn.filter((place) => place.class === name).length;
          return n === 0 && typeof name === "string" ? null : (
            <li key={name} className="flex items-center gap-1.5">
              <MapSwatch of={name} />
              <ClassName of={name} words={words} />
              <span className="text-faint">{t("board.mapAreas", { n: formatNumber(locale, n) })}</span>
            </li>
          );
        })}
      </ul>
      {missing > 0 ? <p className="text-sm text-second">{t("board.mapMissing", { n: missing })}</p> : null}
    </ChartFigure>
  );
}

function ClassName({ of, words: { t } }: { of: MapClass; words: Words }) {
  if (of === "few") return <span>{t("board.mapFew")}</span>;
  if (of === "none") return <span>{t("board.mapNone")}</span>;
  return (
    <span>
      {t(`board.className.${of}`)} {t(`board.class.${of}`)}
    </span>
  );
}

function placeOf(row: ChildRow, hrefOf: MapPanelProps["hrefOf"], words: Words): MapPlace {
  const printed = printValue(words, row.onTime);
  const value = printed === null ? printState(words, row.onTime.state) : `${printed.number}\u2009${printed.unit}`;
  const text = `${row.name} · ${value}`;
  return { areaId: row.areaId, href: hrefOf(row), class: classOf(row), text };
}

function classOf({ onTime, rank }: ChildRow): MapClass {
  const { value } = onTime;
  if (value === null) return "none";
  if (rank === null) return "few";
  // One more than the bounds at or below the value: 1 to 5.
  return (1 + bounds.filter((bound) => value >= bound).length) as MapClass;
}
