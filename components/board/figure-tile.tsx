import type { ReactNode } from "react";
import type { BoardFigure, Figure } from "../../lib/board/model";
import { Spark } from "../charts/spark";
import { type Against, ChangeMark } from "./change-mark";
import { FigureNote } from "./figure-note";
import { RecordsLink } from "./records-link";
import { printBasis, printState, printValue, type Words } from "./words";

type TileProps = { figure: BoardFigure; against: Against; words: Words };

/** The figure that stands for a column: large, with what it counts in words. */
export function FigureHead({ figure, against, words }: TileProps) {
  return (
    <div data-noted className="relative grid gap-1 px-4 pb-2">
      <div className="flex items-center gap-1">
        <p className="text-second">
          <RecordsLink figure={figure} words={words} />
        </p>
        <FigureNote figure={figure} words={words} />
      </div>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <p className="text-4xl font-semibold">
          <FigureValue figure={figure} words={words} />
        </p>
        <FigureBasis figure={figure} words={words} />
        <ChangeMark figure={figure} against={against} words={words} />
      </div>
      <p className="head-formula text-sm text-second">{words.t(`figure.${figure.key}.formula`)}</p>
    </div>
  );
}

/** A figure as a row: name and n to the left, course, value and change to the right. */
export function FigureRow({ figure, against, words }: TileProps) {
  return (
    <li data-noted className="relative flex min-h-12 items-center gap-2 border-t border-line px-4 py-1 hover:bg-hover">
      <div className="grid shrink-[99] leading-tight break-keep">
        <div className="flex items-center gap-0.5">
          <RecordsLink figure={figure} words={words} />
          <FigureNote figure={figure} words={words} />
        </div>
        <FigureBasis figure={figure} words={words} />
      </div>
      <div className="where-it-fits h-5 w-0 grow text-faint xl:max-[88rem]:invisible print:visible">
        <Spark values={figure.spark} fromZero={figure.kind === "count"} />
      </div>
      <div className="grid justify-items-end text-end leading-tight">
        <p className="text-lg font-semibold leading-tight whitespace-nowrap">
          <FigureValue figure={figure} words={words} />
        </p>
        <ChangeMark figure={figure} against={against} words={words} />
      </div>
    </li>
  );
}

/** A figure as a narrow cell, several side by side. */
export function FigureCell({ figure, against, words, children }: TileProps & { children?: ReactNode }) {
  return (
    <li data-noted className="relative grid min-w-0 content-start gap-0.5 px-4 py-2 hover:bg-hover">
      <div className="flex items-center gap-0.5 text-sm break-keep text-second">
        <RecordsLink figure={figure} words={words} />
        <FigureNote figure={figure} words={words} />
      </div>
      <p className="text-lg font-semibold leading-tight whitespace-nowrap">
        <FigureValue figure={figure} words={words} />
      </p>
      <div className="flex flex-wrap gap-x-2 leading-tight">
        <FigureBasis figure={figure} words={words} />
        <ChangeMark figure={figure} against={against} words={words} />
      </div>
      {children}
    </li>
  );
}

export function FigureValue({ figure, words }: { figure: Figure; words: Words }) {
  const printed = printValue(words, figure);
  if (printed === null)
    return <span className="text-base font-normal text-faint">{printState(words, figure.state)}</span>;
  return (
    <>
      {printed.number}
      {printed.unit ? <span className="unit">{printed.unit}</span> : null}
    </>
  );
}

function FigureBasis({ figure, words }: { figure: Figure; words: Words }) {
  const basis = printBasis(words, figure);
  return basis === null ? null : <span className="text-sm whitespace-nowrap text-faint">{basis}</span>;
}
