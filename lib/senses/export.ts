import type { Change } from "../board/model";
import { writeCsv } from "../exchange/write";
import type { GroupRow } from "./groups";
import { groupKey, type Sense, senses, type TopBox } from "./model";
import type { Result } from "./results";
import type { AreaResult, RoundView } from "./view";

export const exportColumns = [
  "part",
  "key",
  "name",
  "n",
  "missing",
  "mean",
  "index",
  "low",
  "high",
  "unweighted",
  "top",
  "topShare",
  "topLow",
  "topHigh",
  "alpha",
  "change",
  "changeBy",
  "changeLow",
  "changeHigh",
  "topChange",
  "topChangeBy",
  "topChangeLow",
  "topChangeHigh",
] as const;
export type ExportColumn = (typeof exportColumns)[number];

export type ExportTexts = {
  column: (column: ExportColumn) => string;
  part: (part: "sense" | "overall" | "item" | "option" | "group" | "area") => string;
  direction: (direction: Change["direction"]) => string;
  sense: (sense: Sense) => string;
  item: (labels: Record<string, string>, code: string) => string;
  group: (row: GroupRow) => string;
  overall: string;
  tooFew: string;
  /** How it was counted and what is left out, one line each. */
  notes: string[];
};

type Cells = (string | number | null)[];
const unchanged: Change = { direction: "none", difference: null, interval: null };

/** What the page of a round says, as a sheet: made of the same view, so that it can say no more. */
export function resultsSheet(view: RoundView, texts: ExportTexts): string {
  const line = (part: Parameters<ExportTexts["part"]>[0], key: string, name: string) => (cells: Cells) => [
    texts.part(part),
    key,
    name,
    ...cells,
  ];
  const areas: AreaResult[] = [view.children, view.communities].flatMap(({ shown, tooFew }) => [...shown, ...tooFew]);
  const rows = [
    ...view.senseResults.map(({ sense, result, change }) =>
      line("sense", sense, texts.sense(sense))(cellsOf(result, change, texts)),
    ),
    ...(view.overall
      ? [line("overall", "overall", texts.overall)(cellsOf(view.overall, view.overallChange, texts))]
      : []),
    ...view.items.map(({ code, labels, result, change, topChange }) =>
      line(
        "item",
        code,
        texts.item(labels, code),
      )([...cellsOf(result, change, texts), ...(result ? changeCells(topChange, texts, 4) : [])]),
    ),
    ...view.choices.flatMap(({ code, labels, options }) =>
      options.map(({ mark, labels: option, result }) =>
        line(
          "option",
          `${code}=${mark}`,
          `${texts.item(labels, code)} ${texts.item(option, String(mark))}`,
        )(cellsOf(result, unchanged, texts)),
      ),
    ),
    ...view.groups.flatMap(({ code, rows: told }) =>
      told.flatMap((row) =>
        senses.map((sense) =>
          line(
            "group",
            groupKey(sense, code, row.option),
            `${texts.sense(sense)} ${texts.group(row)}`,
          )(cellsOf(row.results[sense], unchanged, texts)),
        ),
      ),
    ),
    ...[...new Map(areas.map((area) => [area.areaId, area])).values()].map(({ areaId, name, result, change }) =>
      line("area", areaId, name)(cellsOf(result, change, texts)),
    ),
  ];
  const notes = texts.notes.map((note): Cells => [note]);
  return writeCsv(exportColumns.map(texts.column), [...rows, [], ...notes]);
}

function cellsOf(result: Result | null, change: Change, texts: ExportTexts): Cells {
  if (result === null) return [texts.tooFew];
  return [
    result.n,
    result.missing,
    round(result.mean, 4),
    round(result.value, 2),
    ...ends(result.interval, 2),
    maybe(result.unweighted?.value, 2),
    ...topCells(result.topBox),
    maybe(result.alpha, 3),
    ...changeCells(change, texts, 2),
  ];
}

function changeCells({ direction, difference, interval }: Change, texts: ExportTexts, digits: number): Cells {
  return [texts.direction(direction), maybe(difference, digits), ...ends(interval, digits)];
}

function topCells(topBox: TopBox | null): Cells {
  if (topBox === null) return [null, null, null, null];
  const { numerator, share, bound, interval } = topBox;
  const told = round(share, 4);
  const bounds = { least: `≥ ${told}`, most: `≤ ${told}` };
  return [bound === null ? numerator : null, bound === null ? told : bounds[bound], ...ends(interval, 4)];
}

const ends = (interval: [number, number] | null, digits: number): Cells =>
  interval ? interval.map((end) => round(end, digits)) : [null, null];

const maybe = (value: number | null | undefined, digits: number) =>
  value === null || value === undefined ? null : round(value, digits);

const round = (value: number, digits: number) => Number(value.toFixed(digits));
