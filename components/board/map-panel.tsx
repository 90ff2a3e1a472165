import type { MapOutline } from "../../lib/areas/model";
import type { ChildRow } from "../../lib/board/model";
import { formatNumber } from "../../lib/format";
import { ChartFigure } from "../charts/chart-figure";
import { AreaMap, type MapClass, type MapPlace } from "../map/area-map";
import { type LegendEntry, MapLegend } from "../map/map-legend";
import { EmptyState } from "../ui/empty-state";
import { printState, printValue, type Words } from "./words";

const classes: readonly MapClass[] = [5, 4, 3, 2, 1, "few", "none"];
const bounds = [0.8, 0.85, 0.9, 0.95];

type MapPanelProps = { outlines: MapOutline[]; rows: ChildRow[]; hrefOf: (row: ChildRow) => string; words: Words };

/** The areas below on a map, in five named classes; the ranking beside it has the same numbers. */
export function MapPanel({ outlines, rows, hrefOf, words }: MapPanelProps) {
  const { t } = words;
  if (outlines.length === 0) return <EmptyState title={t("board.noMap")} text={t("board.noMapText")} />;
  const places = new Map(rows.map((row) => [row.areaId, placeOf(row, hrefOf, words)]));
  const drawn = outlines.flatMap(({ areaId }) => places.get(areaId) ?? []);
  const missing = rows.length - drawn.length;
  return (
    <ChartFigure title={`${t("board.map")} · ${t("board.children")}`} tableIn="children">
      <AreaMap outlines={outlines} places={places} label={t("board.map")} />
      <MapLegend entries={classes.flatMap((name) => entryOf(name, drawn, words))} />
      {missing > 0 ? <p className="text-sm text-second">{t("board.mapMissing", { n: missing })}</p> : null}
    </ChartFigure>
  );
}

/** The five classes always; what is no class of the value only where there is some. */
function entryOf(name: MapClass, drawn: MapPlace[], { t, locale }: Words): LegendEntry[] {
  const n = drawn.filter((place) => place.class === name).length;
  const count = t("board.mapAreas", { n: formatNumber(locale, n) });
  if (typeof name === "number")
    return [{ class: name, name: t(`board.className.${name}`), bounds: t(`board.class.${name}`), count }];
  return n === 0 ? [] : [{ class: name, name: t(name === "few" ? "board.mapFew" : "board.mapNone"), count }];
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
